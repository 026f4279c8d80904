import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAmount } from './amount.ts';
import { capitalAmount } from './capital-amount.ts';

const capitals = (text: string, currency: string) => {
  const minor = parseAmount(text, currency);
  return minor.ok ? capitalAmount(minor.value, currency) : minor.refusal.code;
};

// amount                currency  in capitals
for (const [amount, currency, expected] of [
  // Nothing, and what ends with 元.
  ['0.00', 'CNY', '零元整'],
  ['1.00', 'CNY', '壹元整'],
  ['10.00', 'CNY', '壹拾元整'],
  ['15.00', 'CNY', '壹拾伍元整'],
  ['100.00', 'CNY', '壹佰元整'],
  ['12300.00', 'CNY', '壹万贰仟叁佰元整'],
  ['100000.00', 'CNY', '壹拾万元整'],
  ['90000000.00', 'CNY', '玖仟万元整'],
  // The examples of the rules themselves.
  ['1409.50', 'CNY', '壹仟肆佰零玖元伍角'],
  ['6007.14', 'CNY', '陆仟零柒元壹角肆分'],
  ['1680.32', 'CNY', '壹仟陆佰捌拾元零叁角贰分'],
  ['107000.53', 'CNY', '壹拾万柒仟元零伍角叁分'],
  ['16409.02', 'CNY', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', 'CNY', '叁佰贰拾伍元零肆分'],
  // Less than one 元.
  ['0.50', 'CNY', '伍角'],
  ['0.05', 'CNY', '伍分'],
  ['0.32', 'CNY', '叁角贰分'],
  // Zeros inside: one 零 for a run of them, none at the end of a section.
  ['1001.00', 'CNY', '壹仟零壹元整'],
  ['1010.00', 'CNY', '壹仟零壹拾元整'],
  ['10001.00', 'CNY', '壹万零壹元整'],
  ['10010.10', 'CNY', '壹万零壹拾元零壹角'],
  ['20300.00', 'CNY', '贰万零叁佰元整'],
  ['1000100.00', 'CNY', '壹佰万零壹佰元整'],
  ['10203040.05', 'CNY', '壹仟零贰拾万叁仟零肆拾元零伍分'],
  // 亿 and above.
  ['100000000.00', 'CNY', '壹亿元整'],
  ['100010000.00', 'CNY', '壹亿零壹万元整'],
  ['1000000001.00', 'CNY', '壹拾亿零壹元整'],
  ['123456789.98', 'CNY', '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元玖角捌分'],
  ['1000000000000.00', 'CNY', '壹万亿元整'],
  ['1000200000003.40', 'CNY', '壹万零贰亿零叁元肆角'],
  ['999999999999999.99', 'CNY', '玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  // Red letters.
  ['-12300.00', 'CNY', '负壹万贰仟叁佰元整'],
  ['-0.05', 'CNY', '负伍分'],
  // Other currencies.
  ['25.80', 'HKD', '贰拾伍元捌角'],
  ['1000', 'JPY', null],
  ['1.234', 'KWD', null],
] as const) {
  test(`capitals: ${amount} ${currency} → ${expected}`, () => {
    assert.equal(capitals(amount, currency), expected);
  });
}

test('capitals: different amounts are never written alike', () => {
  const minor = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n });
  fc.assert(
    fc.property(minor, (amount) => {
      assert.equal(readCapitals(capitalAmount(amount, 'CNY') ?? ''), amount);
    }),
  );
});

/** Reads capitals back: digits by their place, sections by 万 and 亿. */
function readCapitals(text: string): bigint {
  const places = { 拾: 10n, 佰: 100n, 仟: 1_000n };
  let total = 0n;
  let section = 0n;
  let digit = 0n;
  const add = (factor: bigint) => {
    section += digit * factor;
    digit = 0n;
  };
  for (const character of text.replace('整', '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
    if (value >= 0) digit = BigInt(value);
    else if (character in places) add(places[character as keyof typeof places]);
    else if (character === '万') {
      add(1n);
      section *= 10_000n;
      total += section;
      section = 0n;
    } else if (character === '亿') {
      add(1n);
      total = (total + section) * 100_000_000n;
      section = 0n;
    } else if (character === '元') {
      add(1n);
      total = (total + section) * 100n;
      section = 0n;
    } else if (character === '角') add(10n);
    else if (character === '分') add(1n);
  }
  return total + section;
}
