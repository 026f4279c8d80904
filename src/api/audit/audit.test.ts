import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { limitedPrincipal } from '#api/testing/limited-principal.ts';
import { sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { listAt, textAt, valueAt } from '#connectors/kit/json.ts';
import { readCheckpoint } from '#pipeline/audit/checkpoint.ts';
import { rootByInclusion, rootsByConsistency } from '#pipeline/audit/proofs.ts';
import { noteVerifier, openNote } from '#pipeline/audit/signed-note.ts';
import { audit } from '#storage/audit-log.ts';
import { insertPerson } from '#storage/people.ts';

const hub = await testHub({ after });
const V1 = '/api/v1';

async function entry(actor: string, action: string, subject = 'book:demo'): Promise<void> {
  await hub.database.transaction((tx) => audit(tx, { actor, action, subject, details: { note: '=1+1' } }));
}

for (let i = 0; i < 5; i++) await entry('person:li', 'flow.publish', 'flow:sales');
await entry('=cmd|calc', 'exception.release', 'exception:1');
await entry('person:wang', 'exception.dismiss', 'exception:2');

const actionsOf = (body: unknown) => listAt(body, 'items').map((one) => textAt(one, 'action'));

for (const [query, actions] of [
  ['actor=person:wang', ['exception.dismiss']],
  ['action=exception.', ['exception.dismiss', 'exception.release']],
  ['action=exception.release', ['exception.release']],
  ['subject=flow:sales&actor=person:li', Array(5).fill('flow.publish')],
  ['actor=nobody', []],
  ['action=%', []],
  ['to=2001-01-01', []],
  ['from=2999-01-01', []],
  ['from=2001-01-01&to=2999-01-01&action=exception.d', ['exception.dismiss']],
] as const) {
  test(`audit: ${query}`, async () => {
    const told = await hub.ask('GET', `${V1}/audit?${query}`);
    assert.deepEqual([told.status, actionsOf(told.body)], [200, actions]);
  });
}

test('audit: pages lead from the newest to the oldest, each entry once', async () => {
  const ids: number[] = [];
  let next: string | null = `${V1}/audit?limit=3`;
  while (next !== null) {
    const { body } = await hub.ask('GET', next);
    ids.push(...listAt(body, 'items').map((one) => Number(textAt(one, 'id'))));
    const link: unknown = valueAt(body, 'next');
    next = typeof link === 'string' ? link : null;
  }
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.length >= 7);
});

test('audit: whom an entry names is told by name, also where a grant has the number', async () => {
  const facts = { login: 'lin.tao', name: '林涛', email: null, language: 'zh', passwordHash: null } as const;
  const made = await insertPerson(hub.database, { ...facts, state: 'active', source: 'local' });
  await entry('person:lin.tao', 'grant.give', `person:${made?.person_id}`);
  const { body } = await hub.ask('GET', `${V1}/audit?actor=person:lin.tao`);
  const told = [valueAt(body, 'items', 0, 'actorName'), valueAt(body, 'items', 0, 'subjectName')];
  assert.deepEqual(told, ['林涛', '林涛']);
});

test('audit: a time that is none is refused', async () => {
  assert.equal((await hub.ask('GET', `${V1}/audit?from=yesterday`)).status, 400);
});

test('audit: exported as NDJSON, oldest first, and the export is the last entry', async () => {
  const { body, headers } = await hub.ask('GET', `${V1}/audit/export`);
  const lines = String(body)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.match(String(headers['content-type']), /ndjson/);
  assert.equal(lines.at(-1).action, 'audit.export');
  assert.deepEqual(lines.at(-1).details, { format: 'ndjson' });
  for (const [i, line] of lines.slice(1).entries()) assert.equal(line.previousHash, lines[i].hash);
});

test('audit: exported as CSV, nothing in it is a formula', async () => {
  const { body } = await hub.ask('GET', `${V1}/audit/export?format=csv&action=exception.`);
  const lines = String(body).trimEnd().split('\r\n');
  assert.equal(lines.length, 3);
  assert.match(
    lines[1]!,
    /^"\d+","[^"]+","'=cmd\|calc","exception\.release","exception:1","\{""note"":""=1\+1""\}"/,
  );
});

const limited = limitedPrincipal({ permissions: ['audit:read', 'audit:export'], books: ['demo'] });
const nobody = limitedPrincipal({ permissions: [], books: null });

for (const path of ['/audit', '/audit/export', '/audit/checkpoints', '/audit/verifications']) {
  test(`audit: ${path} is for those who may see all books`, async () => {
    for (const as of [limited, nobody]) assert.equal((await hub.ask('GET', V1 + path, { as })).status, 403);
  });
}

test('audit: checkpoints, and proofs that an auditor can check without the database', async () => {
  const { checkpointer } = hub.context;
  await hub.ask('POST', `${V1}/books/demo/documents?flow=sales`, { body: sale('A-1') });
  await checkpointer.make();
  await entry('person:li', 'flow.publish');
  await checkpointer.make();
  const { body } = await hub.ask('GET', `${V1}/audit/checkpoints`);
  const [second, first] = listAt(body, 'items');
  const verifiers = listAt(body, 'publicKeys').map((key) => noteVerifier(String(key))!);
  const read = (note: string) => readCheckpoint(openNote(note, verifiers)!)!;
  const [old, whole] = [read(textAt(first, 'note')), read(textAt(second, 'note'))];

  const consistency = await hub.ask(
    'GET',
    `${V1}/audit/checkpoints/${whole.sequence}/proof?from=${old.sequence}`,
  );
  const proof = hashesOf(consistency.body);
  const led = rootsByConsistency({ first: old.size, size: whole.size, root: old.root }, proof);
  assert.deepEqual([led?.first, led?.whole].map(hex), [hex(old.root), hex(whole.root)]);

  const newest = listAt((await hub.ask('GET', `${V1}/audit?action=flow.publish&limit=1`)).body, 'items')[0];
  const inclusion = await hub.ask('GET', `${V1}/audit/entries/${textAt(newest, 'id')}/proof`);
  const leaf = Buffer.from(textAt(inclusion.body, 'leaf'), 'base64');
  const index = BigInt(Number(valueAt(inclusion.body, 'index')));
  assert.deepEqual(
    hex(rootByInclusion({ leaf, index, size: whole.size }, hashesOf(inclusion.body))),
    hex(whole.root),
  );

  for (const path of ['entries/999999/proof', 'checkpoints/99/proof?from=1', 'checkpoints/1/proof?from=2']) {
    assert.equal((await hub.ask('GET', `${V1}/audit/${path}`)).status, 404, path);
  }
});

function hashesOf(body: unknown): Buffer[] {
  return listAt(body, 'proof').map((hash) => Buffer.from(String(hash), 'base64'));
}

function hex(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}

async function verified(): Promise<unknown> {
  const begun = await hub.ask('POST', `${V1}/audit/verify`);
  assert.equal(begun.status, 202);
  const path = `${V1}/audit/verifications/${textAt(begun.body, 'id')}`;
  for (;;) {
    const { body } = await hub.ask('GET', path);
    if (valueAt(body, 'state') !== 'running') return body;
    await new Promise(setImmediate);
  }
}

test('audit: a verification runs in the background, one at a time, and says what it found', async () => {
  const well = await verified();
  assert.deepEqual(
    [valueAt(well, 'state'), valueAt(well, 'ok'), valueAt(well, 'differences')],
    ['done', true, 0],
  );
  const [id] = await hub.database.query<{ id: bigint }>(
    "insert into audit_verifications (started_by) values ('x') returning verification_id as id",
  );
  assert.equal((await hub.ask('POST', `${V1}/audit/verify`)).status, 409);
  await hub.database.query(
    "update audit_verifications set heartbeat_at = now() - interval '1 hour' where verification_id = $1",
    [id!.id],
  );
  const silent = await hub.ask('GET', `${V1}/audit/verifications/${id!.id}`);
  assert.equal(valueAt(silent.body, 'state'), 'failed', 'whoever ran it is gone');
  await hub.database.transaction((tx) =>
    tx.script(
      "set local session_replication_role = replica; update audit_log set actor = 'mallory' where entry_id = 2",
    ),
  );
  const ill = await verified();
  assert.deepEqual([valueAt(ill, 'ok'), valueAt(ill, 'differences')], [false, 1]);
  const [difference] = listAt(ill, 'found');
  assert.equal(textAt(valueAt(difference, 'finding'), 'code'), 'verify_audit_chain');
  const { body } = await hub.ask('GET', `${V1}/audit/verifications`);
  assert.equal(listAt(body, 'items').length, 3);
});
