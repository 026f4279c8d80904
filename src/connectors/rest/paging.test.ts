import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Resource, readResource } from './definition.ts';
import { itemsOf, nextPosition, pageScope } from './paging.ts';

function resource(definition: object): Resource {
  const read = readResource({ path: '/x', ...definition }, 'resources.x');
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

const none = resource({});
const page = resource({ paging: 'page', query: { p: '{page}' }, pages: 'pages', more: 'more' });
const pageFrom0 = resource({ paging: 'page', firstPage: 0, query: { p: '{page}' }, pages: 'pages' });
const plainPage = resource({ paging: 'page', query: { p: '{page}' } });
const offset = resource({ paging: 'offset', query: { o: '{offset}' }, total: 'meta.total' });
const cursor = resource({ paging: 'cursor', query: { c: '{cursor}' }, next: 'meta.next' });
const cursorMore = resource({
  paging: 'cursor',
  query: { c: '{cursor}' },
  next: 'meta.next',
  more: 'meta.more',
});
const link = resource({ paging: 'link' });

// kind of paging, position, answer, items, → next
for (const [name, definition, position, text, itemCount, next] of [
  ['none', none, null, '[]', 9, null],
  ['page', page, null, '{"pages":3,"more":true}', 10, '2'],
  ['page, last by count', page, '3', '{"pages":3,"more":true}', 10, null],
  ['page, last by mark', page, '2', '{"pages":3,"more":false}', 10, null],
  ['page, mark missing', page, '1', '{"pages":3}', 10, null],
  ['page from 0', pageFrom0, null, '{"pages":2}', 10, '1'],
  ['page from 0, last', pageFrom0, '1', '{"pages":2}', 10, null],
  ['page, short one is not the end', plainPage, '4', '[]', 1, '5'],
  ['page, empty one is', plainPage, '5', '[]', 0, null],
  ['offset, by what came', offset, '100', '{"meta":{"total":500}}', 37, '137'],
  ['offset, last', offset, '100', '{"meta":{"total":137}}', 37, null],
  ['offset, total unknown', offset, '100', '{}', 37, '137'],
  ['cursor', cursor, null, '{"meta":{"next":"abc=="}}', 10, 'abc=='],
  ['cursor, an empty page may go on', cursor, 'a', '{"meta":{"next":"b"}}', 0, 'b'],
  ['cursor, number', cursor, null, '{"meta":{"next":12345678901234567890}}', 10, '12345678901234567890'],
  ['cursor, null', cursor, 'a', '{"meta":{"next":null}}', 10, null],
  ['cursor, empty', cursor, 'a', '{"meta":{"next":""}}', 10, null],
  ['cursor, left over at the end', cursorMore, 'a', '{"meta":{"next":"b","more":false}}', 10, null],
  ['link, none', link, null, '[]', 10, null],
] as const) {
  test(`next after ${name} → ${next}`, () => {
    assert.equal(nextPosition(definition, position, { text, itemCount, nextPath: null }), next);
  });
}

test('next after link → the path it names', () => {
  assert.equal(nextPosition(link, null, { text: '[]', itemCount: 1, nextPath: '/x?p=2' }), '/x?p=2');
});

test('the query knows only the words of its own paging', () => {
  assert.deepEqual(pageScope(page, null), { size: '100', page: '1', offset: null, cursor: null });
  assert.deepEqual(pageScope(cursor, null), { size: '100', page: null, offset: null, cursor: null });
});

test('items', () => {
  assert.deepEqual(itemsOf(resource({ items: 'data.rows' }), '{"data":{"rows":[{"a":1.0}]}}'), ['{"a":1.0}']);
  assert.equal(itemsOf(resource({ items: 'data.rows' }), '{"data":{}}'), null);
  assert.deepEqual(itemsOf(none, ''), []);
});
