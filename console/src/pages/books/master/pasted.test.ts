import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPasted, readRate, readValue } from './pasted.ts';

const show = (rows: readonly object[]) => rows.map((row) => Object.values(row).join(' ')).join(' | ');

// pasted                                            rows                                     wrong
for (const [text, rows, wrong] of [
  ['C1\t蓝天商贸\nC2\t白云贸易', 'C1 蓝天商贸 | C2 白云贸易', []],
  ['编码\t名称\nC1\t蓝天商贸\r\n\r\n', 'C1 蓝天商贸', []],
  ['C1\t蓝天\t5,000.50', 'C1 蓝天 5000.50', []],
  ['C1,蓝天\nC2，白云', 'C1 蓝天 | C2 白云', []],
  ['C1\t蓝天\nC2\t\nC3\t青山\t很多', 'C1 蓝天', [2, 3]],
  ['', '', []],
] as const) {
  test(`pasted values: ${JSON.stringify(text)}`, () => {
    const pasted = readPasted(text, readValue);
    assert.equal(show(pasted.rows), rows);
    assert.deepEqual(
      pasted.wrong.map(({ no }) => no),
      wrong,
    );
  });
}

// cells                                        rate
for (const [cells, rate] of [
  [['USD', 'spot', '2026-03-01', '7.1234'], 'USD spot 2026-03-01 7.1234'],
  [['usd', '即期', '2026/3/1', '7'], 'USD 即期 2026-03-01 7'],
  [['JPY', 'spot', '2026年3月15日', '0.0475'], 'JPY spot 2026-03-15 0.0475'],
  [['USD', 'spot', '3/1/2026', '7'], null],
  [['USD', 'spot', '2026-03-01', '0'], null],
  [['USD', 'spot', '2026-03-01', '-7'], null],
  [['美元', 'spot', '2026-03-01', '7'], null],
  [['USD', '', '2026-03-01', '7'], null],
] as const) {
  test(`pasted rate: ${cells.join(' ')}`, () => {
    const read = readRate(cells);
    assert.equal(read === null ? null : show([read]), rate);
  });
}
