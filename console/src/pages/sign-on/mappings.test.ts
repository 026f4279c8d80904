import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mappingsToSend, typedMappings } from './mappings.ts';

test('sign-on: rows that are not filled in are left out, no books are every book', () => {
  const typed = [
    { group: ' finance ', role: 'accountant', books: [] },
    { group: '', role: 'auditor', books: [] },
    { group: 'audit', role: '', books: [] },
    { group: 'audit', role: 'auditor', books: ['b1'] },
  ];
  const sent = mappingsToSend(typed);
  assert.deepEqual(sent, [
    { group: 'finance', role: 'accountant', books: null },
    { group: 'audit', role: 'auditor', books: ['b1'] },
  ]);
  assert.deepEqual(mappingsToSend(typedMappings(sent)), sent);
});
