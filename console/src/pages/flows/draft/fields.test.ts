import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectField, type FieldPlace, mappingAt, setField, sourcesOf } from './fields.ts';
import { neededFields } from './needed-fields.ts';
import { readDraft } from './read-draft.ts';
import { readPath } from './source-path.ts';

const text = `flow: shop
title: { zh: 店, en: Shop, ja: 店 }
book: demo
source: { connection: shop, kind: order }
documents:
  - kind: order
    fields: { number: no, doc_date: at }
template:
  - document: order
    word: 记
    summary: 销售 {number} {buyer_name}
    lines:
      - { side: debit, account: "1122", amount: order_total, dimensions: { customer: customer } }
      - { side: credit, account: "6001", amount: line_amount, each: lines }
targets: []
`;
const flowOf = (of: string) => readDraft(of, 'CNY').flow!;

// the place dropped, the field it is dropped on → how the field is mapped then
for (const [source, part, field, mapped] of [
  ['shop', 'fields', 'store', { path: 'shop' }],
  ['items[].paid', 'lines', 'amount_incl_tax', { path: 'paid' }],
  ['currency', 'lines', 'currency', null],
  ['items[].sku', 'fields', 'sku', { path: 'items[0].sku' }],
  ['items[].paid', 'fields', 'order_total', { formula: 'sum(map(items, number(#.paid)))' }],
] as const) {
  test(`fields: ${source} dropped on ${field} of the ${part}`, () => {
    const place: FieldPlace = { document: 0, part, field };
    const made = connectField(text, { flow: flowOf(text), place, source: readPath(source)! });
    assert.deepEqual(made && mappingAt(flowOf(made), place), mapped);
    if (made === null || mapped === null) return;
    const document = flowOf(made).documents[0]!;
    const expected = 'formula' in mapped ? ['items', 'number'] : [source];
    assert.ok(expected.includes(sourcesOf(document, part, mapped)[0]!));
  });
}

test('fields: what says nothing but a path is written as one', () => {
  const place: FieldPlace = { document: 0, part: 'fields', field: 'number' };
  assert.match(setField(text, place, { path: 'id', required: false }), /number: id$/m);
  assert.match(setField(text, place, { path: 'id', type: 'code' }), /number: \{ path: id, type: code \}/);
});

test('fields: a template asks for what it reads, of the lines where it repeats', () => {
  const flow = flowOf(text);
  const { header, lines } = neededFields(flow, flow.documents[0]!);
  assert.deepEqual([...header], ['number', 'doc_date', 'buyer_name', 'order_total', 'customer']);
  assert.deepEqual([...lines], ['line_amount']);
});

test('fields: a draft tells what is wrong with it, and where text stops being YAML', () => {
  const codes = readDraft(text, 'CNY').refusals.map(({ code, at }) => `${code} ${at}`);
  assert.ok(codes.includes('template_field_unknown template[0].lines[0].amount'));
  assert.equal(readDraft('flow: [a', 'CNY').unreadable?.line, 1);
});

test('fields: a cleared box is told and takes nothing else away', () => {
  const draft = readDraft(
    text
      .replace('"1122"', '""')
      .replace(
        'fields: { number: no, doc_date: at }',
        'fields: { number: no, doc_date: at, store: "", fx: { formula: 1 + } }',
      ),
    'CNY',
  );
  assert.equal(draft.flow?.template[0]?.lines[0]?.account, '');
  const [mapped] = draft.compiled?.run([{ no: 'A1', at: '2026-11-03' }], { crosswalk: () => null }) ?? [];
  assert.equal(mapped?.documents[0]?.number, 'A1');
  const places = draft.refusals.map(({ at }) => at);
  assert.ok(places.includes('documents[0].fields.fx'), places.join());
});

test('fields: a flow without a template yet has a canvas', () => {
  const begun = `${text.slice(0, text.indexOf('template:'))}template: []\ntargets: []\n`;
  assert.equal(readDraft(begun, 'CNY').flow?.documents[0]?.kind, 'order');
});
