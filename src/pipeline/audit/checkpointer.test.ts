import assert from 'node:assert/strict';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { changePeriod } from '#pipeline/books/change-period.ts';
import { tell } from '#pipeline/testing/story.ts';
import { newPem, temporaryFolder, testCheckpointer } from '#pipeline/testing/test-checkpointer.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';
import { verify } from '#pipeline/verify/verify.ts';
import { audit } from '#storage/audit-log.ts';
import type { Database } from '#storage/database.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { readCheckpoint } from './checkpoint.ts';
import { listCheckpointFiles, readNotes } from './checkpoint-files.ts';
import { noteVerifier, openNote } from './signed-note.ts';

const at = (text: string) => () => new Date(text);

async function note(database: Database, subject = 'book:demo'): Promise<void> {
  await database.transaction((tx) => audit(tx, { actor: 'li', action: 'book.note', subject }));
}

/** Sequence numbers in a folder, in the order in which they stand there; every signature is checked. */
async function sequencesIn(folder: string): Promise<number[]> {
  const keys = (await readFile(join(folder, 'public-keys'), 'utf8')).trim().split('\n');
  const verifiers = keys.map((key) => noteVerifier(key)!);
  const found: number[] = [];
  for await (const one of readNotes(folder, await listCheckpointFiles(folder))) {
    found.push(Number(readCheckpoint(openNote(one.note, verifiers)!)!.sequence));
  }
  return found;
}

async function assertVerifies(database: Database, folder: string): Promise<void> {
  const keys = (await readFile(join(folder, 'public-keys'), 'utf8')).trim().split('\n');
  const verifiers = keys.map((key) => noteVerifier(key)!);
  const checkpoints = { folder, verifiers };
  await verify(database, { checkpoints, found: ({ refusal }) => assert.fail(JSON.stringify(refusal)) });
}

test('checkpoints: one for what happened, none for nothing; the books that moved are in it', async (t) => {
  const world = await testWorld(t);
  const { checkpointer, folder } = await testCheckpointer(t, world.database);
  const first = await checkpointer.make();
  assert.deepEqual([first?.sequence, first?.heads], [1n, []]);
  assert.equal(await checkpointer.make(), null);
  await tell(world, '1 113.00 → post');
  const second = await checkpointer.make();
  assert.deepEqual(
    second?.heads.map(({ book, postingId }) => `${book} ${postingId}`),
    ['demo 1'],
  );
  assert.equal(second!.size, first!.size + 1n, 'a posting is no entry; the checkpoint over it is one');
  await note(world.database);
  assert.deepEqual((await checkpointer.make())?.heads, []);
  assert.deepEqual(await sequencesIn(folder), [1, 2, 3]);
  await assertVerifies(world.database, folder);
});

test('checkpoints: several processes with one folder leave no gap and nothing twice', async (t) => {
  const database = await freshDatabase(t, 12);
  const pem = newPem();
  const { folder } = await testCheckpointer(t, database, { pem });
  const hubs = await Promise.all([1, 2, 3].map(() => testCheckpointer(t, database, { pem, folder })));
  await Promise.all(
    hubs.map(async ({ checkpointer }) => {
      for (let i = 0; i < 6; i++) {
        await note(database);
        await checkpointer.make();
      }
    }),
  );
  const sequences = await sequencesIn(folder);
  assert.deepEqual(
    sequences,
    Array.from(sequences.keys(), (i) => i + 1),
  );
  assert.ok(sequences.length >= 6);
  assert.deepEqual(
    hubs.flatMap(({ reported }) => reported),
    [],
  );
  await assertVerifies(database, folder);
});

test('checkpoints: processes with folders and keys of their own have all checkpoints each', async (t) => {
  const database = await freshDatabase(t);
  const [one, other] = [await testCheckpointer(t, database), await testCheckpointer(t, database)];
  for (const hub of [one, other, one]) {
    await note(database);
    await hub.checkpointer.make();
  }
  await other.checkpointer.make();
  const keys = await Promise.all(
    [one, other].map(({ folder }) => readFile(join(folder, 'public-keys'), 'utf8')),
  );
  for (const { folder } of [one, other]) {
    await writeFile(join(folder, 'public-keys'), keys.join(''));
    assert.deepEqual(await sequencesIn(folder), [1, 2, 3]);
  }
});

for (const torn of [1, 40, 150]) {
  test(`checkpoints: what a crash left half written (${torn} bytes) is written again, whole`, async (t) => {
    const database = await freshDatabase(t);
    const { checkpointer, folder } = await testCheckpointer(t, database, { now: at('2026-03-15T08:00:00Z') });
    for (let i = 0; i < 2; i++) {
      await note(database);
      await checkpointer.make();
    }
    const path = join(folder, '2026-03-15.checkpoints');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.slice(0, whole.length - torn));
    await checkpointer.make();
    assert.equal(await readFile(path, 'utf8'), whole);
    await appendFile(path, whole.slice(0, torn));
    await note(database);
    await checkpointer.make();
    assert.deepEqual(await sequencesIn(folder), [1, 2, 3]);
  });
}

test('checkpoints: a file a day, and a clock that was set back does not bring them out of order', async (t) => {
  const database = await freshDatabase(t);
  const days = [
    '2026-03-15T23:59:59Z',
    '2026-03-16T00:00:30Z',
    '2026-03-15T23:59:58Z',
    '2026-03-17T00:00:00Z',
  ];
  let day = 0;
  const now = () => new Date(days[day]!);
  const { checkpointer, folder } = await testCheckpointer(t, database, { now });
  for (; day < days.length; day++) {
    await note(database);
    await checkpointer.make();
  }
  day -= 1;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.checkpoints')).sort();
  assert.deepEqual(files, ['2026-03-15.checkpoints', '2026-03-16.checkpoints', '2026-03-17.checkpoints']);
  assert.deepEqual(await sequencesIn(folder), [1, 2, 3, 4]);
});

test('checkpoints: a second place gets the same; where it cannot be written that is told once, and made good', async (t) => {
  const database = await freshDatabase(t);
  const blocked = join(await temporaryFolder(t), 'share');
  await writeFile(blocked, 'not a folder');
  const hub = await testCheckpointer(t, database, { copy: blocked });
  for (let i = 0; i < 3; i++) {
    await note(database);
    await hub.checkpointer.make();
  }
  assert.equal(hub.reported.length, 1);
  assert.deepEqual(
    hub.checkpointer.places.map(({ trouble }) => trouble === null),
    [true, false],
  );
  await rm(blocked);
  await hub.checkpointer.make();
  assert.deepEqual(await sequencesIn(blocked), [1, 2, 3]);
  assert.deepEqual(await sequencesIn(hub.folder), [1, 2, 3]);
});

/** The loop, with a clock that the test moves. */
async function runningLoop(t: TestContext) {
  const world = await testWorld(t);
  const clock = { ms: Date.UTC(2026, 2, 15, 8) };
  const hub = await testCheckpointer(t, world.database, { now: () => new Date(clock.ms) });
  const count = async () => {
    const rows = await world.database.query('select from audit_checkpoints');
    return rows.length;
  };
  const until = async (wanted: number) => {
    while ((await count()) < wanted) await new Promise(setImmediate);
  };
  hub.checkpointer.start();
  t.after(() => hub.checkpointer.stop());
  await until(1);
  return { ...hub, world, clock, count, until };
}

test('checkpoints: the loop makes one a minute, one at once after a period was closed, and one at the end', async (t) => {
  const { checkpointer, world, clock, count, until, folder, reported } = await runningLoop(t);
  await note(world.database);
  assert.equal(await count(), 1, 'the minute is not over');
  clock.ms += 60_000;
  await until(2);
  const close = { bookId: world.bookId, period: 202602, to: 'closed', by: 'li' } as const;
  await world.database.transaction((tx) => changePeriod(tx, world.cache, close));
  await until(3);
  await note(world.database);
  await checkpointer.stop();
  assert.deepEqual(await sequencesIn(folder), [1, 2, 3, 4]);
  assert.deepEqual(reported, []);
});
