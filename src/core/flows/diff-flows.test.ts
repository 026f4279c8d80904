import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffFlows } from './diff-flows.ts';
import { diffLists } from './diff-lists.ts';
import type { Flow } from './flow.ts';
import { minimalFlow } from './testing.ts';

const base: Flow = {
  ...minimalFlow(),
  tables: {
    dept: {
      inputs: ['store'],
      outputs: ['dept'],
      rules: [
        ['S1', 'D1'],
        ['S2', 'D2'],
        ['S3', 'D3'],
      ],
    },
  },
};
const [order] = base.documents;
const [template] = base.template;
const fields = (changes: object): Flow => ({
  ...base,
  documents: [{ ...order!, fields: { ...order!.fields, ...changes } }],
});
const rules = (...given: string[][]): Flow => ({
  ...base,
  tables: { dept: { ...base.tables!.dept!, rules: given } },
});

// what was done                         what is told
for (const [name, after, told] of [
  ['nothing', base, ''],
  ['a field added', fields({ store: 'shop' }), 'added field documents.order.fields.store'],
  ['a field changed', fields({ number: 'id' }), 'changed field documents.order.fields.number'],
  ['the trigger', { ...base, trigger: { manual: true } }, 'added flow trigger'],
  [
    'a rule added at the end',
    rules(['S1', 'D1'], ['S2', 'D2'], ['S3', 'D3'], ['S4', 'D4']),
    'added rule tables.dept.rules[3]',
  ],
  ['a rule changed', rules(['S1', 'D1'], ['S2', 'D9'], ['S3', 'D3']), 'changed rule tables.dept.rules[1]'],
  ['a rule removed', rules(['S1', 'D1'], ['S3', 'D3']), 'removed rule tables.dept.rules'],
  [
    'two rules changed places',
    rules(['S2', 'D2'], ['S1', 'D1'], ['S3', 'D3']),
    'removed rule tables.dept.rules, added rule tables.dept.rules[1]',
  ],
  [
    'a line of the template changed',
    {
      ...base,
      template: [{ ...template!, lines: [{ ...template!.lines[0]!, account: '1002' }, template!.lines[1]!] }],
    },
    'changed template-line template.order.lines[0]',
  ],
  [
    'another kind',
    { ...base, documents: [{ ...order!, kind: 'sale' }] },
    'removed document documents.order, added document documents.sale',
  ],
  [
    'lines',
    { ...base, documents: [{ ...order!, lines: { from: 'items', fields: { sku: 'sku' } } }] },
    'added document documents.order.lines.from, added line-field documents.order.lines.fields.sku',
  ],
] as const) {
  test(`diff of flows: ${name} → ${told || 'nothing'}`, () => {
    const changes = diffFlows(base, after);
    assert.equal(changes.map(({ change, part, at }) => `${change} ${part} ${at}`).join(', '), told);
  });
}

test('diff of lists: the steps lead from the one to the other, and what stays is as much as can be', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const steps = diffLists(before, after, (item) => item);
      assert.deepEqual(
        steps.flatMap((step) => (step.type === 'added' ? [] : [step.before])),
        before,
      );
      assert.deepEqual(
        steps.flatMap((step) => (step.type === 'removed' ? [] : [step.after])),
        after,
      );
      const kept = steps.filter(({ type }) => type === 'same').length;
      assert.equal(kept, longestCommon(before, after));
    }),
  );
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [, ...restA] = a;
  const [, ...restB] = b;
  const key = `${a.join('')}|${b.join('')}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const length =
    a[0] === b[0]
      ? 1 + longestCommon(restA, restB)
      : Math.max(longestCommon(restA, b), longestCommon(a, restB));
  memo.set(key, length);
  return length;
}

const memo = new Map<string, number>();
