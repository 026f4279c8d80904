import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePath } from './path.ts';

const root = {
  shop: 'S1',
  customer: { id: 7 },
  lines: [{ sku: 'A', tags: ['x', 'y'] }, { sku: 'B' }],
  '净额 (元)': 5,
  'a.b': 1,
  text: 'abc',
};
const scope = root.lines[0];

// path, what it reads from the first line; 'invalid' where it is no path
for (const [path, value] of [
  ['sku', 'A'],
  ['tags[1]', 'y'],
  ['tags[7]', undefined],
  ['$.shop', 'S1'],
  ['$.customer.id', 7],
  ['$.lines[1].sku', 'B'],
  ['$["净额 (元)"]', 5],
  ['$.净额 (元)', 5],
  ['$["a.b"]', 1],
  ['$.missing.deeper.still', undefined],
  ['$.text.length', undefined],
  ['$.text[0]', undefined],
  ['$.lines.length', undefined],
  ['hasOwnProperty', undefined],
  ['toString', undefined],
  ['__proto__', 'invalid'],
  ['a.constructor.b', 'invalid'],
  ['$["__proto__"]', 'invalid'],
  ['prototype', 'invalid'],
  ['', 'invalid'],
  ['.a', 'invalid'],
  ['a.', 'invalid'],
  ['a..b', 'invalid'],
  ['a[x]', 'invalid'],
  ['a[-1]', 'invalid'],
  ['a[0', 'invalid'],
  ['a[0]b', 'invalid'],
  ['x'.repeat(400), 'invalid'],
] as const) {
  test(`path: ${path.slice(0, 40)} → ${value}`, () => {
    const compiled = compilePath(path);
    assert.equal(compiled.ok ? compiled.value(scope, root) : 'invalid', value);
  });
}

test('path: an own member called like a prototype is not reachable either', () => {
  const hostile: unknown = JSON.parse('{"__proto__": {"polluted": true}, "a": {"constructor": 1}}');
  const compiled = compilePath('polluted');
  assert.equal(compiled.ok && compiled.value(hostile, hostile), undefined);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
});
