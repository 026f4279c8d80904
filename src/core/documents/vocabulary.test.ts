import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '#core/trouble/message.ts';
import { NAMED_DIMENSIONS, thingName } from '#core/trouble/thing-names.ts';
import { defaultTypeOf, findVocabularyField, listVocabulary } from './vocabulary.ts';

test('vocabulary: 166 fields, each named in three languages, none twice', () => {
  const fields = listVocabulary();
  assert.equal(fields.length, 166);
  assert.equal(new Set(fields.map(({ id }) => id)).size, 166);
  for (const { id, title, group } of fields) {
    assert.match(id, /^[a-z][a-z0-9_]*$/);
    assert.ok(title.zh && title.en && title.ja && group, id);
  }
});

// field → how it is stored unless the mapping says otherwise
for (const [id, type] of [
  ['number', 'code'],
  ['doc_date', 'date'],
  ['order_total', 'amount'],
  ['fx_rate', 'rate'],
  ['quantity', 'qty'],
  ['customer', 'code'],
  ['order_status', 'code'],
  ['txn_time', 'text'],
  ['posted_flag', 'bool'],
  ['a_field_of_their_own', 'text'],
  ['constructor', 'text'],
] as const) {
  test(`vocabulary: ${id} is stored as ${type}`, () => assert.equal(defaultTypeOf(id), type));
}

test('vocabulary: a field is found by its id', () => {
  assert.equal(findVocabularyField('order_total')?.title.zh, '订单总额');
  assert.equal(findVocabularyField('toString'), null);
});

test('vocabulary: dimensions are called the same in messages', () => {
  for (const dimension of NAMED_DIMENSIONS) {
    const names = Object.fromEntries(LANGUAGES.map((language) => [language, thingName(dimension, language)]));
    assert.deepEqual(names, findVocabularyField(dimension)?.title);
  }
});
