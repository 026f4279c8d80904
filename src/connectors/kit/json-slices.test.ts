import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brokenLimit, itemSlices, scalarAt, sliceAt } from './json-slices.ts';

test('slices keep spaces, number spelling, escapes and key order', () => {
  const text =
    '{ "orders" : [ {"id":9007199254740993, "price":1.10} ,\n {"b":"\\ud83d\\ude00 ]}\\"", "a":[1,{}]} ], "n":null }';
  assert.deepEqual(itemSlices(text, ['orders']), [
    '{"id":9007199254740993, "price":1.10}',
    '{"b":"\\ud83d\\ude00 ]}\\"", "a":[1,{}]}',
  ]);
  assert.equal(scalarAt(text, ['orders', '0', 'id']), '9007199254740993');
  assert.equal(scalarAt(text, ['orders', '0', 'price']), '1.10');
  assert.equal(sliceAt(text, ['orders', '1', 'a', '1']), '{}');
});

for (const [path, expected] of [
  [['n'], null],
  [['missing'], null],
  [['list'], null],
  [['list', '2'], null],
  [['empty'], null],
  [['twice'], 'last'],
  [['yes'], 'true'],
] as const) {
  test(`scalarAt ${path.join('.')} → ${expected}`, () => {
    const text = '{"n":null,"list":[1,2],"empty":"","twice":"first","twice":"last","yes":true}';
    assert.equal(scalarAt(text, path), expected);
  });
}

test('a value that is no array has no items, an empty one has none', () => {
  assert.equal(itemSlices('{"a":{}}', ['a']), null);
  assert.deepEqual(itemSlices('[ ]', []), []);
});

test('slices of any JSON array parse back to its items', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (items, indent) => {
      const slices = itemSlices(JSON.stringify({ before: '[', deep: { items } }, null, indent), [
        'deep',
        'items',
      ]);
      assert.deepEqual(
        slices?.map((slice): unknown => JSON.parse(slice)),
        JSON.parse(JSON.stringify(items)),
      );
    }),
  );
});

test('limits are counted outside of texts', () => {
  const limits = { depthMax: 3, valuesMax: 5 };
  assert.equal(brokenLimit('{"a":["[[[[[[,,,,,,,"]}', limits), null);
  assert.equal(brokenLimit('[[[[1]]]]', limits), 'depth');
  assert.equal(brokenLimit('[1,2,3,4,5,6]', limits), 'values');
  assert.equal(brokenLimit('['.repeat(1_000_000), { depthMax: 64, valuesMax: 10 }), 'values');
});
