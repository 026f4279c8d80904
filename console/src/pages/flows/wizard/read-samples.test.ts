import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSamples } from './read-samples.ts';

for (const [what, text, records] of [
  ['one object', '{"a": 1}', [{ a: 1 }]],
  ['a list', '[{"a": 1}, {"a": 2}]', [{ a: 1 }, { a: 2 }]],
  ['one a line', '{"a": 1}\n\n{"a": 2}\n', [{ a: 1 }, { a: 2 }]],
  ['a bare number', '7', null],
  ['no JSON', '{"a": ', null],
  ['nothing', '', null],
] as const) {
  test(`samples: ${what}`, () => assert.deepEqual(readSamples(text), records));
}
