import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Document, FieldValue } from './document.ts';
import { restoreDocument, serialiseContent, serialiseProvenance } from './serialise.ts';

const document: Document = {
  kind: 'order',
  number: '#1001',
  date: '2026-11-20',
  currency: 'CNY',
  fields: { store: 'S1', order_total: 11_300n, paid: true, remark: null },
  lines: [{ sku: '😀', amount: -5n }],
  provenance: [{ field: 'store', by: 'crosswalk', name: 'stores', rule: '77', confidence: 0.8 }],
};

test('serialise: amounts are decimal strings that come back as amounts, absent fields are left out', () => {
  assert.equal(
    serialiseContent(document),
    '{"kind":"order","number":"#1001","date":"2026-11-20","currency":"CNY",' +
      '"fields":{"order_total":{"amount":"113.00"},"paid":true,"store":"S1"},' +
      '"lines":[{"amount":{"amount":"-0.05"},"sku":"😀"}]}',
  );
});

test('serialise: a document comes back as it went, whatever the order of its fields', () => {
  const value: fc.Arbitrary<FieldValue> = fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
  );
  const fields = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/), value);
  fc.assert(
    fc.property(fields, fields, fc.constantFrom('CNY', 'JPY', 'KWD'), (header, line, currency) => {
      const original = { ...document, currency, fields: { ...header }, lines: [{ ...line }] };
      const text = serialiseContent(original);
      const restored = restoreDocument(JSON.parse(text), JSON.parse(serialiseProvenance(original)));
      assert.deepEqual(restored, original);
      const reordered = { ...original, fields: Object.fromEntries(Object.entries(header).reverse()) };
      assert.equal(serialiseContent(reordered), text);
    }),
  );
});

test('serialise: another provenance is the same business content, another cent is not', () => {
  const content = serialiseContent(document);
  assert.equal(serialiseContent({ ...document, provenance: [] }), content);
  assert.notEqual(serialiseContent({ ...document, lines: [{ sku: '😀', amount: -4n }] }), content);
});
