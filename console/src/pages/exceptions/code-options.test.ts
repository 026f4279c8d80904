import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOptions } from './code-options.ts';

test('codes: alike ones first, then those in use, none twice', () => {
  const suggestions = [{ code: 'C2', name: '乙', confidence: 0.9, because: '乙店' }];
  const known = [{ to: 'C3' }, { to: 'C2' }, { to: 'C1' }, { to: 'C3' }];
  const options = codeOptions({ suggestions, known, tell: ({ name }) => name, used: '已用' });
  assert.deepEqual(
    options.map(({ label }) => label),
    ['C2 · 乙', 'C1 · 已用', 'C3 · 已用'],
  );
});
