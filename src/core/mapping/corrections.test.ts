import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compiled, flowWith } from '#core/flows/testing.ts';
import type { Correction } from './corrections.ts';

const flow = compiled(
  flowWith(
    {
      fields: {
        number: 'no',
        doc_date: 'date',
        currency: 'cur',
        order_total: 'total',
        customer: { path: 'c', crosswalk: 'partners', required: true },
        store: 'shop',
      },
      lines: { from: 'items', fields: { sku: 'sku', quantity: 'q' }, enrich: ['by-sku'] },
      enrich: ['by-store'],
    },
    {
      tables: {
        'by-store': { inputs: ['store'], outputs: ['dept'], rules: [['S1', 'D1']], fill: 'always' },
        'by-sku': { inputs: ['sku'], outputs: ['project'], rules: [['A', 'P1']] },
      },
    },
  ),
);
const record = {
  no: 'A1',
  date: '2026-11-20',
  total: '113.00',
  c: '8812',
  shop: 'S1',
  items: [{ sku: 'A', q: 1 }],
};

// corrections                              record      → what changed, and who says so
for (const [corrections, raw, shown] of [
  ['', {}, 'customer=C001 dept=D1 lines[0].project=P1 order_total=11300n'],
  [
    'customer C9',
    { c: 'nobody' },
    'customer=C9 (person li 1) dept=D1 lines[0].project=P1 order_total=11300n',
  ],
  [
    'order_total 99.50',
    { total: '12,5' },
    'customer=C001 dept=D1 lines[0].project=P1 order_total=9950n (person li 1)',
  ],
  ['order_total 99.505', {}, '! amount_too_precise at order_total'],
  ['currency JPY', { total: '113' }, 'customer=C001 dept=D1 lines[0].project=P1 order_total=113n'],
  ['dept D7', {}, 'customer=C001 dept=D7 (person li 1) lines[0].project=P1 order_total=11300n'],
  ['store S2', {}, 'customer=C001 lines[0].project=P1 order_total=11300n'],
  ['lines[0].sku B', {}, 'customer=C001 dept=D1 order_total=11300n'],
  ['lines[0].project P9', {}, 'customer=C001 dept=D1 lines[0].project=P9 (person li 1) order_total=11300n'],
  ['customer', {}, 'dept=D1 lines[0].project=P1 order_total=11300n'],
  ['lines[7].sku B', {}, 'customer=C001 dept=D1 lines[0].project=P1 order_total=11300n, not applied: 1'],
] as const) {
  test(`correct: ${corrections || 'nothing'} over ${JSON.stringify(raw)} → ${shown}`, () => {
    const [place = '', value = null] = corrections.split(' ');
    const all: Correction[] = place === '' ? [] : [{ id: '1', kind: 'order', place, value, by: 'li' }];
    const crosswalk = (_: string, from: string) => (from === '8812' ? { to: 'C001', confidence: 0.9 } : null);
    const [result] = flow.run([{ ...record, ...raw }], { crosswalk, corrections: () => all });
    assert.equal(show(result!, all), shown);
  });
}

test('a correction is for the kind and place it names', () => {
  const twice = compiled(
    flowWith({ each: 'refunds', fields: { number: 'id', doc_date: '$.date', order_total: 'total' } }),
  );
  const raw = {
    date: '2026-11-20',
    refunds: [
      { id: 'R1', total: '1' },
      { id: 'R2', total: '2' },
    ],
  };
  const one = (kind: string): Correction => ({
    id: '1',
    kind,
    place: 'refunds[1].order_total',
    value: '9',
    by: 'li',
  });
  for (const [kind, totals] of [
    ['order', [100n, 900n]],
    ['refund', [100n, 200n]],
  ] as const) {
    const [result] = twice.run([raw], { crosswalk: () => null, corrections: () => [one(kind)] });
    assert.deepEqual(
      result?.documents.map(({ fields }) => fields.order_total),
      totals,
    );
  }
});

test('what could be read of a document is kept as a sketch, also where it could not be built', () => {
  const [result] = flow.run([{ ...record, c: 'nobody' }], { crosswalk: () => null });
  assert.partialDeepStrictEqual(result?.sketches[0], {
    isWhole: false,
    kind: 'order',
    number: 'A1',
    date: '2026-11-20',
    fields: { order_total: 11_300n },
  });
});

const SHOWN = ['customer', 'dept', 'project', 'order_total'];

function show(
  { documents, findings, applied }: ReturnType<typeof flow.run>[number],
  all: readonly Correction[],
) {
  const [document] = documents;
  if (!document) return `! ${findings.map(({ code, at }) => `${code} at ${at}`)}`;
  const source = (field: string) => {
    const person = document.provenance.filter((one) => one.field === field && one.by === 'person');
    return person.map(({ by, name, rule }) => ` (${by} ${name} ${rule})`).join('');
  };
  const cellText = (field: string, value: unknown) =>
    `${field}=${typeof value === 'bigint' ? `${value}n` : value}${source(field)}`;
  const cells = [
    ...Object.entries(document.fields).map(([name, value]) => [name, name, value] as const),
    ...document.lines.flatMap((line, i) =>
      Object.entries(line).map(([name, value]) => [name, `lines[${i}].${name}`, value] as const),
    ),
  ].filter(([name, , value]) => SHOWN.includes(name) && value !== null);
  const texts = cells.map(([, field, value]) => cellText(field, value)).sort();
  const missed = all.filter(({ id }) => !applied.includes(id)).map(({ id }) => id);
  return texts.join(' ') + (missed.length > 0 ? `, not applied: ${missed}` : '');
}
