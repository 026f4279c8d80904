import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Tx } from './database.ts';
import {
  attemptsOf,
  claimDeliveries,
  type DeliveryRow,
  findDelivery,
  owe,
  redrive,
  type Settlement,
  settleDeliveries,
} from './deliveries.ts';
import { freshDatabase } from './testing/fresh-database.ts';

const database = await freshDatabase({ after });
const TAKE_OVER_MS = 60_000;

let connections = 0;

/** A connection of its own that is owed so many vouchers. */
async function owing(count: number): Promise<number> {
  connections += 1;
  const connectionId = connections;
  const keys = Array.from({ length: count }, (_, i) => `K${i}`);
  await database.transaction((tx) =>
    owe(
      tx,
      keys.map((businessKey) => ({
        bookId: 1,
        connectionId,
        kind: 'voucher',
        businessKey,
        voucherId: 1n,
        documentId: null,
        flowId: null,
        until: 'audited',
        payload: null,
      })),
    ),
  );
  return connectionId;
}

const claimOf = (tx: Tx, connectionId: number, limit = 10) =>
  claimDeliveries(tx, { connectionId, kind: 'voucher', limit, takeOverMs: TAKE_OVER_MS });
const claim = (connectionId: number, limit?: number) =>
  database.transaction((tx) => claimOf(tx, connectionId, limit));
const keysOf = (rows: readonly DeliveryRow[]) => rows.map((row) => row.business_key).join(' ');
const settle = (rows: readonly DeliveryRow[], state: Settlement['state'], waitMs = 0) =>
  database.transaction((tx) =>
    settleDeliveries(
      tx,
      rows.map((row) => ({
        deliveryId: row.delivery_id,
        attemptId: row.attempt_id!,
        state,
        targetState: state === 'done' ? 'audited' : 'absent',
        targetId: null,
        targetNumber: state === 'done' ? '记-1' : null,
        waitMs,
        error:
          state === 'done'
            ? null
            : { code: 'target_failed', params: { detail: 'a "quoted", {braced} \\ text' } },
      })),
    ),
  );

const pass = (connectionId: number, seconds: number) =>
  database.query(
    `update deliveries set next_attempt_at = next_attempt_at - make_interval(secs => $1),
            attempt_started_at = attempt_started_at - make_interval(secs => $1) where connection_id = $2`,
    [seconds, connectionId],
  );

test('claim: in the order in which they were owed, so many at a time, each once', async () => {
  const connection = await owing(5);
  assert.equal(keysOf(await claim(connection, 2)), 'K0 K1');
  assert.equal(keysOf(await claim(connection, 2)), 'K2 K3');
  assert.equal(keysOf(await claim(connection, 2)), 'K4');
  assert.equal(keysOf(await claim(connection, 2)), '');
});

test('claim: owed twice is owed once', async () => {
  const connection = await owing(1);
  connections -= 1;
  await owing(2);
  assert.equal(keysOf(await claim(connection)), 'K0 K1');
});

test('claim: a worker in the middle of claiming is passed by, not waited for', async () => {
  const connection = await owing(4);
  await database.transaction(async (tx) => {
    assert.equal(keysOf(await claimOf(tx, connection, 2)), 'K0 K1');
    assert.equal(keysOf(await claim(connection)), 'K2 K3');
  });
});

test('claim: many workers at once never hold the same', async () => {
  const connection = await owing(60);
  const claimed = await Promise.all(Array.from({ length: 12 }, () => claim(connection, 7)));
  const ids = claimed.flat().map((row) => row.delivery_id);
  assert.equal(new Set(ids).size, ids.length);
  const rest = await Promise.all([claim(connection, 100), claim(connection, 100)]);
  assert.equal(ids.length + rest.flat().length, 60);
});

test('claim: a crash before its commit leaves no trace', async () => {
  const connection = await owing(1);
  await assert.rejects(
    database.transaction(async (tx) => {
      await claimOf(tx, connection);
      throw new Error('killed');
    }),
    /killed/,
  );
  const [row] = await claim(connection);
  assert.equal(row?.attempts, 1);
});

test('take over: only after the time, and as a further attempt', async () => {
  const connection = await owing(1);
  const [first] = await claim(connection);
  await pass(connection, 59);
  assert.deepEqual(await claim(connection), []);
  await pass(connection, 2);
  const [second] = await claim(connection);
  assert.equal(second?.attempts, 2);
  assert.notEqual(second?.attempt_id, first?.attempt_id);
});

test('settle: one that was taken over changes nothing; whoever holds it now does', async () => {
  const connection = await owing(1);
  const zombie = await claim(connection);
  await pass(connection, 61);
  const holder = await claim(connection);
  assert.equal((await settle(zombie, 'refused')).size, 0);
  assert.equal((await settle(holder, 'done')).size, 1);
  assert.equal((await settle(zombie, 'refused')).size, 0);
  const row = await findDelivery(database, holder[0]!.delivery_id);
  assert.deepEqual([row?.state, row?.target_number, row?.error], ['done', '记-1', null]);
  const attempts = await attemptsOf(database, holder[0]!.delivery_id);
  assert.deepEqual(
    attempts.map(({ outcome }) => outcome),
    ['done'],
  );
});

test('settle: the same answer twice counts once', async () => {
  const connection = await owing(1);
  const rows = await claim(connection);
  assert.equal((await settle(rows, 'done')).size, 1);
  assert.equal((await settle(rows, 'done')).size, 0);
});

test('settle: what must wait is not due before, and its trouble is kept word for word', async () => {
  const connection = await owing(1);
  const rows = await claim(connection);
  await settle(rows, 'owed', 30_000);
  await pass(connection, 29);
  assert.deepEqual(await claim(connection), []);
  await pass(connection, 2);
  const [row] = await claim(connection);
  assert.deepEqual(row?.error, { code: 'target_failed', params: { detail: 'a "quoted", {braced} \\ text' } });
});

test('redrive: only what is refused or dead, and the target is asked first', async () => {
  const connection = await owing(4);
  const [a, b, c, d] = (await claim(connection)).map((row) => [row]);
  await settle(a!, 'refused');
  await settle(b!, 'dead');
  await settle(c!, 'done');
  const ids = [a, b, c, d].map((rows) => rows![0]!.delivery_id);
  assert.equal(await redrive(database, ids), 2);
  const again = await claim(connection);
  assert.equal(keysOf(again), 'K0 K1');
  // More than one attempt: that is how a sender knows that it has to ask.
  assert.ok(again.every(({ attempts }) => attempts === 2));
});

test('a key is unique for its connection and kind only', async () => {
  const [one, other] = [await owing(1), await owing(1)];
  assert.equal(keysOf(await claim(one)), 'K0');
  assert.equal(keysOf(await claim(other)), 'K0');
});
