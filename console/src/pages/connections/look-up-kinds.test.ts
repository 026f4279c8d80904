import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellText, lookUpKinds } from './look-up-kinds.ts';

test('look-up: what a connector declares is what can be asked', () => {
  assert.deepEqual(lookUpKinds(['lookup:accounts', 'lookup:rates']), ['accounts', 'rates']);
  assert.ok(lookUpKinds(['lookup:dimension']).includes('customer'));
  assert.deepEqual(lookUpKinds(['collect:order']), []);
});

for (const [column, text] of [
  ['code', '1122'],
  ['name', '应收账款'],
  ['parent', ''],
  ['enabled', '✓'],
] as const) {
  test(`look-up: the cell ${column} reads “${text}”`, () => {
    const row = {
      code: '1122',
      name: { zh: '应收账款', en: 'Receivables', ja: '' },
      parentCode: null,
      enabled: true,
    };
    assert.equal(cellText(row, column), text);
  });
}
