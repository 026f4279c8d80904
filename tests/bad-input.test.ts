/**
 * Bad input from end to end: whatever comes in, the record is kept byte for byte, nothing is half in the book, and an
 * exception says in three languages where it is, why, and what to do.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import iconv from 'iconv-lite';
import type { FileRecord } from '#connectors/kit/connector.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { Connections } from '#pipeline/connections.ts';
import { reconcile } from '#pipeline/reconcile/reconcile.ts';
import { assertBookHolds } from '#pipeline/testing/assert-book-holds.ts';
import { assertTexts } from '#pipeline/testing/assert-texts.ts';
import { listingLedger } from '#pipeline/testing/listing-ledger.ts';
import { ORDER_FLOW } from '#pipeline/testing/order-flow.ts';
import { showBook, showOutcomes, showVouchers } from '#pipeline/testing/show-book.ts';
import { arriving } from '#pipeline/testing/story.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';
import { findConnectionById, setConnectionState } from '#storage/connections.ts';
import { listExceptions } from '#storage/exceptions.ts';
import { findRecord } from '#storage/records.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';

const database = await freshDatabase({ after });

const flow = (...changes: readonly (readonly [string, string])[]) =>
  changes.reduce((yaml, [from, to]) => {
    assert.ok(yaml.includes(from), from);
    return yaml.replace(from, to);
  }, ORDER_FLOW);

const LOSES_THE_TAX = flow([
  '      - { side: credit, account: "2221.01.02", amount: order_total, tax: { rate: tax_rate, part: tax } }\n',
  '',
]);
const ACCOUNT_FROM_RECORD = flow([
  'account: "1122", amount: order_total',
  'account: "{remark}", amount: order_total',
]);
const CURRENCY_FROM_RECORD = flow(['remark: note', 'currency: note']);
const A_LINE_EACH = flow(
  [
    '      tax_rate: { value: "0.13" }\n',
    '      tax_rate: { value: "0.13" }\n    lines: { from: items, fields: { amount: a } }\n',
  ],
  [
    '{ side: debit, account: "1122", amount: order_total,',
    '{ side: debit, account: "1122", amount: amount, each: lines, merge: false,',
  ],
);
const LOOPING_FORMULA = flow([
  'remark: note',
  "remark: { formula: 'string(sum(map(items, sum(map($.items, #.a)))))' }",
]);

const order = (more: object) =>
  json({ no: '1', date: '2026-03-10', customer: 'C1', total: '113.00', ...more });
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const items = (count: number) => ({ items: Array.from({ length: count }, () => ({ a: 1 })) });
const deep = (depth: number) => Buffer.from(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

// What comes in, through which flow, what bytes; the code that holds it, and what every text must name.
const BAD: readonly (readonly [
  what: string,
  yaml: string,
  raw: Buffer,
  code: string,
  named: readonly string[],
])[] = [
  ['an unbalanced voucher', LOSES_THE_TAX, order({}), 'unbalanced', ['113.00', '100.00']],
  ['a closed period', ORDER_FLOW, order({ date: '2026-01-31' }), 'period_closed', ['2026']],
  [
    'a year the book does not have',
    ORDER_FLOW,
    order({ date: '2025-12-31' }),
    'before_book_start',
    ['2025-12-31'],
  ],
  ['an unknown account', ACCOUNT_FROM_RECORD, order({ note: '9999' }), 'account_unknown', ['9999']],
  ['an account that is no leaf', ACCOUNT_FROM_RECORD, order({ note: '2221' }), 'account_not_leaf', ['2221']],
  ['an unknown customer', ORDER_FLOW, order({ customer: 'C404' }), 'dimension_unknown', ['C404']],
  ['an unknown currency', CURRENCY_FROM_RECORD, order({ note: 'RMB' }), 'currency_unknown', ['RMB']],
  ['a currency without a rate', CURRENCY_FROM_RECORD, order({ note: 'USD' }), 'rate_missing', ['USD']],
  ['GBK where UTF-8 is due', ORDER_FLOW, iconv.encode('{"no":"单号"}', 'gbk'), 'record_not_utf8', []],
  ['JSON that breaks off', ORDER_FLOW, order({}).subarray(0, 30), 'record_not_json', []],
  ['a page instead of JSON', ORDER_FLOW, Buffer.from('<!DOCTYPE html>'), 'record_not_json', []],
  ['no bytes at all', ORDER_FLOW, Buffer.alloc(0), 'record_not_json', []],
  ['a list instead of a record', ORDER_FLOW, json([1]), 'json_not_an_object', []],
  ['nesting without a floor', ORDER_FLOW, deep(200_000), 'json_too_deep', ['64']],
  ['brackets without a floor', ORDER_FLOW, Buffer.from('['.repeat(500_000)), 'record_not_json', []],
  ['a million lines', A_LINE_EACH, order(items(1_000_000)), 'list_too_long', ['20']],
  ['a voucher of 1,001 lines', A_LINE_EACH, order(items(1_001)), 'voucher_too_many_lines', ['1']],
  ['a formula that loops in a loop', LOOPING_FORMULA, order(items(5_000)), 'formula_too_costly', ['100']],
  [
    'a date ahead of today',
    ORDER_FLOW,
    order({ date: '2026-03-16' }),
    'future_date',
    ['2026-03-16', '2026-03-15'],
  ],
  ['a date of another century', ORDER_FLOW, order({ date: '0206-03-10' }), 'date_out_of_range', ['0206']],
  ['an amount with a comma', ORDER_FLOW, order({ total: '1,234.50' }), 'amount_not_a_number', ['1,234.50']],
  ['an amount beyond all books', ORDER_FLOW, order({ total: '9'.repeat(40) }), 'amount_too_large', []],
  ['a tenth of a cent', ORDER_FLOW, order({ total: '1.001' }), 'amount_too_precise', ['1.001']],
  ['a missing total', ORDER_FLOW, order({ total: null }), 'field_missing', ['order_total']],
  [
    'SQL as a customer',
    ORDER_FLOW,
    order({ customer: "'; drop table vouchers; --" }),
    'dimension_unknown',
    ['drop table'],
  ],
  ['a control character', ORDER_FLOW, order({ no: 'a\u0000b' }), 'text_control_character', ['number']],
  ['half a character', ORDER_FLOW, Buffer.from('{"no":"\\ud83d"}'), 'text_not_unicode', ['number']],
];

for (const [what, yaml, raw, code, named] of BAD) {
  test(`bad input: ${what} → ${code}`, async (t) => {
    const world = await testWorld(t, { database, flows: [yaml] });
    await world.collect([recordOf('bad', raw), arriving('good 113.00', 'order')]);
    await world.post();
    const { bookId } = world;
    const open = await listExceptions(database, { bookId, state: 'open', code, limit: 10 });
    const exception = open.find((one) => one.external_id === 'bad');
    assert.ok(exception, `instead of ${await showOutcomes(world)}`);
    const finding = exception.findings.find((one) => one.code === code)!;
    assertTexts(code, { ...finding.params, at: finding.at }, named);
    const kept = await findRecord(database, exception.record_id);
    assert.ok(kept?.raw.equals(raw), 'the record is kept byte for byte');
    await assertBookHolds(world);
    assert.deepEqual(world.reported, []);
  });
}

function recordOf(externalId: string, raw: Uint8Array): FileRecord {
  return { kind: 'order', externalId, mediaType: 'application/json', raw };
}

test('bad input: a formula too long to be meant is refused when the flow is saved', async (t) => {
  const world = await testWorld(t, { database });
  const yaml = flow(['remark: note', `remark: { formula: "${'1+'.repeat(600)}1" }`]);
  await assert.rejects(world.publish(yaml), /flow_text_too_long/);
  assertTexts('flow_text_too_long', { at: 'documents[0].fields.remark.formula', lengthMax: '1000' }, [
    '1000',
  ]);
});

test('bad input: two flows that take one order book it once', async (t) => {
  const world = await testWorld(t, { database, flows: [ORDER_FLOW, flow(['flow: orders', 'flow: again'])] });
  await world.collect([arriving('1 113.00')]);
  await world.post();
  assert.deepEqual(await showVouchers(world), ['记-1 113.00']);
  const [exception] = await listExceptions(database, { bookId: world.bookId, state: 'open', limit: 10 });
  const [finding] = exception!.findings;
  assert.equal(finding?.code, 'duplicate_document');
  assertTexts('duplicate_document', { ...finding.params, at: finding.at }, ['orders', '1']);
});

test('bad input: a mapping published while a run is under way counts from the next record on', async (t) => {
  const world = await testWorld(t, { database });
  await world.collect(Array.from({ length: 20 }, (_, i) => arriving(`${i} 113.00`)));
  const worker = world.worker({ batchSizeMax: 7 });
  await worker.round();
  await world.publish(ORDER_FLOW.replaceAll('"6001"', '"6051"'));
  await world.collect([arriving('late 113.00')]);
  while ((await worker.round()) > 0);
  const accounts = (await showBook(world)).map((line) => / C (60\d\d) /.exec(line)?.[1]);
  assert.deepEqual(accounts, [...Array.from({ length: 20 }, () => '6001'), '6051']);
});

test('bad input: credentials that are wrong, or revoked in the middle of a run, stop the connection and lose nothing', async (t) => {
  const world = await testWorld(t, { database });
  await world.collect(Array.from({ length: 25 }, (_, i) => arriving(`${i} 113.00`)));
  await world.post();
  assert.equal(await world.deliver(), 10);
  world.ledger.moods.push('revoked');
  assert.equal(await world.deliver(), 10);
  const broken = await findConnectionById(database, world.ledgerId);
  assert.deepEqual(
    [broken?.state, broken?.last_error],
    ['broken', { code: 'credentials_refused', params: { answer: 'revoked' } }],
  );
  assertTexts('credentials_refused', { answer: 'revoked' }, ['revoked']);
  await setConnectionState(database, world.ledgerId, { state: 'active', error: null });
  await world.pass(60);
  while ((await world.deliver()) > 0);
  assert.deepEqual([world.ledger.saved.size, new Set(world.ledger.saved.values())], [25, new Set([1])]);
});

test('bad input: credentials that are wrong from the start break the connection; nothing is sent, all is owed', async (t) => {
  const world = await testWorld(t, { database });
  await world.collect([arriving('1 113.00')]);
  await world.post();
  const refused = { code: 'credentials_refused', params: { answer: 'wrong password' } };
  const connect = () => Promise.reject(new RefusalError(refused));
  const connector = { ...world.ledger.connector, connect };
  const ports = {
    fetch,
    now: () => new Date(),
    sleep: async () => undefined,
    random: () => 0,
    log: () => undefined,
  };
  const connections = new Connections({
    database,
    connectors: [connector],
    ports,
    reveal: (row) => row.settings,
  });
  assert.equal(await world.deliver('voucher', { connections }), 0);
  const broken = await findConnectionById(database, world.ledgerId);
  assert.deepEqual([broken?.state, broken?.last_error], ['broken', refused]);
  assertTexts('credentials_refused', refused.params, ['wrong password']);
  await setConnectionState(database, world.ledgerId, { state: 'active', error: null });
  assert.equal(await world.deliver(), 1);
  assert.deepEqual([...world.ledger.saved.values()], [1]);
});

test('bad input: a voucher deleted in the target is missed, and sent once more when somebody says so', async (t) => {
  const world = await testWorld(t, { database });
  const ledger = listingLedger(world.ledger.connector.name);
  const ports = {
    fetch,
    now: () => new Date(),
    sleep: async () => undefined,
    random: () => 0,
    log: () => undefined,
  };
  const connectors = [ledger.connector, world.shop.connector];
  const connections = new Connections({ database, connectors, ports, reveal: (row) => row.settings });
  t.after(() => connections.close());
  await world.collect([arriving('1 113.00'), arriving('2 226.00')]);
  await world.post();
  await world.deliver('voucher', { connections });
  ledger.vouchers.splice(0, 1);
  const { found, left } = await reconcile(
    { ...ports, database, connections, callTimeoutMs: 60_000, signal: new AbortController().signal },
    {
      connectionId: world.ledgerId,
      range: { from: null, to: null },
      repair: true,
      by: 'test',
      progress: () => undefined,
    },
  );
  const missing = found.find(({ code }) => code === 'target_missing');
  assertTexts('target_missing', missing?.params ?? {}, ['-1']);
  assert.deepEqual([left, ledger.vouchers.length], [[], 2]);
});
