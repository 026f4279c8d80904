import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FieldValue } from '#core/documents/document.ts';
import type { DecisionTable } from '#core/flows/flow.ts';
import { parseCell } from './cell.ts';
import { compileTable } from './decision-table.ts';

// cell, value (bigint: an amount in cents) → does it fit
for (const [cell, value, fits] of [
  ['-', null, true],
  ['*', 'x', true],
  ['', 'x', true],
  ['S1', 'S1', true],
  ['S1', null, false],
  ['S1|S2', 'S2', true],
  ['10', '0010', false],
  [10, '10', true],
  ['10', 1_000n, true],
  ['10.00', 1_000n, true],
  ['10', 1_001n, false],
  ['true', true, true],
  ['[1..5]', '5', true],
  ['[1..5)', '5', false],
  ['(1..5]', '1', false],
  ['[1..5]', 500n, true],
  ['[1..5]', 501n, false],
  ['[1..5]', 'abc', false],
  ['[2026-01-01..2026-03-31]', '2026-02-28', true],
  ['[2026-01-01..2026-03-31]', '2026-04-01', false],
  ['>= 10', '10.00', true],
  ['>= 10', '9.99', false],
  ['> 0.1', '0.10000000000000001', true],
  ['< -5', '-5.01', true],
  ['>= 2026-06-01', '2026-06-01', true],
  ['!= S1|S2', 'S3', true],
  ['!= S1|S2', 'S2', false],
  ['!= S1', null, false],
  ['*东*', '华东区', true],
  ['北京*', '北京一店', true],
  ['*店', '北京一店', true],
  ['*店', '北京', false],
] as const) {
  test(`cell: ${cell} ${fits ? 'fits' : 'does not fit'} ${value}`, () => {
    const parsed = parseCell(cell);
    assert.ok(parsed);
    assert.equal(parsed.kind === 'any' || parsed.test(value, 2), fits);
  });
}

for (const cell of ['[1..x]', '[1..2026-01-01]', '>= ten', '< ']) {
  test(`cell: ${cell} is refused or means its own text`, () => {
    const parsed = parseCell(cell);
    assert.ok(parsed === null || parsed.kind === 'words');
  });
}

const table: DecisionTable = {
  inputs: ['store', 'order_total'],
  outputs: ['dept', 'project'],
  rules: [
    ['S1', '>= 1000', 'D-BIG', 'P1'],
    ['S1|S2', '-', 'D-SMALL', '-'],
    ['-', '[0..10]', 'D-REST', 'P2'],
  ],
};

// fill, fields before → fields after, and the rule that did it
for (const [fill, before, after] of [
  ['missing', { store: 'S1', order_total: 100_000n }, 'D-BIG P1 by 1,1'],
  ['missing', { store: 'S1', order_total: 99_999n }, 'D-SMALL - by 2'],
  ['missing', { store: 'S1', order_total: 99_999n, dept: 'OWN' }, 'OWN - by '],
  ['always', { store: 'S1', order_total: 99_999n, dept: 'OWN' }, 'D-SMALL - by 2'],
  ['missing', { store: 'S9', order_total: 500n }, 'D-REST P2 by 3,3'],
  ['missing', { store: 'S9', order_total: 5_000n }, 'no match'],
  ['missing', { store: null, order_total: 500n }, 'D-REST P2 by 3,3'],
] as const) {
  test(`table: ${fill} ${Object.values(before).join(' ')} → ${after}`, () => {
    assert.equal(apply({ ...table, fill }, { ...before }), after);
  });
}

test('table: a short row and a bad cell are refused with their place', () => {
  const short = compileTable('t', { ...table, rules: [['S1', 'D']] });
  assert.deepEqual(!short.ok && [short.refusal.code, short.refusal.at], ['table_row_length', 'rules[0]']);
  const bad = compileTable('t', { ...table, rules: [['S1', '[1..x]', 'D', 'P']] });
  assert.deepEqual(!bad.ok && [bad.refusal.code, bad.refusal.at], ['table_cell_invalid', 'rules[0][1]']);
});

test('table: the index finds the very rule that trying one after the other finds', () => {
  const cell = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'A|C') },
    fc.constantFrom('-', 'A*', '!= A'),
  );
  const value = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 30 }), fc.tuple(value, value), (rows, inputs) => {
      const compiled = compileTable('t', {
        inputs: ['a', 'b'],
        outputs: ['c'],
        rules: rows.map((row) => [...row, 'x']),
      });
      assert.ok(compiled.ok);
      const expected = rows.findIndex((row) =>
        row.every((raw, i) => {
          const parsed = parseCell(raw);
          return parsed !== null && (parsed.kind === 'any' || parsed.test(inputs[i] ?? null, 2));
        }),
      );
      assert.equal(compiled.value.find(inputs, 2), expected);
    }),
  );
});

function apply(source: DecisionTable, fields: Record<string, FieldValue>): string {
  const compiled = compileTable('t', source);
  assert.ok(compiled.ok);
  const rules: string[] = [];
  const matched = compiled.value.apply({
    minorUnits: 2,
    read: (field) => fields[field] ?? null,
    write: (field, value, { rule }) => {
      fields[field] = value;
      rules.push(rule);
    },
  });
  return matched ? `${fields.dept ?? '-'} ${fields.project ?? '-'} by ${rules}` : 'no match';
}
