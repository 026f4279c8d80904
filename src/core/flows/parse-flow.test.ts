import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFlow } from './parse-flow.ts';
import { minimalFlow } from './testing.ts';

test('parse flow: a flow that is right comes back as it is', () => {
  const flow = minimalFlow();
  const parsed = parseFlow(flow);
  assert.ok(parsed.ok);
  assert.equal(parsed.value, flow);
});

const long = (count: number) => Array.from({ length: count }, () => ['x', 'y']);
const manyFields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, 'a']));
const table = (rules: unknown) => ({ tables: { t: { inputs: ['a'], outputs: ['b'], rules } } });

// what is changed in a flow that is right → everything that is refused: code at place
for (const [what, change, refusals] of [
  ['unknown key', { reqierd: true }, ['flow_key_unknown at reqierd']],
  ['missing key', { book: undefined }, ['flow_key_missing at book']],
  ['wrong name', { flow: 'My Flow' }, ['flow_name_invalid at flow']],
  [
    'title in one language',
    { title: { zh: '店' } },
    ['flow_key_missing at title.en', 'flow_key_missing at title.ja'],
  ],
  ['no documents', { documents: [] }, ['flow_count_wrong at documents']],
  ['documents no list', { documents: {} }, ['flow_list_expected at documents']],
  ['unknown trigger', { trigger: { telepathy: true } }, ['flow_trigger_unknown at trigger']],
  [
    'trigger of two kinds',
    { trigger: { poll: { every: '5m' }, cron: '* * * * *' } },
    ['flow_key_unknown at trigger.cron'],
  ],
  ['poll without a unit', { trigger: { poll: { every: '5' } } }, ['flow_name_invalid at trigger.poll.every']],
  ['webhook off', { trigger: { webhook: false } }, ['flow_choice_expected at trigger.webhook']],
  [
    'unknown target state',
    { targets: [{ connection: 'k3', until: 'posted' }] },
    ['flow_choice_expected at targets[0].until'],
  ],
  ['too many rules', table(long(5_001)), ['flow_count_wrong at tables.t.rules']],
  ['rules with objects', table([[{}, 'x']]), ['flow_text_expected at tables.t.rules[0][0]']],
  ['bad future days', { checks: { futureDaysMax: -1 } }, ['flow_number_expected at checks.futureDaysMax']],
  ['onNewVersion', { onNewVersion: 'ignore' }, ['flow_choice_expected at onNewVersion']],
] as const) {
  test(`parse flow: ${what} → ${refusals.join(', ')}`, () => {
    assert.deepEqual(refusalsOf({ ...minimalFlow(), ...change }), refusals);
  });
}

// what is changed in the first document mapping → what is refused there
for (const [what, change, refusals] of [
  [
    'no number and no date',
    { fields: {} },
    ['flow_key_missing at fields.number', 'flow_key_missing at fields.doc_date'],
  ],
  ['field name', { fields: { Number: 'a' } }, ['flow_name_invalid at fields.Number']],
  ['too many fields', { fields: manyFields(301) }, ['flow_count_wrong at fields']],
  ['two sources', withField({ path: 'a', value: 'b' }), ['flow_source_not_one at fields.x']],
  ['no source', withField({ required: true }), ['flow_source_not_one at fields.x']],
  ['number as default', withField({ path: 'a', default: 0 }), ['flow_text_expected at fields.x.default']],
  ['unknown type', withField({ path: 'a', type: 'money' }), ['flow_choice_expected at fields.x.type']],
  ['long formula', withField({ formula: '1+'.repeat(600) }), ['flow_text_too_long at fields.x.formula']],
  ['field is a list', withField(['a']), ['flow_text_expected at fields.x']],
  ['unknown table', { enrich: ['nowhere'] }, ['flow_table_unknown at enrich[0]']],
  [
    'level',
    { checks: [{ code: 'c', formula: '1', at: 'x', level: 5 }] },
    ['flow_choice_expected at checks[0].level'],
  ],
] as const) {
  test(`parse flow: ${what} → ${refusals.join(', ')}`, () => {
    const flow = minimalFlow();
    const [first] = flow.documents;
    const changed = { ...flow, documents: [{ ...first, ...change }] };
    assert.deepEqual(
      refusalsOf(changed).map((refusal) => refusal.replace('documents[0].', '')),
      refusals,
    );
  });
}

test('parse flow: kinds and templates belong together', () => {
  const flow = minimalFlow();
  const other = { ...flow, template: flow.template.map((template) => ({ ...template, document: 'refund' })) };
  assert.deepEqual(refusalsOf(other), [
    'flow_kind_unknown at template[0].document',
    'flow_kind_without_template at documents[0].kind',
  ]);
});

test('parse flow: an account without quotes is refused with advice, not turned into text', () => {
  const flow = minimalFlow();
  const [template] = flow.template;
  const lines = [{ side: 'debit', account: 1122, amount: 'order_total' }, template?.lines[1]];
  assert.deepEqual(refusalsOf({ ...flow, template: [{ ...template, lines }] }), [
    'flow_text_expected at template[0].lines[0].account',
  ]);
});

test('parse flow: names that reach prototypes are refused wherever they stand', () => {
  const hostile = JSON.parse(`{"__proto__": {"book": "x"}, "tables": {"__proto__": {}}, "constructor": 1}`);
  const refusals = refusalsOf(hostile);
  assert.ok(refusals.includes('flow_key_unknown at __proto__'));
  assert.ok(refusals.includes('flow_name_invalid at tables.__proto__'));
  assert.ok(refusals.includes('flow_key_missing at book'));
});

test('parse flow: whatever it is given, it answers', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('documents', 'tables', 'template', 'trigger', 'checks'),
      (noise, key) => {
        parseFlow(noise);
        parseFlow({ ...minimalFlow(), [key]: noise });
      },
    ),
  );
});

function withField(mapping: unknown) {
  return { fields: { number: 'no', doc_date: 'date', order_total: 'total', x: mapping } };
}

function refusalsOf(input: unknown): string[] {
  const parsed = parseFlow(input);
  return parsed.ok ? [] : parsed.refusals.map(({ code, at }) => `${code} at ${at}`);
}
