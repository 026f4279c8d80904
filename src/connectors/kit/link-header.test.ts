import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLinkHeader } from './link-header.ts';

for (const [header, next] of [
  [null, undefined],
  ['', undefined],
  ['<https://a.example/?page_info=x>; rel="next"', 'https://a.example/?page_info=x'],
  [
    '<https://a.example/?p=1>; rel="previous", <https://a.example/?p=3,4>; rel="next"',
    'https://a.example/?p=3,4',
  ],
  ['</items?page=2>; title="more; of it"; rel=next', '/items?page=2'],
  ['<b>; rel="last next"', 'b'],
  ['<b>; rel="nextish"', undefined],
] as const) {
  test(`link header ${header} → next ${next}`, () => {
    assert.equal(parseLinkHeader(header).get('next'), next);
  });
}
