import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { draftOf } from './draft-of-samples.ts';

const suggestion = (scope: string, path: string, field: string) => ({
  scope,
  path,
  field,
  confidence: 1,
  reason: { by: 'name', met: field, shape: 'fits' },
  also: [],
});
const begun = { code: 'oa', book: 'b', connection: 'oa', kind: '报销', target: null };

test('blank flow: what was taken stands in the text, head and lines apart', () => {
  const text = draftOf(begun, [
    suggestion('', 'no', 'doc_no'),
    suggestion('', 'at', 'doc_date'),
    suggestion('items', 'sku', 'sku'),
  ]);
  assert.partialDeepStrictEqual(parse(text), {
    flow: 'oa',
    source: { connection: 'oa', kind: '报销' },
    documents: [
      {
        kind: 'document',
        fields: { number: 'no', doc_date: 'at' },
        lines: { from: 'items', fields: { sku: 'sku' } },
      },
    ],
    targets: [],
  });
});

test('blank flow: a target is named where one was chosen', () => {
  assert.partialDeepStrictEqual(parse(draftOf({ ...begun, target: 'erp' }, [])), {
    targets: [{ connection: 'erp', until: 'audited' }],
  });
});
