import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import { openDatabase, type Tx } from './database.ts';
import { lockBook, tryLockBook } from './ledger.ts';
import { freshDatabase } from './testing/fresh-database.ts';

const database = await freshDatabase({ after });
await database.script(
  'create table parents (id int primary key); create table children (parent int references parents deferrable initially deferred)',
);

const count = async () =>
  (await database.query<{ n: number }>('select count(*)::int as n from children'))[0]?.n;

function isFault(error: unknown): boolean {
  return error instanceof Fault && error.code === 'database_unreachable' && error.retry.kind === 'retry';
}

test('transaction: what it throws rolls back, and comes out as it is', async () => {
  const thrown = new Error('no');
  await assert.rejects(
    database.transaction(async (tx) => {
      await tx.query('insert into parents values (1)');
      throw thrown;
    }),
    (error) => error === thrown,
  );
  assert.deepEqual(await database.query('select * from parents'), []);
});

test('dry run: the answer of the work, nothing kept, and what a commit would refuse is refused', async () => {
  const answer = await database.transaction(
    async (tx) => {
      await tx.query('insert into children values (7)');
      await tx.query('insert into parents values (7)');
      return 'done';
    },
    { dryRun: true },
  );
  assert.equal(answer, 'done');
  assert.equal(await count(), 0);
  const orphan = database.transaction((tx) => tx.query('insert into children values (8)'), { dryRun: true });
  await assert.rejects(orphan, /violates foreign key/);
});

test('statements given without waiting run in their order, and the first that fails is the one reported', async () => {
  const work = database.transaction(async (tx) => {
    await Promise.all([
      tx.query('insert into parents values (9)'),
      tx.query('insert into children values (9)'),
      tx.query('insert into parents values (9)'),
      tx.query('select 1'),
    ]);
  });
  await assert.rejects(work, /duplicate key/);
  assert.equal(await count(), 0);
});

test('what is still given after a statement has failed is not done outside of the transaction', async () => {
  let late: Promise<unknown> = Promise.resolve();
  const work = database.transaction(async (tx) => {
    const fine = tx.query('select 1');
    const failing = tx.query('insert into children values (null), (1 / 0)');
    late = fine
      .then(() => failing.catch(() => undefined))
      .then(() => tx.query('insert into parents values (11)'));
    late.catch(() => undefined);
    await failing;
  });
  await assert.rejects(work, /division by zero/);
  await assert.rejects(late);
  assert.deepEqual(await database.query('select * from parents where id = 11'), []);
});

test('one statement given several times at once, first within a transaction that has failed, then within a new one', async (t) => {
  const single = await freshDatabase(t, 1);
  const ask = (tx: Tx, n: number) => tx.query<{ n: number }>('select $1::int * 2 as n', [n]);
  const failed = single.transaction((tx) =>
    Promise.all([tx.query('select 1 / 0 as nothing'), ask(tx, 1), ask(tx, 2)]),
  );
  await assert.rejects(failed, /division by zero/);
  const answers = await single.transaction((tx) => Promise.all([ask(tx, 1), ask(tx, 2), ask(tx, 3)]));
  assert.deepEqual(answers.flat(), [{ n: 2 }, { n: 4 }, { n: 6 }]);
});

test('a statement that runs out of its time is a fault to retry, and changes nothing', async () => {
  const slow = database.transaction(
    async (tx) => {
      await tx.query('insert into parents values (10)');
      await tx.query('select pg_sleep(30)');
    },
    { statementTimeoutMs: 20 },
  );
  await assert.rejects(slow, { code: 'database_too_slow', retry: { kind: 'retry' } });
  assert.deepEqual(await database.query('select * from parents where id = 10'), []);
});

test('a connection that the server cuts is a fault to retry, and the next transaction has a new one', async () => {
  const cut = database.transaction(async (tx) => {
    const [self] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
    await database.query('select pg_terminate_backend($1)', [self!.pid]);
    await tx.query('select 1');
  });
  await assert.rejects(cut, isFault);
  assert.deepEqual(await database.query('select 1 as one'), [{ one: 1 }]);
});

test('a statement beyond its time is stopped', async () => {
  const slow = database.transaction((tx) => tx.query('select pg_sleep(10)'), { statementTimeoutMs: 20 });
  await assert.rejects(slow);
});

test('a server that is not there is a fault to retry', async () => {
  const nowhere = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
  await assert.rejects(
    nowhere.transaction(async () => undefined),
    isFault,
  );
  await assert.rejects(nowhere.query('select 1'), isFault);
  await nowhere.close();
});

test('numbers beyond 2^53, dates and lists of numbers come out exact', async () => {
  const [row] = await database.query(
    "select 9223372036854775807 as big, date '2026-02-28' as day, array[1, 9223372036854775807] as list, array[]::int8[] as none",
  );
  assert.deepEqual(row, { big: 2n ** 63n - 1n, day: '2026-02-28', list: [1n, 2n ** 63n - 1n], none: [] });
});

test('lock: one writer of a book; another is turned away or waits so long, and other books are free', async () => {
  await database.transaction(async (tx) => {
    await lockBook(tx, 1, 1_000);
    assert.equal(await database.transaction((other) => tryLockBook(other, 1)), false);
    assert.equal(await database.transaction((other) => tryLockBook(other, 2)), true);
    await assert.rejects(
      database.transaction((other) => lockBook(other, 1, 30)),
      isFault,
    );
  });
  assert.equal(await database.transaction((tx) => tryLockBook(tx, 1)), true);
});
