import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { convertMinor } from '#core/money/amount.ts';
import { balanceOf, C, D, journal, order, template } from './testing.ts';

// rate type, fields → rate, or the finding
for (const [rateType, fields, rate] of [
  [undefined, {}, '7.1234'],
  ['month', {}, '7.0000'],
  [undefined, { doc_date: '2026-11-25' }, '7.2000'],
  [undefined, { fx_rate: '6.5' }, '6.5'],
  [undefined, { fx_rate: '0' }, '! rate_missing'],
  [undefined, { doc_date: '2026-10-31' }, '! rate_missing'],
  ['unknown', {}, '! rate_missing'],
] as const) {
  test(`journalize: USD at ${rateType ?? 'spot'} with ${JSON.stringify(fields)} → ${rate}`, () => {
    const made = template([D, C], rateType === undefined ? {} : { rateType });
    const [result] = journal([order({ order_total: 10_000n, ...fields }, [], 'USD')], [made]);
    assert.equal(result?.draft?.lines[0]?.rate ?? `! ${result?.findings[0]?.code}`, rate);
  });
}

const minor = fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n });
const rate = fc
  .integer({ min: 1, max: 2_000_000 })
  .map(
    (millionths) => `${Math.floor(millionths / 100_000)}.${String(millionths % 100_000).padStart(5, '0')}`,
  );

test('journalize: what balances in its currency balances in the base to the cent, every line within one cent of its rate', () => {
  const made = template([D, { ...C, amount: 'amount', each: 'lines', merge: false }]);
  fc.assert(
    fc.property(
      fc.array(
        minor.filter((amount) => amount !== 0n),
        { minLength: 1, maxLength: 40 },
      ),
      rate,
      (amounts, fxRate) => {
        fc.pre(Number(fxRate) > 0);
        const total = amounts.reduce((sum, amount) => sum + amount, 0n);
        const document = order(
          { order_total: total, fx_rate: fxRate },
          amounts.map((amount) => ({ amount })),
          'USD',
        );
        const lines = journal([document], [made])[0]?.draft?.lines ?? [];
        assert.equal(balanceOf(lines), 0n);
        for (const line of lines) {
          const difference =
            line.debitMinor + line.creditMinor - convertMinor(line.amountMinor, 'USD', fxRate, 'CNY');
          assert.ok(difference >= -1n && difference <= 1n);
        }
      },
    ),
  );
});

test('journalize: allocation and tax split lose nothing', () => {
  const made = template([
    D,
    { ...C, allocateBy: 'quantity', tax: { rate: 'tax_rate', part: 'net' }, dimensions: { item: 'sku' } },
    { ...C, account: '2221', allocateBy: 'quantity', tax: { rate: 'tax_rate', part: 'tax' } },
  ]);
  const weights = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      minor.filter((amount) => amount !== 0n),
      weights,
      fc.integer({ min: 0, max: 99 }),
      (total, counts, percent) => {
        const tax_rate = `0.${String(percent).padStart(2, '0')}`;
        const items = counts.map((count, i) => ({ sku: `${i}`, quantity: `${count}`, tax_rate }));
        const [result] = journal([order({ order_total: total }, items)], [made]);
        assert.equal(balanceOf(result?.draft?.lines ?? []), 0n);
      },
    ),
  );
});
