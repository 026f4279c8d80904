import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLines, showLines } from './voucher-notation.ts';

for (const text of [
  'D 1122 113.00 customer=C001 | C 6001 100.00 | C 2221.01.02 13.00',
  "D 1002 71.23 USD 10.00 @7.1234 | C 6051 71.23 qty=2 price=35.615 'scrap sold'",
  'D 1002 -5.00 | C 6001 -5.00',
  '',
]) {
  test(`notation: ${text || '(nothing)'} reads back`, () => {
    assert.equal(showLines(parseLines(text, 'CNY'), 'CNY'), text);
  });
}

for (const text of ['X 1002 5.00', 'D 1002', 'D 1002 5,00', 'D 1002 5.00 USD 1.00']) {
  test(`notation: "${text}" is a mistake of whoever wrote it`, () => {
    assert.throws(() => parseLines(text, 'CNY'), /bug/);
  });
}
