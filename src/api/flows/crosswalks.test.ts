import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHub } from '#api/testing/test-hub.ts';
import { listAt, valueAt } from '#connectors/kit/json.ts';

const SHOPS = '/api/v1/books/demo/crosswalks/shops';

test('crosswalks: rows are found by a part of either code, and by whether somebody vouches for them', async (t) => {
  const hub = await testHub(t);
  const pairs = [
    { from: 'SH01', to: 'D10' },
    { from: 'SH02', to: 'D20', confidence: 0.7, confirmedBy: null },
    { from: '50%_x', to: 'D30' },
  ];
  await hub.ask('PUT', SHOPS, { body: { pairs } });

  // query → their codes
  for (const [query, expected] of [
    ['', '50%_x SH01 SH02'],
    ['?search=sh', 'SH01 SH02'],
    ['?search=d20', 'SH02'],
    ['?search=%25_', '50%_x'],
    ['?confirmed=false', 'SH02'],
    ['?confirmed=true&search=sh', 'SH01'],
    ['?limit=1&after=50%25_x', 'SH01'],
  ] as const) {
    const { body } = await hub.ask('GET', `${SHOPS}${query}`);
    const codes = listAt(body, 'items').map((pair) => valueAt(pair, 'from'));
    assert.equal(codes.join(' '), expected, query);
  }

  const { body } = await hub.ask('GET', '/api/v1/books/demo/crosswalks');
  assert.deepEqual(valueAt(body, 'items'), [{ crosswalk: 'shops', pairs: 3, unconfirmed: 1 }]);
});
