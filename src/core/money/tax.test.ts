import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTaxRate, splitLinesTaxIncluded, splitTaxIncluded } from './tax.ts';

// gross     rate     net       tax
for (const [gross, rate, net, tax] of [
  [11_300n, '0.13', 10_000n, 1_300n],
  [10_000n, '0.13', 8_850n, 1_150n],
  [-10_000n, '0.13', -8_850n, -1_150n],
  [10_300n, '0.03', 10_000n, 300n],
  [10_000n, '0', 10_000n, 0n],
  [1n, '0.13', 1n, 0n],
  [10_000n, '0.0725', 9_324n, 676n],
] as const) {
  test(`tax: ${gross} at ${rate} is ${net} + ${tax}`, () => {
    assert.deepEqual(splitTaxIncluded(gross, rate), { netMinor: net, taxMinor: tax });
  });
}

for (const [text, expected] of [
  ['0.13', true],
  ['0', true],
  ['0.999', true],
  ['1', false],
  ['13', false],
  ['13%', false],
  ['-0.13', false],
  ['', false],
] as const) {
  test(`tax: "${text}" is ${expected ? 'a' : 'no'} tax rate`, () => assert.equal(isTaxRate(text), expected));
}

test('tax: an unchecked rate is a bug', () => {
  assert.throws(() => splitTaxIncluded(100n, '13'), /bug/);
});

test('tax: three lines of 10.00 at 13 %: the last takes the cent', () => {
  const shown = splitLinesTaxIncluded([1_000n, 1_000n, 1_000n], '0.13').map(
    ({ netMinor, taxMinor }) => `${netMinor}+${taxMinor}`,
  );
  assert.deepEqual(shown, ['885+115', '885+115', '885+115']);
  const odd = splitLinesTaxIncluded([100n, 100n, 100n], '0.13').map(
    ({ netMinor, taxMinor }) => `${netMinor}+${taxMinor}`,
  );
  assert.deepEqual(odd, ['88+12', '88+12', '89+11']);
  assert.deepEqual(splitLinesTaxIncluded([], '0.13'), []);
});

test('tax: every line keeps its gross and the lines add up to the split of the whole', () => {
  const lines = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      lines,
      fc.constantFrom('0', '0.01', '0.03', '0.06', '0.09', '0.13', '0.0725'),
      (grosses, rate) => {
        const splits = splitLinesTaxIncluded(grosses, rate);
        for (const [i, { netMinor, taxMinor }] of splits.entries())
          assert.equal(netMinor + taxMinor, grosses[i]);
        const total = grosses.reduce((sum, gross) => sum + gross, 0n);
        const net = splits.reduce((sum, { netMinor }) => sum + netMinor, 0n);
        assert.equal(net, splitTaxIncluded(total, rate).netMinor);
      },
    ),
  );
});
