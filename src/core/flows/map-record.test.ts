import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compiled, flowWith, flowWithFields, mapped, minimalFlow } from './testing.ts';

const base = { no: 'A1', date: '2026-11-20', total: '113.00' };

// extra fields of the mapping, extra members of the record → fields, or findings
for (const [fields, raw, shown] of [
  [{ remark: 'note' }, { note: ' 好 😀 ' }, 'remark= 好 😀 '],
  [{ remark: 'note' }, {}, ''],
  [{ remark: 'note' }, { note: '  ' }, ''],
  [{ remark: { path: 'note', required: true } }, {}, '! field_missing at remark'],
  [{ remark: { path: 'note', default: 'none' } }, { note: null }, 'remark=none by default none'],
  [{ store: { value: 'S1' } }, {}, 'store=S1'],
  [
    { customer: { path: 'c.id', crosswalk: 'partners' } },
    { c: { id: 8812 } },
    'customer=C001 by crosswalk partners 8812',
  ],
  [
    { customer: { path: 'c.id', crosswalk: 'partners' } },
    { c: { id: 1 } },
    '! crosswalk_missing at customer',
  ],
  [{ pay_status: { path: 's', enum: { paid: '已付' } } }, { s: 'paid' }, 'pay_status=已付'],
  [{ pay_status: { path: 's', enum: { paid: '已付' } } }, { s: 'void' }, '! enum_unknown at pay_status'],
  [{ pay_status: { path: 's', enum: { '*': '其他' } } }, { s: 'constructor' }, 'pay_status=其他'],
  [
    { pay_status: { path: 's', enum: { big: '8812' }, crosswalk: 'p' } },
    { s: 'big' },
    'pay_status=C001 by crosswalk p 8812',
  ],
  [{ discount: { formula: 'number(total) * 0.1' } }, {}, 'discount=1130n by formula number(total) * 0.1'],
  [{ discount: { formula: 'x * 0.1' } }, {}, '! formula_value_missing at discount'],
  [{ discount: { formula: 'x ?? null', default: '0' } }, {}, 'discount=0n by default 0'],
  [{ shipping_fee: { path: 'ship', negate: true } }, { ship: 5 }, 'shipping_fee=-500n'],
  [{ shipping_fee: 'ship' }, { ship: '1,234.50' }, '! amount_not_a_number at shipping_fee'],
  [{ shipping_fee: { path: 'ship', format: 'thousands' } }, { ship: '1,234.50' }, 'shipping_fee=123450n'],
  [{ currency: 'cur' }, { cur: 'USD' }, ''],
  [{ currency: 'cur' }, { cur: 'RMB' }, '! currency_unknown at currency'],
  [{ currency: 'cur' }, { cur: 'JPY', total: '113.50' }, '! amount_too_precise at order_total'],
  [{ quantity: 'q' }, { q: 'two' }, '! number_expected at quantity'],
  [{}, { no: '' }, '! field_missing at number'],
  [{}, { date: '2026-13-01' }, '! date_impossible at doc_date'],
  [{}, { total: null }, ''],
  [{}, { total: 113 }, ''],
  [{ remark: 'note' }, { note: 'a\u0000b' }, '! text_control_character at remark'],
] as const) {
  test(`map: ${JSON.stringify(fields)} over ${JSON.stringify(raw)} → ${shown || 'nothing more'}`, () => {
    const { documents, findings } = mapped(compiled(flowWithFields(fields)), {
      ...base,
      date: '2026-11-20',
      ...raw,
    });
    if (shown.startsWith('!')) {
      assert.equal(documents.length, 0);
      assert.equal(`! ${findings.map(({ code, at }) => `${code} at ${at}`)}`, shown);
      assert.ok(findings.every(({ level, effect }) => level === 1 && effect === 'block'));
      return;
    }
    assert.deepEqual(findings, []);
    const [document] = documents;
    const name = Object.keys(fields).find((key) => key !== 'currency') ?? '';
    const value = document?.fields[name] ?? null;
    const text = value === null ? '' : `${name}=${value}${typeof value === 'bigint' ? 'n' : ''}`;
    const origin = (document?.provenance ?? []).map(({ by, name, rule }) =>
      ` by ${by} ${name} ${rule}`.trimEnd(),
    );
    assert.equal(text + origin.join(''), shown);
  });
}

// a record that is none
for (const [what, raw, code] of [
  ['a list', [], 'json_not_an_object'],
  ['a text', 'text', 'json_not_an_object'],
  ['null', null, 'json_not_an_object'],
  [
    '5,000 lists inside one another',
    JSON.parse(`{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`),
    'json_too_deep',
  ],
  ['70 objects inside one another', JSON.parse(`${'{"a":'.repeat(70)}1${'}'.repeat(70)}`), 'json_too_deep'],
] as const) {
  test(`map: ${what} → ${code}`, () => {
    assert.deepEqual(
      mapped(compiled(minimalFlow()), raw).findings.map((finding) => finding.code),
      [code],
    );
  });
}

const refunds = {
  kind: 'order',
  each: 'refunds',
  when: 'amount > 0',
  fields: { number: 'id', doc_date: '$.date', order_total: 'amount' },
};

test('map: one record becomes a document for each item, those left out where `when` does not hold', () => {
  const { documents } = mapped(compiled(flowWith(refunds)), {
    ...base,
    refunds: [
      { id: 'R1', amount: 5 },
      { id: 'R2', amount: 0 },
      { id: 'R3', amount: 7.5 },
    ],
  });
  assert.deepEqual(
    documents.map(({ number, date, fields }) => [number, date, fields.order_total]),
    [
      ['R1', '2026-11-20', 500n],
      ['R3', '2026-11-20', 750n],
    ],
  );
});

// what stands in the place of the items → findings and whether the record is passed over
for (const [items, codes, ignored] of [
  [undefined, [], 'no_document_applies'],
  [[], [], 'no_document_applies'],
  [[{ id: 'R1', amount: 0 }], [], 'no_document_applies'],
  ['none', ['list_expected at refunds'], undefined],
  [Array(1_001).fill({ id: 'R', amount: 1 }), ['list_too_long at refunds'], undefined],
  [[{ id: 'R1' }], ['formula_value_missing at refunds[0].when'], undefined],
  [[{ amount: 1 }], ['field_missing at refunds[0].number'], undefined],
  [['text'], ['formula_value_missing at refunds[0].when'], undefined],
] as const) {
  test(`map: items ${JSON.stringify(items)?.slice(0, 40)} → ${codes} ${ignored ?? ''}`, () => {
    const result = mapped(compiled(flowWith(refunds)), { ...base, refunds: items });
    assert.deepEqual(
      result.findings.map(({ code, at }) => `${code} at ${at}`),
      codes,
    );
    assert.equal(result.ignored, ignored);
    assert.equal(result.documents.length, 0);
  });
}

test('map: a document that cannot be built still says its number, so that people find the exception', () => {
  assert.equal(mapped(compiled(minimalFlow()), { ...base, total: 'x' }).number, 'A1');
});

const withLines = flowWith(
  {
    fields: { number: 'no', doc_date: 'date', order_total: 'total', store: 'shop' },
    lines: { from: 'items', fields: { sku: 'sku', amount: 'price', dept: 'dept' }, enrich: ['departments'] },
    enrich: ['projects'],
    checks: [
      { code: 'total_adds_up', formula: 'order_total == sum(map(lines, #.amount))', at: 'order_total' },
    ],
  },
  {
    tables: {
      departments: {
        inputs: ['store', 'sku'],
        outputs: ['dept'],
        rules: [
          ['S1', 'A*', 'D1'],
          ['-', 'B', 'D2'],
        ],
        onNoMatch: 'hold',
      },
      projects: { inputs: ['store'], outputs: ['project'], rules: [['S1', 'P1']] },
    },
  },
);

test('map: header and lines are enriched, and every fill says which rule did it', () => {
  const { documents, findings } = mapped(compiled(withLines), {
    ...base,
    shop: 'S1',
    items: [
      { sku: 'A7', price: 100 },
      { sku: 'B', price: '13.00' },
    ],
  });
  assert.deepEqual(findings, []);
  assert.deepEqual(
    documents[0]?.lines.map(({ dept }) => dept),
    ['D1', 'D2'],
  );
  assert.equal(documents[0]?.fields.project, 'P1');
  assert.deepEqual(
    documents[0]?.provenance.map(({ field, name, rule }) => `${field} ${name} ${rule}`),
    ['project projects 1', 'lines[0].dept departments 1', 'lines[1].dept departments 2'],
  );
});

test('map: what no rule fits and what does not add up is held with its evidence', () => {
  const { documents, findings } = mapped(compiled(withLines), {
    ...base,
    shop: 'S2',
    items: [{ sku: 'A7', price: 100 }],
  });
  assert.equal(documents.length, 1);
  assert.deepEqual(
    findings.map(({ code, level, effect, at }) => `${code} ${level} ${effect} ${at}`),
    ['no_rule_matches 2 hold lines[0].dept', 'total_adds_up 2 hold order_total'],
  );
  assert.equal(findings[0]?.params.values, 'store=S2, sku=A7');
  assert.equal(findings[1]?.params.order_total, '113');
});

test('map: one bad record leaves its batch alone', () => {
  const results = compiled(minimalFlow()).run([base, null, { ...base, no: 'A2' }], { crosswalk: () => null });
  assert.deepEqual(
    results.map(({ number }) => number),
    ['A1', null, 'A2'],
  );
});

test('map: whatever JSON it is given, it answers', () => {
  const flow = compiled(withLines);
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('no', 'date', 'total', 'items', 'shop'), fc.jsonValue()),
      (noise, record) => {
        mapped(flow, noise);
        mapped(flow, { ...base, ...record });
      },
    ),
  );
});
