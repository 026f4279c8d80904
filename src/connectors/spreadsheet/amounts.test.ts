import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanAmount } from './clean-amount.ts';
import { read, valuesOf } from './testing.ts';

const T = (rows: string): string => `单号,金额\n${rows}`;
const BANK = `日期,收入,支出
2024-01-05,"1,234.50",-
2024-01-06,-,12.00
合计,"1,234.50",12.00
`;
const money = { amounts: 'signed', amountColumn: '金额' };
const sided = { amounts: 'direction', amountColumn: '金额', directionColumn: '借贷' };
const two = { amounts: 'two-columns', debitColumn: '借方', creditColumn: '贷方' };

// what, file, settings, the values of each row with `_amount` last, the refused rows, what stopped it
const CASES: readonly (readonly [string, string, object, string[], string[]?, (string | null)?])[] = [
  [
    'a bank statement: nothing is a dash',
    BANK,
    { amounts: 'two-columns', creditColumn: '收入', debitColumn: '支出' },
    ['2024-01-05|1,234.50|-|1234.50', '2024-01-06|-|12.00|-12.00'],
  ],
  [
    'signed amounts',
    T('A,"1,234.50"\nB,(5)\nC,￥１，０００．００\nD,-\n'),
    money,
    ['A|1,234.50|1234.50', 'B|(5)|-5', 'C|￥１，０００．００|1000.00', 'D|-'],
    ['amount_missing row 5, "金额"'],
  ],
  ['a bad amount', T('A,"1,23.4"\nB,2\n'), money, ['A|1,23.4', 'B|2|2'], ['amount_unreadable row 2, "金额"']],
  [
    'amount and direction',
    '单号,金额,借贷\nA,1,贷 Cr\nB,2,借\nC,3,支\nD,4,收\nE,5,d\nF,6,-\nG,7,?\nH,-8,借\n',
    sided,
    ['A|1|贷 Cr|1', 'B|2|借|-2', 'C|3|支|-3', 'D|4|收|4', 'E|5|d|-5', 'F|6|-|-6', 'G|7|?', 'H|-8|借'],
    ['amount_direction_unknown row 8, "借贷"', 'amount_direction_doubled row 9, "金额"'],
  ],
  [
    'own direction words, debit positive',
    '单号,金额,借贷\nA,1,借\nB,2,收\nC,3,不计\n',
    { ...sided, positive: 'debit', negativeWords: '不计' },
    ['A|1|借|1', 'B|2|收|2', 'C|3|不计|-3'],
  ],
  [
    'two columns',
    '单号,借方,贷方\nA,1.00,\nB,,2.00\nC,0.00,3\nD,1,1\nE,,\nF,-4,\n',
    two,
    ['A|1.00||-1.00', 'B||2.00|2.00', 'C|0.00|3|3', 'D|1|1', 'E||', 'F|-4||4'],
    ['amount_on_both_sides row 5, "贷方"', 'amount_missing row 6, "贷方"'],
  ],
  [
    'decimal commas',
    'no;amount\nA;1.234,50\n',
    { ...money, amountColumn: 'amount', decimal: 'comma' },
    ['A|1.234,50|1234.50'],
  ],
  [
    'a column that is missing',
    T('A,1\n'),
    { amounts: 'signed', amountColumn: '税额' },
    [],
    [],
    'column_not_found',
  ],
];

for (const [what, file, settings, rows, refused = [], stopped = null] of CASES) {
  test(`amounts: ${what}`, async () => {
    const found = await read(file, { ...settings });
    assert.deepEqual(
      { rows: valuesOf(found), refused: found.refused, stopped: found.stopped },
      { rows, refused, stopped },
    );
  });
}

// cell → decimal text, - for nothing, ? for what nobody should guess
for (const [cell, seen] of [
  ['1234.50', '1234.50'],
  ['1,234,567.89', '1234567.89'],
  ['-1,234.50', '-1234.50'],
  ['(1,234.50)', '-1234.50'],
  ['（￥1，234．50）', '-1234.50'],
  ['¥-12', '-12'],
  ['-¥12', '-12'],
  ['− 12.00', '-12.00'],
  ['12.00-', '-12.00'],
  ['+12', '12'],
  ['RMB 12元', '12'],
  ['人民币12元整', '12'],
  ['007.10', '7.10'],
  ['.5', '0.5'],
  ['-0.00', '0.00'],
  ['0', '0'],
  ['', '-'],
  ['-', '-'],
  ['--', '-'],
  ['/', '-'],
  ['1,23', '?'],
  ['1,2345', '?'],
  ['1.234,50', '?'],
  ['1.2.3', '?'],
  ['-(5)', '?'],
  ['--5', '?'],
  ['$5', '?'],
  ['1E+5', '?'],
  ['12%', '?'],
  ['五', '?'],
  ['1 234', '?'],
  ['¥', '?'],
] as const) {
  test(`amounts: “${cell}” is ${seen}`, () => {
    const found = cleanAmount(cell, 'point');
    assert.equal(found.kind === 'amount' ? found.text : found.kind === 'none' ? '-' : '?', seen);
  });
}
