import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { metafieldKey, noteLine, noteWith } from './mark.ts';

for (const [document, name, key] of [
  [null, '#1001', 'voucher'],
  ['#1001', '#1001', 'voucher'],
  ['1001', '#1001', 'voucher'],
  ['77', '#1001', 'voucher'],
  ['#1001-R1', '#1001', 'voucher_R1'],
  ['1001-R2', '#1001', 'voucher_R2'],
  ['77-refund-3', '#1001', 'voucher_refund-3'],
  ['EU-1001-R1', 'EU-1001', 'voucher_R1'],
  ['1001-R1', '', 'voucher_1001-R1'],
] as const) {
  test(`metafield key of ${document} on ${name} → ${key}`, () => {
    assert.equal(metafieldKey(document, { id: '77', name }), key);
  });
}

test('a document number that the shop would not take as a key is hashed', () => {
  const order = { id: '77', name: '#1001' };
  const [refund, exchange] = [metafieldKey('#1001-退款', order), metafieldKey('#1001-换货', order)];
  assert.match(refund, /^voucher_[0-9a-f]{16}$/);
  assert.notEqual(refund, exchange);
});

test('a metafield key is always one that the shop takes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (document, name) => {
      assert.match(metafieldKey(document, { id: '1', name }), /^[\w-]{2,64}$/);
    }),
  );
});

for (const [title, note, document, expected] of [
  ['no note', null, '#1', '[通账 #1] 记-2'],
  ['empty note', '', '#1', '[通账 #1] 记-2'],
  ['merchant note', 'Gift!\n\nwrap it ', '#1', 'Gift!\n\nwrap it \n[通账 #1] 记-2'],
  ['an earlier line', 'Gift!\n[通账 #1] 记-1\nlater words', '#1', 'Gift!\nlater words\n[通账 #1] 记-2'],
  ['a line of another document', '[通账 #1-R1] 记-1', '#1', '[通账 #1-R1] 记-1\n[通账 #1] 记-2'],
  ['a reason that is over', '[通账] 待处理', '#1', '[通账 #1] 记-2'],
  ['held', '[通账 #1] 记-1\n[通账] 旧', null, '[通账 #1] 记-1\n[通账] 记-2'],
] as const) {
  test(`note: ${title}`, () => assert.equal(noteWith(note, document, '记-2'), expected));
}

test('writing the line twice changes nothing, and the merchant loses no word', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), fc.string(), fc.option(fc.string()), (note, text, document) => {
      const once = noteWith(note, document, text);
      assert.equal(noteWith(once, document, text), once);
      assert.ok(once.endsWith(noteLine(document, text)));
      if (note !== null && !note.includes('[通账')) assert.ok(once.startsWith(note));
    }),
  );
});
