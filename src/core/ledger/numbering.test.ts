import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkContinuity } from '#core/validation/voucher/continuity.ts';
import { assignNumbers, seriesKey, voucherLabel } from './numbering.ts';
import { VOUCHER_WORDS } from './voucher.ts';

test('numbers: each word and period goes on from its own last number', () => {
  const last = new Map([['202601/记', 7]]);
  const drafts = [
    { period: 202601, word: '记' },
    { period: 202601, word: '收' },
    { period: 202602, word: '记' },
    { period: 202601, word: '记' },
  ] as const;
  const assigned = assignNumbers(drafts, (series) => last.get(seriesKey(series)) ?? 0);
  assert.deepEqual(assigned.numbers, [8, 1, 1, 9]);
  assert.deepEqual(assigned.last.get('202601/记'), { period: 202601, word: '记', number: 9 });
});

test('numbers: a voucher is called by word and number', () => {
  assert.equal(voucherLabel({ word: '记', number: 118 }), '记-118');
});

test('numbers: batches in any mix leave every series without a gap', () => {
  const draft = fc.record({
    period: fc.constantFrom(202601, 202602),
    word: fc.constantFrom(...VOUCHER_WORDS),
  });
  fc.assert(
    fc.property(fc.array(fc.array(draft, { maxLength: 20 }), { maxLength: 5 }), (batches) => {
      const last = new Map<string, number>();
      const given = new Map<string, number[]>();
      for (const batch of batches) {
        const assigned = assignNumbers(batch, (series) => last.get(seriesKey(series)) ?? 0);
        for (const [key, { number }] of assigned.last) last.set(key, number);
        batch.forEach((one, index) => {
          given.set(seriesKey(one), [...(given.get(seriesKey(one)) ?? []), assigned.numbers[index]!]);
        });
      }
      for (const [key, numbers] of given) {
        assert.deepEqual(checkContinuity({ period: 0, word: '记' }, numbers), [], key);
        assert.equal(last.get(key), numbers.length);
      }
    }),
  );
});
