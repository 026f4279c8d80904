import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOTS, Mask } from './mask.ts';
import { maskDocument } from './mask-document.ts';
import { maskVoucher } from './mask-voucher.ts';
import type { FieldRule, Showing } from './principal.ts';

const rule = (text: string): FieldRule => {
  const [kind = '', field = '', show = ''] = text.split(' ');
  return { kind, field, show: show as Showing };
};
const maskOf = (...grants: { kinds?: string[]; rules: string[] }[]) =>
  new Mask(
    grants.map(({ kinds, rules }) => ({ kinds: kinds ? new Set(kinds) : null, fields: rules.map(rule) })),
  );
const one = (...rules: string[]) => maskOf({ rules });

// Grants, separated; then how `amount` of a payroll is shown.
for (const [what, mask, expected] of [
  ['no rule', one(), 'plain'],
  ['its rule', one('payroll amount masked'), 'masked'],
  ['another kind', one('order amount masked'), 'plain'],
  ['every kind', one('* amount hidden'), 'hidden'],
  ['every field', one('payroll * totals'), 'totals'],
  ['the strictest within a grant', one('payroll * masked', 'payroll amount hidden'), 'hidden'],
  [
    'the most open of two grants',
    maskOf({ rules: ['* * hidden'] }, { rules: ['payroll amount totals'] }),
    'totals',
  ],
  ['plain by a second grant', maskOf({ rules: ['* * hidden'] }, { rules: [] }), 'plain'],
  [
    'a second grant of other kinds does not open it',
    maskOf({ rules: ['* * hidden'] }, { kinds: ['order'], rules: [] }),
    'hidden',
  ],
  ['a kind that no grant covers', maskOf({ kinds: ['order'], rules: [] }), 'hidden'],
  ['no grant at all', maskOf(), 'hidden'],
] as const) {
  test(`mask: ${what} → ${expected}`, () => assert.equal(mask.field('payroll', 'amount'), expected));
}

const DOCUMENT = {
  kind: 'payroll',
  number: 'P-1',
  fields: { amount: '300.00', employee: '张三' },
  lines: [
    { amount: '100.00', employee: '张三' },
    { amount: '200.00', employee: '李四' },
  ],
};

for (const [rules, number, fields, lines] of [
  [['order * hidden'], 'P-1', DOCUMENT.fields, DOCUMENT.lines],
  [
    ['payroll amount masked'],
    'P-1',
    { amount: DOTS, employee: '张三' },
    [
      { amount: DOTS, employee: '张三' },
      { amount: DOTS, employee: '李四' },
    ],
  ],
  [['payroll employee hidden'], 'P-1', { amount: '300.00' }, [{ amount: '100.00' }, { amount: '200.00' }]],
  [['payroll * totals'], 'P-1', { amount: '300.00', employee: DOTS }, []],
  [['payroll number masked'], DOTS, DOCUMENT.fields, DOCUMENT.lines],
] as const) {
  test(`mask: a document under ${rules.join(', ')}`, () => {
    assert.deepEqual(maskDocument(one(...rules), DOCUMENT), { ...DOCUMENT, number, fields, lines });
  });
}

const line = (account: string, debit: string, credit: string, employee: string) => ({
  ...{ account, debit, credit, currency: 'CNY', amount: debit === '0.00' ? credit : debit, rate: '1' },
  ...{ summary: `工资 ${employee}`, dimensions: { employee }, quantity: null, unitPrice: null },
});
const VOUCHER = {
  label: '记-1',
  total: '300.00',
  lines: [
    line('6602', '100.00', '0.00', 'E1'),
    line('6602', '200.00', '0.00', 'E2'),
    line('2211', '0.00', '100.00', 'E1'),
    line('2211', '0.00', '200.00', 'E2'),
  ],
};

// Rule; then the total and each line as `account debit credit dimensions summary`.
for (const [rules, total, lines] of [
  [['order * hidden'], '300.00', ['6602 100.00 0.00 E1 工资 E1', '6602 200.00 0.00 E2 工资 E2']],
  [['payroll * totals'], '300.00', ['6602 300.00 0.00  •••', '2211 0.00 300.00  •••']],
  [['payroll amount totals'], '300.00', ['6602 300.00 0.00  •••', '2211 0.00 300.00  •••']],
  [['payroll amount masked'], DOTS, ['6602 ••• ••• E1 •••', '6602 ••• ••• E2 •••']],
  [['payroll employee masked'], '300.00', ['6602 100.00 0.00 ••• •••', '6602 200.00 0.00 ••• •••']],
  [['payroll employee hidden'], '300.00', ['6602 100.00 0.00  •••', '6602 200.00 0.00  •••']],
  [['payroll * hidden'], DOTS, []],
] as const) {
  test(`mask: a voucher under ${rules.join(', ')}`, () => {
    const shown = maskVoucher(one(...rules), VOUCHER, ['payroll']);
    const told = shown.lines.map(({ account, debit, credit, dimensions, summary }) =>
      [account, debit, credit, Object.values(dimensions).join(), summary].join(' '),
    );
    assert.equal(shown.total, total);
    assert.deepEqual(told.slice(0, 2), lines);
    assert.equal(shown.label, '记-1');
  });
}

for (const [rules, figures] of [
  [[], 'plain'],
  [['payroll amount totals'], 'totals'],
  [['payroll employee hidden'], 'totals'],
  [['payroll amount masked'], 'hidden'],
  [['* * hidden'], 'hidden'],
] as const) {
  test(`mask: balances under ${rules.join() || 'no rule'} → ${figures}`, () =>
    assert.equal(one(...rules).figures, figures));
}

test('mask: a finding keeps its place and loses its evidence', () => {
  const finding = { code: 'credit_exceeded', at: 'amount', params: { amount: '300.00', limit: '100.00' } };
  assert.deepEqual(one('payroll amount masked').finding(finding, ['payroll']).params, {
    amount: DOTS,
    limit: DOTS,
  });
  assert.equal(one('payroll amount masked').finding(finding, ['order']), finding);
});
