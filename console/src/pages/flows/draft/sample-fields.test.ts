import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverFields, exampleAt } from './sample-fields.ts';

const samples = [
  {
    no: 'A1',
    at: '2026-11-03',
    buyer: null,
    items: [
      { sku: 'TEA', qty: 2 },
      { sku: 'CUP', gift: true },
    ],
  },
  { no: 'A2', at: '', buyer: { id: '0012' }, items: [], note: null },
];

test('sample fields: every place of all samples, with its type and the first example', () => {
  assert.deepEqual(
    discoverFields(samples).map(({ name, type, example, depth }) =>
      `${depth} ${name} ${type} ${example}`.trim(),
    ),
    [
      '0 no text A1',
      '0 at date 2026-11-03',
      '0 buyer object',
      '1 buyer.id text 0012',
      '0 items list',
      '1 items[].sku text TEA',
      '1 items[].qty number 2',
      '1 items[].gift bool true',
      '0 note empty',
    ],
  );
  assert.equal(exampleAt(samples[0], ['items', null, 'sku']), 'TEA');
  assert.equal(exampleAt(samples[1], ['items', null, 'sku']), undefined);
});
