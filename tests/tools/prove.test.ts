import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../tools/prove/compare.ts';
import type { FoundVoucher } from '../../tools/prove/kingdee.ts';
import type { Shop } from '../../tools/prove/shop.ts';
import type { Expected, ExpectedVoucher } from '../../tools/prove/truth.ts';

// A proof that cannot fail proves nothing: each row spoils one thing and names what must be said about it.
const amounts = new Map([
  ['1122 C001 - - CNY debit', 11_300n],
  ['6001 - D110 P10 CNY credit', 10_000n],
  ['2221.01.02 - - - CNY credit', 1_300n],
]);
const sale: ExpectedVoucher = {
  name: '#1',
  date: '2026-09-01',
  amounts,
  mark: { orderId: '1', key: 'voucher' },
};
const expected: Expected = {
  vouchers: new Map([['#1', sale]]),
  orders: [
    { id: '1', number: '#1', verdict: 'good', codes: [] },
    { id: '2', number: '#2', verdict: 'bad', codes: ['total_mismatch'] },
    { id: '3', number: '#3', verdict: 'ignored', codes: [] },
  ],
};
const found: FoundVoucher = { name: '#1', number: '记-7', date: '2026-09-01', isAudited: true, amounts };
const shop: Shop = {
  orderIds: new Set(['1', '2', '3']),
  marks: new Map([['1', new Map([['voucher', '记-7']])]]),
  held: new Map([['2', ['total_mismatch']]]),
};
const less = new Map(amounts).set('1122 C001 - - CNY debit', 11_299n);
const moved = new Map([...amounts].map(([place, minor]) => [place.replace('C001', 'C002'), minor]));

for (const [title, ledger, store, said] of [
  ['nothing', [found], shop, []],
  ['a voucher is missing', [], shop, ['#1: no voucher']],
  ['a voucher is there twice', [found, { ...found, number: '记-8' }], shop, ['#1: 2 vouchers, 记-7, 记-8']],
  ['it is not audited', [{ ...found, isAudited: false }], shop, ['#1: 记-7 is not audited']],
  ['its date', [{ ...found, date: '2026-09-02' }], shop, ['#1: dated 2026-09-02, not 2026-09-01']],
  [
    'an amount by one fen',
    [{ ...found, amounts: less }],
    shop,
    ['#1: 1122 C001 - - CNY debit is 11299, not 11300'],
  ],
  [
    'its customer',
    [{ ...found, amounts: moved }],
    shop,
    ['#1: 1122 C001 - - CNY debit is 0, not 11300', '#1: 1122 C002 - - CNY debit is 11300, not 0'],
  ],
  [
    'a voucher too many',
    [found, { ...found, name: '#2', number: '记-9' }],
    shop,
    ['记-9 of 2026-09-01 (#2) should not be there'],
  ],
  [
    'a voucher about nothing',
    [found, { ...found, name: '', number: '记-9' }],
    shop,
    ['记-9 of 2026-09-01 (about nothing) should not be there'],
  ],
  [
    'the number that was written back',
    [found],
    { ...shop, marks: new Map([['1', new Map([['voucher', '记-8']])]]) },
    ['#1: the shop was told 记-8, not 记-7'],
  ],
  [
    'no number was written back',
    [found],
    { ...shop, marks: new Map() },
    ['#1: the shop was told nothing, not 记-7'],
  ],
  [
    'a bad order is not held',
    [found],
    { ...shop, held: new Map() },
    ['order #2: held for nothing, not for total_mismatch'],
  ],
  [
    'it is held for another reason',
    [found],
    { ...shop, held: new Map([['2', ['field_missing']]]) },
    ['order #2: held for field_missing, not for total_mismatch'],
  ],
  [
    'a good order is held',
    [found],
    { ...shop, held: new Map([...shop.held, ['1', ['unbalanced']]]) },
    ['order #1: held for unbalanced, not for nothing'],
  ],
  [
    'an unpaid order has a voucher',
    [found],
    { ...shop, marks: new Map([...shop.marks, ['3', new Map([['voucher', '记-9']])]]) },
    ['order #3: has a voucher and must not'],
  ],
  [
    'an order never came',
    [found],
    { ...shop, orderIds: new Set(['1', '2']) },
    ['order #3 never reached the shop'],
  ],
] satisfies [string, FoundVoucher[], Shop, string[]][]) {
  test(`proof, spoiled: ${title}`, () => assert.deepEqual(compare(expected, ledger, store), said));
}
