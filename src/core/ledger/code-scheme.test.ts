import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CodeScheme, findParentCode, joinCode, parentCodeOf, splitCode } from './code-scheme.ts';

// scheme   code            levels                        parent
for (const [scheme, code, levels, parent] of [
  ['dotted', '2221.01.02', ['2221', '01', '02'], '2221.01'],
  ['dotted', '2221', ['2221'], null],
  ['dotted', '2221..02', null, null],
  ['4-2-2', '22210102', ['2221', '01', '02'], '222101'],
  ['4-2-2', '2221010203', ['2221', '01', '02', '03'], '22210102'],
  ['4-2-2', '22210', null, null],
  ['4-3', '2221001', ['2221', '001'], '2221'],
  ['4-3', '', null, null],
] as const) {
  test(`code: ${code || '(empty)'} under ${scheme} → ${levels?.join(' · ') ?? 'does not follow it'}`, () => {
    assert.deepEqual(splitCode(code, scheme), levels);
    assert.equal(parentCodeOf(code, scheme), parent);
  });
}

test('code: joined levels split into themselves, and their parent is one level shorter', () => {
  const level = fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0'));
  const scheme = fc.constantFrom<CodeScheme>('dotted', '4-2-2', '4-2');
  fc.assert(
    fc.property(scheme, fc.array(level, { minLength: 1, maxLength: 4 }), (chosen, details) => {
      const levels = ['1002', ...details];
      const code = joinCode(levels, chosen);
      assert.deepEqual(splitCode(code, chosen), levels);
      assert.equal(parentCodeOf(code, chosen), joinCode(levels.slice(0, -1), chosen));
    }),
  );
});

test('code: a level that does not fit, or a scheme that is none, is a bug', () => {
  assert.throws(() => joinCode(['2221', '123'], '4-2-2'), /fits/);
  assert.throws(() => splitCode('2221', '4-0'), /scheme/);
});

// In a foreign chart the parent is the longest code that begins it.
const codes = new Set(['1002', '1002.1', '1002.01', '2221', '222101', '22210101']);
for (const [code, parent] of [
  ['1002.10', '1002'],
  ['1002.1.5', '1002.1'],
  ['22210102', '222101'],
  ['2221010101', '22210101'],
  ['2221', null],
  ['3001', null],
] as const) {
  test(`code: in a foreign chart ${code} belongs to ${parent}`, () =>
    assert.equal(findParentCode(code, codes), parent));
}
