import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { explainFormula } from './explain.ts';
import { compileFormula } from './formula.ts';
import { exactFromMinor } from './number.ts';

const scope = {
  price: '12.50',
  quantity: 3,
  paid: true,
  lines: [{ amount: '1.10' }, { amount: '2.20' }],
  name: '#1001',
};

// formula                                     what each part comes to, in order
for (const [formula, shown] of [
  ['number(price) * quantity', 'price=12.50, number(price)=12.5, quantity=3, number(price) * quantity=37.5'],
  [
    'sum(map(lines, number(#.amount)))',
    'lines=[{"amount":"1.10"}, {"amount":"2.20"}], map(lines, number(#.amount))=[1.1, 2.2], sum(map(lines, number(#.amount)))=3.3',
  ],
  [
    'name + "-R" + string(1 + 2)',
    'name=#1001, name + "-R"=#1001-R, 1 + 2=3, string(1 + 2)=3, name + "-R" + string(1 + 2)=#1001-R3',
  ],
  ['missing + 1', 'missing=null, missing + 1! formula_value_missing'],
  ['(1 + 2) * 3', '1 + 2=3, (1 + 2) * 3=9'],
  ['not paid', 'paid=true, not paid=false'],
  ['price ==', 'price ==! formula_invalid'],
] as const) {
  test(`explain: ${formula}`, () => {
    const steps = explainFormula(formula, scope);
    const text = steps.map((step) => step.text + (step.code === null ? `=${step.value}` : `! ${step.code}`));
    assert.equal(text.join(', '), shown);
  });
}

test('explain: exact numbers inside of lines are read as numbers', () => {
  const lines = [{ amount: exactFromMinor(1_250n, 2) }];
  assert.equal(explainFormula('len(lines)', { lines })[0]?.value, '[{"amount":"12.5"}]');
});

test('explain: the last part is the formula and comes to what the formula comes to', () => {
  const leaf = fc.constantFrom('quantity', '2', '0.5', 'number(price)', 'len(lines)', '(quantity - 1)');
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc
        .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
        .map((parts) => parts.join(' ')),
      fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `(${a} > 1 ? ${b} : -(${a}))`),
      fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `max([${a}, (${b}) ^ 2])`),
    ),
  }));
  fc.assert(
    fc.property(formula, (text) => {
      const compiled = compileFormula(text);
      const whole = compiled.ok ? compiled.value.evaluate(scope) : compiled;
      const steps = explainFormula(text, scope);
      assert.equal(steps.at(-1)?.text, text);
      assert.equal(steps.at(-1)?.code, whole.ok ? null : whole.refusal.code);
      // A part that cannot be parsed again would be a part that was written down wrongly.
      assert.ok(
        steps.every(({ code }) => code !== 'formula_invalid'),
        text,
      );
    }),
    { numRuns: 500 },
  );
});
