import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fillJson, fillPath, fillQuery, fillText, placesIn } from './template.ts';

for (const [value, expected] of [
  ['A-1', '/orders/A-1/note'],
  ['a/b', '/orders/a%2Fb/note'],
  ['../admin?x=1#y', '/orders/..%2Fadmin%3Fx%3D1%23y/note'],
  ['订单 7', '/orders/%E8%AE%A2%E5%8D%95%207/note'],
  ['..', 'rest_path_value'],
  ['', 'rest_path_value'],
] as const) {
  test(`path value ${JSON.stringify(value)} → ${expected}`, () => {
    const path = fillPath('/orders/{externalId}/note', { externalId: value });
    assert.equal(path.ok ? path.value : path.refusal.code, expected);
  });
}

test('a query parameter without a value is left out', () => {
  const scope = { page: '2', since: null };
  const query = fillQuery({ p: '{page}', since: 'gt:{since}', sort: 'id' }, scope);
  assert.deepEqual(query, [
    ['p', '2'],
    ['sort', 'id'],
  ]);
});

test('a text with a missing value is no text', () => {
  assert.equal(fillText('{a}-{b}', { a: '1' }), null);
});

test('a body repeats lines, writes exact numbers and leaves out what is not there', () => {
  const template = {
    ref: '{businessKey}',
    memo: '{memo}',
    fixed: [1, true, null],
    lines: { $each: 'lines', $item: { account: '{account}', debit: { $number: '{debit}' } } },
  };
  const lists = {
    lines: [
      { account: '1002', debit: '12345678901234567890.10' },
      { account: '6001', debit: '"},{' },
    ],
  };
  assert.equal(
    fillJson(template, { businessKey: 'K"1', memo: null }, lists),
    '{"ref":"K\\"1","fixed":[1,true,null],"lines":[{"account":"1002","debit":12345678901234567890.10},{"account":"6001","debit":"\\"},{"}]}',
  );
});

test('no value can change the structure of a body', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const text = fillJson({ a: '{v}', b: { c: 'x{v}y' } }, { v: value });
      assert.deepEqual(JSON.parse(text), { a: value, b: { c: `x${value}y` } });
    }),
  );
});

test('places of a nested template', () => {
  assert.deepEqual(placesIn({ a: ['{x}', { $number: '{y.z}' }], b: 3 }), ['x', 'y.z']);
});
