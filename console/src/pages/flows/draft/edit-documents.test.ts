import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Flow } from '#core/flows/flow.ts';
import { addDocument, removeDocument, renameDocument, setEach, setLines } from './edit-documents.ts';
import { readDraft } from './read-draft.ts';

const TEXT = `# Orders of the shop
flow: shop
title: { zh: a, en: a, ja: a }
book: demo
source: { connection: shop, kind: order }
documents:
  - kind: order
    fields:
      number: no # theirs
      doc_date: { path: paid_at, zone: Asia/Tokyo }
    lines:
      from: items
      fields: { sku: sku, order_no: $.no }
  - kind: refund
    each: refunds
    fields: { number: id, doc_date: at, order_no: $.no }
template:
  - { document: order, word: 记, summary: a, lines: [] }
  - { document: refund, word: 记, summary: a, lines: [] }
targets: []
`;

function flowOf(text: string): Flow {
  const { flow } = readDraft(text, 'CNY');
  assert.ok(flow);
  return flow;
}

const flow = flowOf(TEXT);
const kindsOf = (text: string) => {
  const { documents, template } = flowOf(text);
  return `${documents.map(({ kind }) => kind).join()} / ${template.map(({ document }) => document).join()}`;
};

test('edit documents: a document brings its template, takes it along, and keeps it under another name', () => {
  const twice = renameDocument(TEXT, { flow, index: 1, kind: 'order' });
  // what was done → kinds / kinds of the templates
  for (const [text, expected] of [
    [addDocument(TEXT, flow), 'order,refund,document / order,refund,document'],
    [removeDocument(TEXT, flow, 0), 'refund / refund'],
    [renameDocument(TEXT, { flow, index: 1, kind: 'return' }), 'order,return / order,return'],
    [removeDocument(twice, flowOf(twice), 1), 'order / order,order'],
    [renameDocument(twice, { flow: flowOf(twice), index: 0, kind: 'sale' }), 'sale,order / order,order'],
  ] as const)
    assert.equal(kindsOf(text), expected);
  assert.match(addDocument(TEXT, flow), /number: no # theirs\n/);
});

test('edit documents: wherever paths begin, they go on meaning the same places', () => {
  const [order, refund] = flowOf(setEach(TEXT, { flow, index: 0, list: 'parts' })).documents;
  assert.deepEqual(order?.fields, {
    number: '$.no',
    doc_date: { path: '$.paid_at', zone: 'Asia/Tokyo' },
  });
  assert.equal(order?.lines?.from, '$.items');
  assert.equal(refund?.each, 'refunds');

  const whole = flowOf(setEach(TEXT, { flow, index: 1, list: undefined })).documents[1];
  assert.equal(whole?.each, undefined);
  assert.deepEqual(whole?.fields, { number: 'refunds[0].id', doc_date: 'refunds[0].at', order_no: 'no' });
});

test('edit documents: lines come, take another list, and go', () => {
  const other = flowOf(setLines(TEXT, { flow, index: 0, list: 'parcels' })).documents[0]?.lines;
  assert.equal(other?.from, 'parcels');
  assert.deepEqual(other?.fields, { sku: '$.items[0].sku', order_no: '$.no' });
  assert.equal(flowOf(setLines(TEXT, { flow, index: 0, list: undefined })).documents[0]?.lines, undefined);
  const lines = flowOf(setLines(TEXT, { flow, index: 1, list: 'goods' })).documents[1]?.lines;
  assert.equal(lines?.from, 'goods');
  assert.deepEqual(lines?.fields, {});
});
