import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document } from '#core/documents/document.ts';
import { newBook } from '#core/ledger/new-book.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import { parseLines } from '#core/ledger/voucher-notation.ts';
import type { Finding } from '#core/validation/finding.ts';
import { checkAuthority } from './authority.ts';
import { checkCreditLimit } from './credit-limit.ts';
import { checkFutureDate } from './future-date.ts';
import { checkLikelyDuplicate, duplicateKey } from './likely-duplicate.ts';

const customer = (code: string, creditLimitMinor: bigint | null) => ({
  code,
  name: code,
  enabled: true,
  creditLimitMinor,
});

const BOOK = newBook({
  id: 1,
  code: 'B1',
  name: 'Test',
  standard: 'cas',
  baseCurrency: 'CNY',
  years: [2026],
  chart: { dimensions: { AccountsReceivable: { customer: 'must' } } },
  dimensions: { customer: [customer('C001', 100_000n), customer('C002', null)] },
});

const draft = (lines: string): VoucherDraft => ({
  word: '记',
  date: '2026-02-10',
  period: 202602,
  attachmentCount: 1,
  preparedBy: 'li',
  reviewedBy: null,
  kind: 'ordinary',
  reverses: null,
  lines: parseLines(lines, 'CNY'),
  sourceKinds: ['order'],
});

const show = (findings: readonly Finding[]) =>
  findings
    .map(({ code, effect, params }) =>
      `${code} ${effect} ${params.owed ?? params.amount ?? params.other ?? ''}`.trim(),
    )
    .join(', ') || 'fine';

// owed before, lines, outcome; C001 may owe 1,000.00
for (const [owedMinor, lines, outcome] of [
  [0n, 'D 1122 1000.00 customer=C001 | C 6001 1000.00', 'fine'],
  [0n, 'D 1122 1000.01 customer=C001 | C 6001 1000.01', 'credit_limit_exceeded hold 1000.01'],
  [
    90_000n,
    'D 1122 60.00 customer=C001 | D 1122 50.00 customer=C001 | C 6001 110.00',
    'credit_limit_exceeded hold 1010.00',
  ],
  [90_000n, 'D 1122 200.00 customer=C001 | C 1122 150.00 customer=C001 | C 6001 50.00', 'fine'],
  [500_000n, 'D 1002 50.00 | C 1122 50.00 customer=C001', 'fine'],
  [0n, 'D 1122 9000.00 customer=C002 | C 6001 9000.00', 'fine'],
  [0n, 'D 1122 9000.00 customer=C404 | C 6001 9000.00', 'fine'],
  [0n, 'D 1221 9000.00 customer=C001 | C 6001 9000.00', 'fine'],
] as const) {
  test(`credit: owing ${owedMinor}, then ${lines} → ${outcome}`, () => {
    const check = { dimension: 'customer', account: '1122' };
    assert.equal(
      show(checkCreditLimit(draft(lines), { book: BOOK, exposure: () => owedMinor }, check)),
      outcome,
    );
  });
}

// limit, lines, outcome
for (const [amountMax, lines, outcome] of [
  ['1000', 'D 1002 1000.00 | C 6001 1000.00', 'fine'],
  ['1000', 'D 1002 600.00 | D 1001 400.01 | C 6001 1000.01', 'authority_exceeded block 1000.01'],
  ['1000', 'D 1002 -1000.01 | C 6001 -1000.01', 'authority_exceeded block 1000.01'],
] as const) {
  test(`authority: up to ${amountMax}, ${lines} → ${outcome}`, () => {
    assert.equal(show(checkAuthority(draft(lines), BOOK, { amountMax, effect: 'block' })), outcome);
  });
}

test('authority: a person may release it unless the flow says otherwise', () => {
  assert.equal(
    checkAuthority(draft('D 1002 2.00 | C 6001 2.00'), BOOK, { amountMax: '1' })[0]?.effect,
    'hold',
  );
});

const invoice: Document = {
  kind: 'invoice',
  number: 'I-1',
  date: '2026-02-10',
  currency: 'CNY',
  fields: { supplier: 'S1', total: 11_300n, memo: null },
  lines: [],
  provenance: [],
};

test('duplicate: the key is made of the compared values, and there is none where one is missing', () => {
  assert.equal(duplicateKey(invoice, ['supplier', 'total', 'currency']), '["invoice","S1","11300","CNY"]');
  assert.equal(duplicateKey(invoice, ['supplier', 'memo']), null);
  assert.equal(duplicateKey(invoice, ['supplier', 'nowhere']), null);
  assert.equal(duplicateKey(invoice, ['doc_date']), '["invoice","2026-02-10"]');
});

for (const [candidates, outcome] of [
  ['', 'fine'],
  ['I-1 2026-02-10', 'fine'],
  ['I-2 2026-02-10', 'likely_duplicate hold I-2'],
  ['I-2 2026-02-03', 'likely_duplicate hold I-2'],
  ['I-2 2026-02-17', 'likely_duplicate hold I-2'],
  ['I-2 2026-02-02', 'fine'],
  ['I-2 2026-02-05, I-3 2026-02-09, I-4 2026-02-11', 'likely_duplicate hold I-3'],
] as const) {
  test(`duplicate: beside ${candidates || 'nothing'} within 7 days → ${outcome}`, () => {
    const others = candidates
      .split(', ')
      .filter(Boolean)
      .map((one) => {
        const [number = '', date = ''] = one.split(' ');
        return { number, date };
      });
    assert.equal(
      show(checkLikelyDuplicate(invoice, others, { fields: ['supplier', 'total'], days: 7 })),
      outcome,
    );
  });
}

for (const [date, futureDaysMax, outcome] of [
  ['2026-02-10', undefined, 'fine'],
  ['2026-02-11', undefined, 'future_date hold'],
  ['2026-02-11', 1, 'fine'],
  ['2026-03-01', 18, 'future_date hold'],
  ['2020-01-01', undefined, 'fine'],
] as const) {
  test(`future: ${date} seen on 2026-02-10, ${futureDaysMax ?? 0} days allowed → ${outcome}`, () => {
    assert.equal(show(checkFutureDate(date, { today: '2026-02-10', futureDaysMax })), outcome);
  });
}
