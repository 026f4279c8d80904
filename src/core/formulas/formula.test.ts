import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDecimal } from '#core/money/decimal.ts';
import { compileFormula, type Scope } from './formula.ts';
import { textOf, toValue, type Value } from './value.ts';

const order = {
  total: 113.4,
  rate: '0.13',
  paid: true,
  name: '#1001',
  订单: '甲',
  nothing: null,
  'net (CNY)': 5,
  customer: { id: 7, tags: ['vip', 'new'] },
  lines: [
    { price: 2.5, quantity: 2, parts: [1, 2] },
    { price: 10, quantity: 1, parts: [3] },
  ],
};

// formula → value as text, or the code and the limit or place it is refused with
for (const [formula, shown] of [
  ['0.1 + 0.2', '0.3'],
  ['total * 0.13', '14.742'],
  ['round(total * 0.13, 2)', '14.74'],
  ['round(-1.005, 2)', '-1.01'],
  ['floor(-1.5) + ceil(-1.5) + trunc(-1.57, 1)', '-4.5'],
  ['number(rate) * 100', '13'],
  ['1 / 3', '0.3333333333333333333333333333'],
  ['1 / 0', 'null'],
  ['5 % 0', 'null'],
  ['-7 % 3', '-1'],
  ['2 ^ 3 ^ 2', '512'],
  ['-2 ^ 2', '4'],
  ['1e3 + 1_000', '2000'],
  ['paid and not (name == "x")', 'true'],
  ['paid ? "yes" : "no"', 'yes'],
  ['nothing ?? 4 * 2', '8'],
  ['total in (100..113.4]', 'true'],
  ['customer.tags[0] in ["vip"]', 'true'],
  ['name not in ["#1001"]', 'false'],
  ['name[1:2]', '10'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the formula's
  ['`no ${name} of ${customer.id}`', 'no #1001 of 7'],
  ['订单 + "!"', '甲!'],
  ['$["net (CNY)"] + 1', '6'],
  ['sum(map(lines, #.price * #.quantity))', '15'],
  ['sum(map(lines as line, sum(map(line.parts, # * line.price))))', '37.5'],
  ['count(lines, #.quantity > 1)', '1'],
  ['len(filter(lines, #.price >= 10))', '1'],
  ['some(lines, #.price > 9) and not all(lines, #.price > 9)', 'true'],
  ['max(flatMap(lines, #.parts))', '3'],
  ['sum(map([1..4], # * #))', '30'],
  ['len("中文😀")', '3'],
  ['upper(trim(" a ")) + lower("B")', 'Ab'],
  ['1 == "1"', 'false'],
  ['customer.missing.deeper ?? "none"', 'none'],
  ['customer.constructor ?? "none"', 'none'],
  ['__proto__ ?? "none"', 'none'],
  // refused when it is compiled or when it runs
  ['missing + 1', 'formula_value_missing'],
  ['name + 1', 'formula_number_expected #1001'],
  ['total ? 1 : 2', 'formula_yes_no_expected 113.4'],
  ['sum(total)', 'formula_list_expected 113.4'],
  ['string(lines)', 'formula_text_expected […]'],
  ['number("1,000")', 'formula_number_expected 1,000'],
  ['if paid then 1', 'formula_invalid 4'],
  ['1 +', 'formula_invalid 4'],
  ['"open', 'formula_invalid 1'],
  ['a = 1; a', 'formula_invalid 3'],
  ['# + 1', 'formula_invalid ?'],
  ['rand(5)', 'formula_function_unknown rand'],
  ['constructor("x")', 'formula_function_unknown constructor'],
  ['toString()', 'formula_function_unknown toString'],
  ['round(1, 99)', 'formula_number_too_large'],
  ['10 ^ 61', 'formula_number_too_large'],
  ['2 ^ 65', 'formula_number_too_large'],
] as const) {
  test(`formula: ${formula} → ${shown}`, () => assert.equal(show(formula, order), shown));
}

const BIG = Array.from({ length: 2_000 }, (_, i) => i);

// what could hold up or bring down the process
for (const [what, formula, scope, shown] of [
  ['a long formula', `${'1+'.repeat(600)}1`, {}, 'formula_too_costly 1000 characters'],
  ['many brackets', '('.repeat(400), {}, 'formula_too_costly nesting 60'],
  ['many signs', `${'-'.repeat(900)}1`, {}, 'formula_too_costly nesting 60'],
  ['many lists', '['.repeat(400), {}, 'formula_too_costly nesting 60'],
  ['a long range', 'sum(map([1..100000], #))', {}, 'formula_too_costly [1..10000]'],
  ['a range from data', 'map([1..n], #)', { n: 5 }, 'formula_too_costly [1..10] with written numbers'],
  ['a long range in a function', 'sum([1..20000])', {}, 'formula_too_costly [1..10000]'],
  ['three loops', 'map(a, map(#, map(#, #)))', {}, 'formula_too_costly 2 loops inside one another'],
  ['a loop in a loop', 'map(a, map($.a, #))', { a: BIG }, 'formula_too_costly 100000 steps'],
  ['a search in a loop', 'map(a, # in $.a)', { a: BIG }, 'formula_too_costly 100000 steps'],
  ['a sum in a loop', 'map(a, sum([1..10000]))', { a: BIG }, 'formula_too_costly 100000 steps'],
  ['texts that grow', 'map(a, b + b)', { a: BIG, b: 'x'.repeat(40_000) }, 'formula_too_costly 100000 steps'],
  ['a huge text', 'b + b', { b: 'x'.repeat(90_000) }, 'formula_too_costly 100000'],
  ['numbers beyond all proportion', 'a * a', { a: 1e25 }, '1'.padEnd(51, '0')],
  ['numbers that overflow', 'a * a * a', { a: 1e25 }, 'formula_number_too_large'],
  ['a number with lost digits', 'a', { a: 0.1 + 0.2 }, 'formula_number_imprecise 0.30000000000000004'],
  ['an infinite number', 'a', { a: Number.POSITIVE_INFINITY }, 'formula_number_imprecise Infinity'],
  ['own member called constructor', 'constructor', { constructor: 'own' }, 'own'],
] as const) {
  test(`formula: ${what} → ${shown}`, () => assert.equal(show(formula, scope), shown));
}

test('formula: lists the names it reads, each once, elements of loops left out', () => {
  const compiled = compileFormula('a.b + sum(map(lines as line, line.x * rate + #.y)) + a.c + $.z');
  assert.deepEqual(compiled.ok && compiled.value.names, ['a', 'lines', 'rate', '$']);
});

test('formula: whatever text it is given, it answers and does not throw', () => {
  const piece = fc.constantFrom(
    'a',
    '1',
    '(',
    ')',
    '[',
    ']',
    '..',
    '+',
    '?',
    ':',
    'map(',
    '#',
    '"x"',
    '`${',
    '}',
    ' in ',
    '.',
    'not ',
    ',',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ unit: 'binary' }), (pieces, noise) => {
      show(pieces.join(''), { a: [1] });
      show(noise, {});
    }),
  );
});

test('formula: sums and products are those of exact integers', () => {
  const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const scope = { a: `${a}`, b: `${b}` };
      assert.equal(show('number(a) + number(b)', scope), `${a + b}`);
      assert.equal(show('number(a) * number(b)', scope), `${a * b}`);
    }),
  );
});

test('formula: a quotient times its divisor is the dividend, to the last places kept', () => {
  const nonZero = fc.integer({ min: 1, max: 10 ** 9 });
  fc.assert(
    fc.property(nonZero, nonZero, (a, b) => {
      assert.equal(show('round(a / b * b, 12)', { a, b }), String(a));
      assert.notEqual(parseDecimal(show('a / b', { a, b })), null);
    }),
  );
});

function show(formula: string, scope: Scope): string {
  const compiled = compileFormula(formula);
  const result = compiled.ok ? compiled.value.evaluate(scope) : compiled;
  if (result.ok) return showValue(result.value);
  const { code, params = {} } = result.refusal;
  return [code, params.limit ?? params.text ?? params.name ?? params.position].filter(Boolean).join(' ');
}

function showValue(value: Value): string {
  return Array.isArray(value) ? value.map((element) => textOf(toValue(element))).join(' ') : textOf(value);
}
