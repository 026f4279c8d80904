import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileFlow } from './compile-flow.ts';
import { parseFlow } from './parse-flow.ts';
import { flowWith, flowWithFields } from './testing.ts';

// what does not fit together in a flow → refused when it is compiled
for (const [what, flow, refusals] of [
  ['path', flowWithFields({ x: 'a..b' }), ['path_invalid at documents[0].fields.x']],
  ['prototype path', flowWithFields({ x: '__proto__.a' }), ['path_invalid at documents[0].fields.x']],
  ['formula', flowWithFields({ x: { formula: '1 +' } }), ['formula_invalid at documents[0].fields.x']],
  [
    'costly formula',
    flowWithFields({ x: { formula: 'map([1..99999], #)' } }),
    ['formula_too_costly at documents[0].fields.x'],
  ],
  ['when', flowWith({ when: 'a b' }), ['formula_invalid at documents[0].when']],
  ['each', flowWith({ each: 'a[' }), ['path_invalid at documents[0].each']],
  [
    'check',
    flowWith({ checks: [{ code: 'c', formula: ')', at: 'x' }] }),
    ['formula_invalid at documents[0].checks[0].formula'],
  ],
  [
    'table row',
    flowWith({}, { tables: { t: { inputs: ['a'], outputs: ['b'], rules: [['x']] } } }),
    ['table_row_length at tables.t.rules[0]'],
  ],
  [
    'table fills an amount',
    flowWith(
      { enrich: ['t'] },
      { tables: { t: { inputs: ['a'], outputs: ['order_total'], rules: [['x', '5']] } } },
    ),
    ['table_output_amount at documents[0].enrich'],
  ],
  [
    'template fields',
    flowWith(
      {},
      {
        template: [
          { document: 'order', word: '记', summary: '{nope}', date: 'order_total', lines: templateLines() },
        ],
      },
    ),
    [
      'template_field_type at template[0].date',
      'template_field_unknown at template[0].lines[0].account',
      'template_field_unknown at template[0].lines[0].summary',
      'template_field_unknown at template[0].lines[0].amount',
      'template_field_unknown at template[0].lines[1].summary',
      'template_field_unknown at template[0].lines[1].dimensions.customer',
      'template_field_type at template[0].lines[1].amount',
    ],
  ],
] as const) {
  test(`compile flow: ${what} → ${refusals[0]}`, () => {
    const parsed = parseFlow(flow);
    assert.ok(parsed.ok, JSON.stringify(parsed));
    const result = compileFlow(parsed.value, { baseCurrency: 'CNY' });
    assert.deepEqual(!result.ok && result.refusals.map(({ code, at }) => `${code} at ${at}`), refusals);
  });
}

function templateLines() {
  return [
    { side: 'debit', account: '{acct}', amount: 'goods' },
    { side: 'credit', account: '6001', amount: 'number', dimensions: { customer: 'customer' } },
  ];
}
