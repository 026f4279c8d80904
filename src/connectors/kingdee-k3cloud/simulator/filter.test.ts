import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFilter } from './filter.ts';
import { equalities, meets } from './meets.ts';

const row: Record<string, string | number | null> = {
  FNumber: "O'Hara",
  FName: 'Ann [TZ:k1]',
  FDEBIT: 113,
  FModifyDate: '2026-01-31T08:00:00.5',
  FDocumentStatus: 'C',
  FNote: null,
};

for (const [filter, holds] of [
  ['', true],
  ["FNumber='O''Hara'", true],
  ["FNumber = N'O''Hara'", true],
  ["fNumber='x'", false],
  ["FName='ANN [tz:K1]'", true],
  ['FDEBIT>=113 and FDEBIT<113.01', true],
  ['FDEBIT <> 113', false],
  ["FDEBIT != '112'", true],
  ["FModifyDate>='2026-01-31 08:00:00' and FModifyDate<'2026-02-01'", true],
  ["FModifyDate>'2026-1-31 08:00:01'", false],
  ["FDocumentStatus in ('A','C')", true],
  ["FDocumentStatus not in ('A','C')", false],
  ["FName like '%[[]TZ:k1]'", true],
  ["FName like '%[TZ:k1]'", false],
  ["FName like 'Ann _TZ%'", true],
  ["FName not like 'B%'", true],
  ["FName like '%.*%'", false],
  ['FNote is null and FName is not null', true],
  ["FNote = 'x' or FNote <> 'x'", false],
  ['1=1 and FDEBIT=113', true],
  ["FDEBIT=1 or FDEBIT=113 and FDocumentStatus='A'", false],
  ["(FDEBIT=1 or FDEBIT=113) and FDocumentStatus='C'", true],
  ['not (FDEBIT=1)', true],
  [[{ Left: '(', FieldName: 'FNumber', Compare: '67', Value: "O'Hara", Right: ')', Logic: '0' }], true],
  [
    [
      { Left: '(', FieldName: 'FDEBIT', Compare: '67', Value: '1', Right: '', Logic: '1' },
      { Left: '', FieldName: 'FDEBIT', Compare: '67', Value: '113', Right: ')', Logic: '0' },
    ],
    true,
  ],
] as const) {
  test(`filter: ${JSON.stringify(filter)} → ${holds}`, () => {
    const condition = parseFilter(filter);
    const read = (field: string) =>
      row[Object.keys(row).find((key) => key.toLowerCase() === field.toLowerCase()) ?? ''] ?? null;
    assert.equal(condition === null || meets(condition, read), holds);
  });
}

for (const filter of [
  'FNumber=',
  "FNumber='x",
  "(FNumber='x'",
  "FNumber='x') or 1=1",
  'FNumber ~ 1',
  '; drop table x',
  '('.repeat(60),
]) {
  test(`filter: ${filter.slice(0, 20)} is refused`, () =>
    assert.throws(() => parseFilter(filter), /语法错误/));
}

test('filter: what an index can answer', () => {
  const condition = parseFilter("F_TZ_KEY in ('a','b') and FDEBIT>1 and (FNumber='x' or 1=1)");
  assert.deepEqual([...equalities(condition)], [['F_TZ_KEY', ['a', 'b']]]);
});
