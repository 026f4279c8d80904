import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { ORDER_FLOW } from '#pipeline/testing/order-flow.ts';
import { tell } from '#pipeline/testing/story.ts';
import { type TestCheckpointer, testCheckpointer } from '#pipeline/testing/test-checkpointer.ts';
import { TODAY, testWorld, type World } from '#pipeline/testing/test-world.ts';
import type { Database } from '#storage/database.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { commands } from './commands.ts';
import { runProgram } from './program.ts';

const folder = await mkdtemp(join(tmpdir(), 'tongzhang-cli-'));
after(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** Runs a command on a world and gives exit code, JSON (with `--json`) and texts. */
async function call(world: World, ...args: string[]) {
  let out = '';
  let errors = '';
  const services = await servicesOf(world);
  const code = await runProgram(
    {
      commands,
      language: 'zh',
      write: (text) => {
        out += text;
      },
      writeError: (text) => {
        errors += text;
      },
      contextOf: (json) => ({
        language: 'zh',
        json,
        actor: 'cli:test',
        signal: new AbortController().signal,
        sleep: async () => undefined,
        connectors: [],
        simulators: [],
        services: async () => services,
        write: (text) => {
          out += text;
        },
        progress: () => undefined,
      }),
    },
    args,
  );
  const json: unknown = args.includes('--json') && out !== '' ? JSON.parse(out) : null;
  return { code, out, errors, json };
}

const checkpointers = new Map<Database, Promise<TestCheckpointer>>();

async function servicesOf({ database, connections, cache }: World) {
  const known = checkpointers.get(database) ?? testCheckpointer({ after }, database);
  checkpointers.set(database, known);
  const { checkpointer } = await known;
  return {
    database,
    connections,
    cache,
    checkpointer,
    now: () => new Date(),
    today: () => TODAY,
    hubUrl: async () => 'http://127.0.0.1:7070',
  };
}

const database = await freshDatabase({ after });

async function story(t: TestContext, text: string): Promise<World> {
  const world = await testWorld(t, { database });
  await tell(world, text);
  return world;
}

test('commands: every one has --help and --json, and answers both as text and as JSON', async (t) => {
  const world = await testWorld(t);
  await tell(world, 'A1 113.00 + A2 oops → post');
  await world.deliver();
  const lines = [
    'status',
    'flow list',
    'flow show orders',
    'runs',
    'records --limit 1',
    'trace A1',
    'trace A2',
    'exceptions',
    'vouchers demo',
    'balances demo',
    'deliveries',
    'checkpoints write',
    'checkpoints key',
    'verify',
    'reconcile shop',
    'reconcile ledger',
  ];
  for (const line of lines) {
    const args = line.split(' ');
    const plain = await call(world, ...args);
    assert.deepEqual([plain.code, plain.errors], [0, ''], line);
    assert.ok(plain.out.length > 10, line);
    assert.equal((await call(world, ...args, '--json')).code, 0, line);
  }
  for (const { name } of commands) {
    const help = await call(world, ...name.split(' '), '--help');
    assert.match(help.out, /--json/, name);
  }
});

test('flow: checked, saved, published, tried; what is wrong is named with its place', async (t) => {
  const world = await testWorld(t);
  const good = await file('good.yaml', ORDER_FLOW);
  const bad = await file(
    'bad.yaml',
    ORDER_FLOW.replace('requierd', '').replace('customer, required', 'customer, requierd'),
  );
  assert.equal((await call(world, 'flow', 'check', good)).code, 0);
  const checked = await call(world, 'flow', 'check', bad);
  assert.equal(checked.code, 1);
  assert.match(checked.out, /requierd[\s\S]*\[flow_key_unknown\]/);
  assert.match((await call(world, 'flow', 'check', join(folder, 'none.yaml'))).errors, /cli_file_unreadable/);
  const saved = await call(world, 'flow', 'save', good, '--json');
  assert.deepEqual(saved.json, { ok: true, code: 'orders', version: 2, published: false });
  assert.deepEqual((await call(world, 'flow', 'publish', 'orders', '--json')).json, {
    code: 'orders',
    published: 2,
  });
  assert.equal((await call(world, 'flow', 'publish', 'orders', '--version', '9')).code, 1);
  const sample = await file(
    'sample.json',
    '[{"no":"D1","date":"2026-03-10","customer":"C1","status":"paid","total":"113.00"},{"no":"D2","date":"2026-03-10","status":"paid","total":"x"},{"no":"D3","status":"cancelled"}]',
  );
  const tried = await call(world, 'flow', 'dry-run', 'orders', '--sample', sample);
  assert.match(tried.out, /order D1 → 记-1[\s\S]*1122 应收账款[\s\S]*113\.00/);
  assert.match(tried.out, /\[amount_not_a_number\]/);
  assert.match(tried.out, /no_document_applies/);
  assert.equal(textAt((await call(world, 'status', '--json')).json, 'figures', 'records'), '0');
});

test('exceptions: listed with their reasons, released, replayed, dismissed; blocks cannot be released', async (t) => {
  const world = await testWorld(t);
  await tell(world, 'X1 oops + X2 113.00 to C9 → post');
  const listed = await call(world, 'exceptions', '--json');
  const ids = [0, 1].map((i) => textAt(listed.json, 'exceptions', i, 'id'));
  assert.deepEqual((await call(world, 'exceptions', 'release', '--id', ids[0]!, '--note', '已核对')).code, 1);
  assert.equal((await call(world, 'exceptions', 'release', '--id', ids[0]!)).code, 2);
  assert.equal((await call(world, 'exceptions', 'replay')).code, 2);
  assert.equal((await call(world, 'exceptions', 'dismiss', '--id', ids[0]!)).code, 2);
  const replayed = await call(world, 'exceptions', 'replay', '--id', ids[0]!, '--json');
  assert.equal(textAt(replayed.json, 'runs', 0, 'run', 'held'), '1');
  const dismissed = await call(
    world,
    'exceptions',
    'dismiss',
    '--code',
    'amount_not_a_number',
    '--note',
    'test',
    '--json',
  );
  assert.equal(dismissed.code, 0);
  assert.equal(valueAt((await call(world, 'exceptions', '--json')).json, 'exceptions', 1), undefined);
  assert.match((await call(world, 'exceptions', 'replay', '--id', '999')).errors, /cli_exception_unknown/);
});

test('trace: one thing is told whole, several are asked about, nothing is an error', async (t) => {
  const world = await story(t, 'T1 113.00 no SAME → post');
  const other = await story(t, 'T2 226.00 no SAME → post');
  const whole = await call(world, 'trace', 'T1');
  assert.match(whole.out, /"total": "113.00"[\s\S]*记-1[\s\S]*模板行 1: 借 1122 = order_total/);
  assert.match((await call(other, 'trace', '记-1')).out, /符合的不止一条/);
  const none = await call(world, 'trace', 'nowhere');
  assert.deepEqual([none.code, none.out], [1, '']);
  assert.match(none.errors, /cli_trace_nothing/);
});

test('periods: closed in order and opened again; refusals say why', async (t) => {
  const world = await testWorld(t);
  assert.match((await call(world, 'close-period', 'demo', '202603')).errors, /period_earlier_open/);
  assert.deepEqual((await call(world, 'close-period', 'demo', '202602', '--json')).json, {
    book: 'demo',
    period: 202602,
    state: 'closed',
  });
  assert.match((await call(world, 'open-period', 'demo', '202602')).errors, /cli_note_missing/);
  assert.equal((await call(world, 'open-period', 'demo', '202602', '--note', '补记运费')).code, 0);
  const [reopened] = await world.database.query<{ note: string }>(
    "select details ->> 'note' as note from audit_log where action = 'period.reopen'",
  );
  assert.equal(reopened?.note, '补记运费');
  assert.match((await call(world, 'close-period', 'nobody', '202602')).errors, /cli_book_unknown/);
  assert.equal((await call(world, 'close-period', 'demo', 'spring')).code, 2);
});

test('years: the next one is added, and no other', async (t) => {
  const world = await testWorld(t);
  assert.match((await call(world, 'add-year', 'demo', '2028')).errors, /year_not_next/);
  const added = await call(world, 'add-year', 'demo', '2027');
  assert.equal(added.out.trim(), 'demo: 202701–202712');
  assert.match((await call(world, 'add-year', 'demo', '2027')).errors, /year_not_next/);
});

test('deliveries: refused ones go out again when asked', async (t) => {
  const world = await story(t, '1 113.00 → post');
  world.ledger.moods.push('refuses');
  await world.deliver();
  const code = world.ledger.connector.name;
  const redriven = await call(world, 'deliveries', 'redrive', '--connection', code, '--json');
  assert.deepEqual(redriven.json, { redriven: 1 });
  assert.equal((await call(world, 'deliveries', 'redrive')).code, 2);
  await world.deliver();
  assert.equal(world.ledger.saved.size, 1);
});

test('verify and reconcile: differences are exit code 1', async (t) => {
  const world = await testWorld(t);
  await tell(world, '1 113.00 → post');
  await world.deliver();
  world.ledger.saved.clear();
  const compared = await call(world, 'reconcile', 'ledger');
  assert.deepEqual([compared.code, /target_missing/.test(compared.out)], [1, true]);
  assert.equal((await call(world, 'reconcile', 'ledger', '--repair')).code, 0);
  await world.database.transaction((tx) =>
    tx.script("set local session_replication_role = replica; update vouchers set prepared_by = 'x'"),
  );
  const verified = await call(world, 'verify', '--json');
  assert.deepEqual(
    [verified.code, textAt(verified.json, 'differences', 0, 'code')],
    [1, 'verify_voucher_changed'],
  );
});
