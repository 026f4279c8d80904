import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalPostedVoucher, canonicalVoucher } from './canonical.ts';
import type { Voucher, VoucherLine } from './voucher.ts';
import { parseLines } from './voucher-notation.ts';

const base: Voucher = {
  bookId: 1,
  id: 42n,
  number: 118,
  word: '记',
  date: '2026-01-15',
  period: 202601,
  attachmentCount: 1,
  preparedBy: 'li',
  reviewedBy: null,
  kind: 'ordinary',
  reverses: null,
  lines: parseLines('D 1122 71.23 USD 10.00 @7.1234 customer=C001 store=S1 | C 6001 71.23', 'CNY'),
  sourceKinds: ['order'],
};

const withLine = (changes: Partial<VoucherLine>): Voucher => ({
  ...base,
  lines: [{ ...base.lines[0]!, ...changes }, base.lines[1]!],
});

test('canonical: the text, once and for all (a change here breaks every stored hash)', () => {
  assert.equal(
    canonicalVoucher(base),
    '["tongzhang-voucher-1",1,"42",202601,"记",118,"2026-01-15",1,"li",null,"ordinary",null,["order"],[' +
      '["business","1122","customer=C001;store=S1","7123","0","USD","1000","7.1234",null,null,null],' +
      '["business","6001","","0","7123","CNY","7123","1",null,null,null]]]',
  );
});

test('canonical: trailing zeros and the order of dimensions do not matter', () => {
  const text = canonicalVoucher(base);
  assert.equal(canonicalVoucher(withLine({ rate: '7.123400' })), text);
  assert.equal(canonicalVoucher(withLine({ dimensions: { store: 'S1', customer: 'C001' } })), text);
  const [one, other] = ['5', '5.000'].map((quantity) => canonicalVoucher(withLine({ quantity })));
  assert.equal(one, other);
});

test('canonical: a change anywhere shows', () => {
  const changed: Voucher[] = [
    { ...base, bookId: 2 },
    { ...base, id: 43n },
    { ...base, number: 119 },
    { ...base, word: '转' },
    { ...base, date: '2026-01-16' },
    { ...base, period: 202602 },
    { ...base, attachmentCount: 2 },
    { ...base, preparedBy: 'wang' },
    { ...base, reviewedBy: '' },
    { ...base, kind: 'correction' },
    { ...base, reverses: 1n },
    { ...base, sourceKinds: [] },
    { ...base, lines: base.lines.toReversed() },
    withLine({ summary: 'business",' }),
    withLine({ account: '1123' }),
    withLine({ dimensions: { customer: 'C001;store=S1' } }),
    withLine({ debitMinor: 7_124n }),
    withLine({ creditMinor: 1n }),
    withLine({ currency: 'EUR' }),
    withLine({ amountMinor: 1_001n }),
    withLine({ rate: '7.1235' }),
    withLine({ quantity: '1' }),
    withLine({ unitPrice: '1' }),
    withLine({ templateLine: 0 }),
  ];
  const texts = new Set([base, ...changed].map(canonicalVoucher));
  assert.equal(texts.size, changed.length + 1);
});

test('canonical: a posted voucher is the same text, with the version of its flow', () => {
  const rest = canonicalVoucher(base).replace('["tongzhang-voucher-1",', '');
  assert.equal(canonicalPostedVoucher(base, 12), `["tongzhang-voucher-2",12,${rest}`);
  assert.equal(canonicalPostedVoucher(base, null), `["tongzhang-voucher-2",null,${rest}`);
});
