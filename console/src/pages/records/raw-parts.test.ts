import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findParts, prettyText, rawParts } from './raw-parts.ts';

// text → path=value of each part
for (const [text, expected] of [
  ['{"id":1,"customer":{"id":8812,"name":"张三"}}', ['id=1', 'customer.id=8812', 'customer.name=张三']],
  ['{"items":[{"sku":"A"},{"sku":"B"}]}', ['items[0].sku=A', 'items[1].sku=B']],
  ['{"小票号":"8","实收 金额":"3.50"}', ['小票号=8', '["实收 金额"]=3.50']],
  ['{"note":null}', ['note=']],
] as const) {
  test(`raw: ${text}`, () => {
    assert.deepEqual(
      rawParts(text)?.map(({ path, value }) => `${path}=${value}`),
      [...expected],
    );
  });
}

test('raw: what is no JSON has no parts and stays as it is', () => {
  assert.equal(rawParts('a,b\n1,2'), null);
  assert.equal(prettyText('a,b\n1,2'), 'a,b\n1,2');
  assert.equal(prettyText('{"a":1}'), '{\n  "a": 1\n}');
});

test('raw: found by path or value', () => {
  const parts = rawParts('{"customer":{"id":8812},"total":"88.00"}') ?? [];
  assert.deepEqual(
    findParts(parts, ' 88').map(({ path }) => path),
    ['customer.id', 'total'],
  );
  assert.deepEqual(
    findParts(parts, 'CUSTOMER').map(({ path }) => path),
    ['customer.id'],
  );
});
