import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowTemplate } from '#api/flows/flow-template.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { newBook } from '#core/ledger/new-book.ts';
import { formatAmount } from '#core/money/amount.ts';
import { setUpBook } from '#pipeline/books/set-up-book.ts';
import { configureConnection } from '#pipeline/configure-connection.ts';
import { saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { recordNamer } from '#pipeline/flows/name-record.ts';
import { type Tried, tryFlow } from '#pipeline/flows/try-flow.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { summariseRuns } from '#pipeline/post/summarise.ts';
import { saveCrosswalk } from '#storage/book-data.ts';
import type { Tx } from '#storage/database.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { findVouchers } from '#storage/vouchers.ts';
import { connectors } from './connectors.ts';
import { readTemplates } from './flow-templates.ts';

// template          outcome of each sample, documents made, totals of the vouchers in the order in which they were posted
const EXPECTED: Readonly<Record<string, readonly [outcomes: string, documents: number, totals: string]>> = {
  'web-shop': ['posted posted ignored', 3, '281.10 226.00 -113.00'],
  'multi-brand-pos': ['posted posted posted posted', 4, '159.00 1017.00'],
  'rest-orders': ['posted posted ignored', 2, '291.10 113.00'],
  'bank-statement': ['posted posted posted posted posted', 5, '100000.00 22600.00 18350.00 123.45 5.00'],
  payroll: ['posted posted posted', 3, '20000.00 15000.00'],
};

const templates = readTemplates();

test('templates: the gallery is what is expected, in order', () => {
  assert.deepEqual(
    templates.map(({ code }) => code),
    Object.keys(EXPECTED),
  );
});

for (const template of templates) {
  test(`template ${template.code}: its samples become balanced vouchers`, async (t) => {
    const database = await freshDatabase(t);
    const context = { database, cache: new BookCache(), today: () => '2026-12-31', postedBy: 'test' };
    const tried = await database.transaction((tx) => trySamples(tx, template));
    await summariseRuns(context);
    const [outcomes, documents, totals] = EXPECTED[template.code]!;
    const seen = tried.map(({ outcome }) => outcome.kind).join(' ');
    assert.equal(seen, outcomes, JSON.stringify(tried.flatMap(({ findings }) => findings)));
    assert.equal(tried.flatMap(({ mapped }) => mapped).length, documents);
    const vouchers = await findVouchers(database, 1, [1n, 2n, 3n, 4n, 5n]);
    for (const { lines } of vouchers) assert.equal(sum(lines, 'debitMinor'), sum(lines, 'creditMinor'));
    const shown = vouchers.map(({ lines }) => formatAmount(sum(lines, 'debitMinor'), 'CNY'));
    assert.equal(shown.join(' '), totals);
  });

  test(`template ${template.code}: its flow is right, and every note is of a field it has`, () => {
    const flow = parseFlow(template.definition);
    assert.ok(flow.ok);
    const fields = flow.value.documents.flatMap((one) => [
      ...Object.keys(one.fields),
      ...Object.keys(one.lines?.fields ?? {}),
    ]);
    const made = Object.values(flow.value.tables ?? {}).flatMap(({ outputs }) => outputs);
    for (const field of Object.keys(template.notes)) assert.ok([...fields, ...made].includes(field), field);
    assert.equal(flow.value.source.kind, template.kind);
    assert.ok(connectors.some(({ name }) => name === template.connector));
  });
}

function sum(
  lines: readonly { debitMinor: bigint; creditMinor: bigint }[],
  side: 'debitMinor' | 'creditMinor',
) {
  return lines.reduce((total, line) => total + line[side], 0n);
}

async function trySamples(tx: Tx, { needs, source, definition, samples }: FlowTemplate): Promise<Tried[]> {
  const parsed = parseFlow(definition);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  await setUpBook(tx, { book: bookFor(needs), by: 'test' });
  const { connection } = parsed.value.source;
  await configureConnection(tx, {
    code: connection,
    connector: connectors.find(({ name }) => name === 'spreadsheet')!,
    title: connection,
    settings: { kind: parsed.value.source.kind },
    by: 'test',
    seal: () => new Uint8Array(),
  });
  const saved = await saveFlowVersion(tx, { source, definition, by: 'test' });
  assert.ok(saved.ok, JSON.stringify(saved));
  const crosswalks = Object.entries(needs.crosswalks).flatMap(([name, pairs]) =>
    Object.entries(pairs).map(([from, to]) => ({ name, from, to, confidence: 1, confirmedBy: 'test' })),
  );
  await saveCrosswalk(tx, saved.flow.book_id, crosswalks);
  const trial = {
    ...saved,
    samples: samples.map((sample) => Buffer.from(JSON.stringify(sample))),
    nameOf: recordNamer(parsed.value),
    stored: 0,
  };
  const context = { cache: new BookCache(), today: () => '2026-12-31', postedBy: 'test' };
  return tryFlow(tx, context, trial);
}

function bookFor({ details, dimensions, values }: FlowTemplate['needs']) {
  return newBook({
    id: 0,
    code: 'demo',
    name: '演示',
    standard: 'cas',
    baseCurrency: 'CNY',
    years: [2026],
    chart: { details, dimensions },
    dimensions: Object.fromEntries(
      Object.entries(values).map(([name, codes]) => [
        name,
        Object.entries(codes).map(([code, title]) => ({
          code,
          name: title,
          enabled: true,
          creditLimitMinor: null,
        })),
      ]),
    ),
  });
}
