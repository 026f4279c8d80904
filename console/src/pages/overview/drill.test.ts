import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf, withinStep } from './drill.ts';
import { questionOf } from './question.ts';

test('overview: a figure leads to the console’s page of the same list', () => {
  assert.equal(pageOf('/api/v1/exceptions?state=open&code=x'), '/exceptions?state=open&code=x');
});

test('overview: a point of the chart leads to its own step of the time', () => {
  const list = '/api/v1/records?became=posted&becameFrom=2026-03-01&becameTo=2026-03-08&flow=shop';
  assert.equal(
    withinStep(list, { from: 'a', to: 'b' }),
    '/records?became=posted&becameFrom=a&becameTo=b&flow=shop',
  );
});

// Days begin at midnight in China, whatever the reader's clock says.
for (const [address, now, question] of [
  ['', '2026-03-15T08:00:00Z', { from: '2026-03-09', by: 'day' }],
  ['', '2026-03-15T17:00:00Z', { from: '2026-03-10', by: 'day' }],
  ['span=hours24', '2026-03-15T08:00:00Z', { from: '2026-03-14T08:00:00.000Z', by: 'hour' }],
  ['span=days30&flow=shop&odd=1', '2026-03-15T08:00:00Z', { flow: 'shop', from: '2026-02-14', by: 'day' }],
] as const) {
  test(`overview: ${address || 'nothing'} at ${now} asks from ${question.from}`, () => {
    assert.deepEqual(questionOf(new URLSearchParams(address), new Date(now)), question);
  });
}
