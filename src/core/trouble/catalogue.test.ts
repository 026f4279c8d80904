import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, codesByArea, describe, fill, mergeAreas } from './catalogue.ts';
import type { Message } from './message.ts';

const text = { zh: '无', en: 'none', ja: 'なし' };
const message: Message = { title: text, advice: text };

// text, params, what the reader sees
for (const [template, params, seen] of [
  [
    '{at}: "{text}" is not an amount',
    { at: 'lines[2].net', text: '1,2' },
    'lines[2].net: "1,2" is not an amount',
  ],
  ['{at}: "{text}" is not an amount', { text: '1,2' }, '"1,2" is not an amount'],
  ['{at}：“{text}”不是金额', { text: '一' }, '“一”不是金额'],
  ['{at}: {at} again', { at: 'a' }, 'a: a again'],
  ['{limit} at most', {}, '… at most'],
  ['{text}', { text: '{at}' }, '{at}'],
  ['{kind:name} {id}', { kind: 'refund', id: 'R1' }, 'Refund R1'],
  ['{kind:name} {id}', { kind: 'tea-receipt' }, 'tea-receipt …'],
] as const) {
  test(`catalogue: ${template} with ${JSON.stringify(params)} → ${seen}`, () => {
    assert.equal(fill(template, params, 'en'), seen);
  });
}

test('catalogue: a code that two areas claim is a bug', () => {
  assert.throws(() => mergeAreas({ a: { taken: message }, b: { taken: message } }), /taken of area b/);
});

test('catalogue: every code of every area is in it', () => {
  assert.deepEqual([...codesByArea.values()].flat(), [...catalogue.keys()]);
});

test('catalogue: a code of a flow of its own is shown as its author wrote it', () => {
  assert.equal(describe('total_adds_up', { at: 'order_total' }, 'en').title, 'order_total: total_adds_up');
});
