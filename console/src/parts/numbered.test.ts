import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbered } from './numbered.ts';

test('numbered: equal things have numbers of their own', () => {
  assert.deepEqual(numbered(['a', 'a']), [
    { no: 1, one: 'a' },
    { no: 2, one: 'a' },
  ]);
});
