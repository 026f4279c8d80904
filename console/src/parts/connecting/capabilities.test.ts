import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capabilitiesOf, freeCode, kindsOf } from './capabilities.ts';

test('connecting: what a manifest declares becomes words, each once and in order', () => {
  const declared = ['lookup:rates', 'lookup:accounts', 'collect:order', 'collect:refund', 'webhook'];
  assert.deepEqual(capabilitiesOf(declared), ['collect', 'webhook', 'lookup']);
  assert.deepEqual(kindsOf(declared), ['order', 'refund']);
  assert.deepEqual(kindsOf(['collect:*']), []);
});

for (const [connector, taken, code] of [
  ['shopify', [], 'shopify'],
  ['shopify', ['shopify', 'shopify-2'], 'shopify-3'],
  ['a.b', ['x'], 'a-b'],
] as const) {
  test(`connecting: a free code for ${connector} beside [${taken}] is ${code}`, () =>
    assert.equal(freeCode(connector, taken), code));
}
