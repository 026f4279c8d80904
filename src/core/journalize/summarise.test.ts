import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Journalized } from './journalize.ts';
import { C, D, journal, order, show, template } from './testing.ts';

const minor = fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n });
const summary = template([D, C], { summary: '{store} 销售', summarise: ['doc_date', 'store'] });

test('journalize: summarised vouchers per day, store and currency, with the documents they are made of', () => {
  const sale = (number: string, store: string, minor: bigint, currency = 'CNY') =>
    order({ number, store, order_total: minor }, [], currency);
  const documents = [
    sale('1', 'S1', 100n),
    sale('2', 'S2', 50n),
    sale('3', 'S1', 200n),
    sale('4', 'S1', 300n, 'USD'),
    sale('5', 'S1', -40n),
  ];
  const results = journal(documents, [summary]);
  assert.deepEqual(
    results.map((result) => `${result.documents.join(',')}: ${show(result)}`),
    [
      '0,2,4: D 1122 2.60 customer=C1 | C 6001 2.60',
      '1: D 1122 0.50 customer=C1 | C 6001 0.50',
      '3: D 1122 21.37 (3.00 USD) customer=C1 | C 6001 21.37 (3.00 USD)',
    ],
  );
  assert.equal(results[0]?.draft?.attachmentCount, 3);
});

test('journalize: a summarised voucher that would be too long is cut between documents', () => {
  const documents = Array.from({ length: 1_500 }, (_, i) =>
    order({ number: `${i}`, customer: `C${i}`, store: 'S1', order_total: 100n }),
  );
  const results = journal(documents, [summary]);
  assert.deepEqual(
    results.map(({ draft }) => draft?.lines.length),
    [1_000, 502],
  );
  assert.deepEqual(
    results.flatMap(({ documents: indexes }) => indexes),
    documents.map((_, i) => i),
  );
});

test('journalize: summarised vouchers carry per account exactly what single vouchers would', () => {
  const sale = fc.record({
    store: fc.constantFrom('S1', 'S2'),
    customer: fc.constantFrom('C1', 'C2', null),
    order_total: minor,
  });
  fc.assert(
    fc.property(fc.array(sale, { maxLength: 30 }), (sales) => {
      const documents = sales.map((fields, i) => order({ ...fields, number: `${i}` }));
      const single = journal(documents, [template([D, C])]);
      const summarised = journal(documents, [summary]);
      assert.deepEqual(turnover(summarised), turnover(single));
      assert.deepEqual(
        summarised.flatMap((result) => result.documents).sort((a, b) => a - b),
        documents.map((_, i) => i),
      );
    }),
  );
});

/** Account and customer → net amount, those that come to nothing left out. */
function turnover(results: readonly Journalized[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { account, dimensions, debitMinor, creditMinor } of results.flatMap(
    ({ draft }) => draft?.lines ?? [],
  )) {
    const key = `${account} ${dimensions.customer ?? ''}`;
    sums.set(key, (sums.get(key) ?? 0n) + debitMinor - creditMinor);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n).sort());
}
