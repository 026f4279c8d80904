import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { tell } from '#pipeline/testing/story.ts';
import { testWorld, type World } from '#pipeline/testing/test-world.ts';
import { saveCrosswalk } from '#storage/book-data.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { findTraces } from './find-traces.ts';
import type { Origin, Trace, TracedField } from './trace.ts';
import { traceRecord } from './trace-record.ts';

const database = await freshDatabase({ after });

/** Every way in which a value can come about. */
const ORIGINS_FLOW = `
flow: origins
title: { zh: 来历, en: Origins, ja: 由来 }
book: demo
source: { connection: shop, kind: order }
trigger: { manual: true }
documents:
  - kind: order
    fields:
      number: no
      doc_date: date
      customer: { path: customer, crosswalk: buyers, required: true }
      order_total: { path: total, required: true }
      pay_method: { path: status, enum: { paid: P } }
      remark: { path: note, default: none }
      tax_rate: { value: "0.13" }
      channel: { formula: '"web"' }
    enrich: [by-channel]
tables:
  by-channel:
    inputs: [channel, store]
    outputs: [project]
    rules:
      - [shop, "-", P1]
      - [web, "-", P2]
template:
  - document: order
    word: 记
    summary: 销售 {number}
    lines:
      - { side: debit, account: "1122", amount: order_total, dimensions: { customer: customer } }
      - { side: credit, account: "6001", amount: order_total }
targets: [{ connection: ledger, until: audited }]
writeBack: [{ connection: shop }]
onNewVersion: reverse
`;

async function traceOf(world: World, text: string): Promise<Trace> {
  const [match] = await findTraces(world.database, text);
  assert.ok(match, `nothing found for ${text}`);
  const trace = await traceRecord(world.database, match.recordId);
  assert.ok(trace);
  return trace;
}

function originOf(fields: readonly TracedField[], name: string): Partial<Origin>[] {
  const field = fields.find((one) => one.field === name);
  return (field?.origins ?? []).map((origin) =>
    Object.fromEntries(Object.entries(origin).filter(([, value]) => value !== null && value !== 1)),
  );
}

test('trace: every value says where it came from, every line which template line made it', async (t) => {
  const world = await testWorld(t, { database, flows: [ORIGINS_FLOW] });
  const crosswalk = { name: 'buyers', from: 'B7', to: 'C1', confidence: 0.8, confirmedBy: null };
  await saveCrosswalk(database, world.bookId, [crosswalk]);
  await tell(world, '#7 113.00 to B7 → post');
  const { documents } = await traceOf(world, '#7');
  const [document] = documents;
  assert.ok(document);
  const origins = (name: string) => originOf(document.fields, name);
  assert.deepEqual(origins('customer'), [
    { by: 'crosswalk', from: 'customer', name: 'buyers', rule: 'B7', confidence: 0.8 },
  ]);
  assert.deepEqual(origins('order_total'), [{ by: 'path', from: 'total' }]);
  assert.deepEqual(origins('pay_method'), [{ by: 'enum', from: 'status' }]);
  assert.deepEqual(origins('remark'), [{ by: 'default', from: 'none' }]);
  assert.deepEqual(origins('tax_rate'), [{ by: 'value', from: '0.13' }]);
  assert.deepEqual(origins('channel'), [{ by: 'formula', from: '"web"' }]);
  assert.deepEqual(origins('currency'), [{ by: 'book' }]);
  assert.deepEqual(origins('project'), [
    { by: 'table', name: 'by-channel', rule: '2', ruleText: 'channel = web → project = P2' },
  ]);
  const [debit, credit] = document.voucher?.lines ?? [];
  assert.deepEqual(
    [debit, credit].map((line) => [line?.account, line?.debit, line?.credit, line?.template?.no]),
    [
      ['1122', '113.00', null, 1],
      ['6001', null, '113.00', 2],
    ],
  );
  const [customer] = debit?.dimensions ?? [];
  assert.deepEqual(
    [customer?.dimension, customer?.code, customer?.name, customer?.field, customer?.origins[0]?.rule],
    ['customer', 'C1', 'C1', 'customer', 'B7'],
  );
});

test('trace: bytes, run, versions, reversal, attempts, receipt and news in one value', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, 'A1 113.00 refunded 13.00 → post');
  world.ledger.moods.push('down');
  await world.deliver();
  await world.pass(60);
  await world.deliver();
  await world.deliver('write-back');
  const first = await traceOf(world, 'A1');
  assert.equal(JSON.parse(first.record.raw.text).total, '113.00');
  assert.equal(first.run?.startedBy, 'test');
  assert.deepEqual(
    first.documents.map(({ number, voucher }) => `${number} ${voucher?.label}`),
    ['A1 记-1', 'A1-R1 记-2'],
  );
  const [delivery, news] = first.documents[0]?.voucher?.deliveries ?? [];
  assert.deepEqual(
    [delivery?.state, delivery?.attempts.map(({ outcome }) => outcome), delivery?.targetNumber],
    ['done', ['owed', 'done'], `T-1`],
  );
  assert.deepEqual([news?.kind, news?.state, news?.text], ['write-back', 'done', 'A1: T-1']);

  await tell(world, 'A1 226.00 → post');
  const second = await traceOf(world, 'A1');
  assert.deepEqual(
    second.versions.map(({ state }) => state),
    ['reversed', 'posted'],
  );
  assert.deepEqual(second.versions[0]?.documents[0], {
    book: second.documents[0]?.book,
    kind: 'order',
    number: 'A1',
    state: 'reversed',
    voucher: '记-1',
    reversal: second.versions[0]?.documents[0]?.reversal,
  });
  const earlier = await traceRecord(database, BigInt(first.record.id));
  const [taken] = earlier?.documents ?? [];
  assert.equal(taken?.reversal?.kind, 'reversal');
  assert.equal(taken?.reversal?.lines[0]?.template, null);
});

test('trace: what was held says why, and what the source was told', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, 'H1 oops → post');
  await world.deliver('write-back');
  const trace = await traceOf(world, 'H1');
  assert.deepEqual(
    trace.exceptions.map(({ state, findings }) => [state, findings[0]?.code]),
    [['open', 'amount_not_a_number']],
  );
  assert.deepEqual(
    trace.heldNews.map(({ state }) => state),
    ['done'],
  );
  assert.deepEqual(
    trace.versions.map(({ state }) => state),
    ['held'],
  );
});

test('trace: found by number of a document, source id, voucher number, target number, record id', async (t) => {
  const world = await testWorld(t, {});
  await tell(world, 'S1 113.00 no N1 + S2 226.00 no N2 + S3 oops no N3 → post → S4 1.00');
  await world.deliver();
  const by = async (text: string) =>
    (await findTraces(world.database, text)).map((match) => `${match.by} ${match.label}`);
  assert.deepEqual(await by('N2'), ['document order N2']);
  assert.deepEqual(await by(' S2 '), ['external-id order S2']);
  assert.deepEqual(await by('S3'), ['external-id order S3']);
  assert.deepEqual(await by('记-2'), ['voucher order N2']);
  assert.deepEqual(await by('202603/记2'), ['voucher order N2']);
  assert.deepEqual(await by('202604/记-2'), []);
  assert.deepEqual(await by('T-1'), ['target order N1']);
  assert.deepEqual(await by('1'), ['record order S1']);
  assert.deepEqual(await by('nowhere'), []);
  const waiting = await traceOf(world, 'S4');
  assert.deepEqual(
    [waiting.versions[0]?.state, waiting.waiting],
    ['waiting', [{ flow: 'orders', version: 1 }]],
  );
  assert.equal(await traceRecord(world.database, 999_999n), null);
});
