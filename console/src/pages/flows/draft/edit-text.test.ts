import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { insertAt, lineAt, moveAt, placeOf, removeAt, setAt } from './edit-text.ts';

const flow = `# Orders of the shop
flow: shop
documents:
  - kind: order
    fields:
      number: name # their number
      # the day of payment
      doc_date: { path: paid_at, zone: Asia/Shanghai }
tables:
  t:
    rules:
      - [a, b] # first
      - [c, d]
`;

// what was done → what is written instead of what
for (const [name, made, [before, after]] of [
  ['a scalar', setAt(flow, ['documents', 0, 'fields', 'number'], 'id'), ['number: name #', 'number: id #']],
  [
    'a path becomes options',
    setAt(flow, ['documents', 0, 'fields', 'number'], { path: 'id', type: 'code' }),
    ['number: name #', 'number: { path: id, type: code } #'],
  ],
  [
    'a new member',
    setAt(flow, ['documents', 0, 'fields', 'store'], 'shop'),
    ['Shanghai }\n', 'Shanghai }\n      store: shop\n'],
  ],
  [
    'a member removed',
    removeAt(flow, ['documents', 0, 'fields', 'number']),
    ['      number: name # their number\n', ''],
  ],
  [
    'a row added',
    insertAt(flow, ['tables', 't', 'rules'], ['e', 'f']),
    ['[c, d]\n', '[c, d]\n      - [ e, f ]\n'],
  ],
  [
    'a row moved',
    moveAt(flow, ['tables', 't', 'rules'], { from: 1, to: 0 }),
    ['      - [a, b] # first\n      - [c, d]\n', '      - [ c, d ]\n      - [ a, b ] # first\n'],
  ],
] as const) {
  test(`edit text: ${name}, and every comment stays`, () => {
    const plain = (text: string) => text.replaceAll(/\[ ?| ?\]/g, (sign) => sign.trim());
    assert.equal(plain(made), plain(flow.replace(before, after)));
  });
}

test('edit text: the shipped flows keep their words and comments', () => {
  for (const name of ['shop-orders', 'pos-tea', 'pos-paper']) {
    const text = readFileSync(`examples/flows/${name}.yaml`, 'utf8');
    const same = setAt(text, ['flow'], name);
    const comments = (of: string) => of.split('\n').filter((line) => line.trim().startsWith('#'));
    assert.deepEqual(comments(same), comments(text), name);
    assert.equal(setAt(same, ['flow'], name), same, name);
  }
});

test('edit text: a refusal leads to its line', () => {
  assert.deepEqual(placeOf('tables.t.rules[1]'), ['tables', 't', 'rules', 1]);
  assert.equal(lineAt(flow, placeOf('tables.t.rules[1]')), 13);
  assert.equal(lineAt(flow, placeOf('documents[0].fields.customer')), 6);
});
