import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersOf, queryOf, withChanges, withStandard } from './list-state.ts';
import { orderOf, sortFrom } from './sorting.ts';

const names = ['state', 'flow'];

// address → question for the hub
for (const [address, question] of [
  ['', { limit: '50' }],
  ['state=done&flow=', { state: 'done', limit: '50' }],
  [
    'state=done&sort=-posted&after=42&limit=100',
    { state: 'done', sort: '-posted', after: '42', limit: '100' },
  ],
  ['limit=7&foreign=1', { limit: '50' }],
] as const) {
  test(`list: ${address || 'nothing'} asks ${JSON.stringify(question)}`, () => {
    assert.deepEqual(queryOf(new URLSearchParams(address), names), question);
  });
}

// address, changes → address: another question begins at its first page
for (const [address, changes, expected] of [
  ['after=42', { state: 'done' }, 'state=done'],
  ['state=done&after=42', { state: null }, ''],
  ['state=done', { after: '43' }, 'state=done&after=43'],
  ['state=done&flow=a', { flow: '' }, 'state=done'],
] as const) {
  test(`list: ${address} with ${JSON.stringify(changes)} is ${expected || 'nothing'}`, () => {
    assert.equal(withChanges(new URLSearchParams(address), changes).toString(), expected);
  });
}

test('list: page and sort are no filters', () => {
  assert.deepEqual(filtersOf(new URLSearchParams('sort=posted&after=1&flow=a'), names), { flow: 'a' });
});

test('list: a sort and its reverse', () => {
  assert.equal(orderOf('posted', 'posted'), 'ascend');
  assert.equal(orderOf('-posted', 'posted'), 'descend');
  assert.equal(orderOf('-held', 'posted'), null);
  assert.equal(sortFrom({ columnKey: 'posted', order: 'descend' }), '-posted');
  assert.equal(sortFrom({ columnKey: 'posted' }), null);
});

// address → what is asked: the standard only where the address has no filter of the list
for (const [address, expected] of [
  ['', 'state=open'],
  ['sort=-impact', 'sort=-impact&state=open'],
  ['flow=a', 'flow=a'],
  ['state=closed', 'state=closed'],
] as const) {
  test(`list: ${address || 'nothing'} asks for ${expected}`, () => {
    const search = withStandard(new URLSearchParams(address), ['state', 'flow'], { state: 'open' });
    assert.equal(search.toString(), expected);
  });
}
