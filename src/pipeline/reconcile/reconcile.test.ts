import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import { Connections } from '#pipeline/connections.ts';
import { deliverBatch } from '#pipeline/deliver/deliver.ts';
import { type ListingLedger, listingLedger } from '#pipeline/testing/listing-ledger.ts';
import { tell } from '#pipeline/testing/story.ts';
import { testWorld, type World } from '#pipeline/testing/test-world.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import type { Reconciliation } from './reconcile.ts';
import { reconcile } from './reconcile.ts';

const shared = await freshDatabase({ after });

interface Scene {
  readonly world: World;
  readonly ledger: ListingLedger;
  compare(wish?: { repair?: boolean; period?: number; source?: boolean }): Promise<Reconciliation>;
  deliver(): Promise<void>;
}

/** Three vouchers of March, delivered to a ledger that can be asked for everything. */
async function scene(t: TestContext, story = '1 113.00 + 2 226.00 + 3 339.00 → post'): Promise<Scene> {
  const world = await testWorld(t, { database: shared });
  const ledger = listingLedger(world.ledger.connector.name);
  const ports = {
    fetch,
    now: () => new Date(),
    sleep: async () => undefined,
    random: () => 0,
    log: () => undefined,
  };
  const connections = new Connections({
    database: world.database,
    connectors: [ledger.connector, world.shop.connector],
    ports,
    reveal: (row) => row.settings,
  });
  t.after(() => connections.close());
  const { database, ledgerId } = world;
  const context = {
    ...ports,
    database,
    connections,
    callTimeoutMs: 60_000,
    signal: new AbortController().signal,
  };
  const deliver = async () => {
    while ((await deliverBatch(context, { connectionId: ledgerId, kind: 'voucher' })) > 0);
  };
  await tell(world, story);
  await deliver();
  return {
    world,
    ledger,
    deliver,
    compare: ({ repair = false, period, source = false } = {}) =>
      reconcile(context, {
        connectionId: source ? world.shopId : ledgerId,
        range: { from: period ?? null, to: period ?? null },
        repair,
        by: 'test',
        progress: () => undefined,
      }),
  };
}

function shown(differences: Reconciliation['found']): string[] {
  return differences.map(({ code, key, repair }) =>
    [code, key.replace(/^[0-9a-f]{6}-demo-\d+-[0-9a-f]{8}-/, ''), repair].join(' '),
  );
}

async function openDifferences({ world }: Scene): Promise<string[]> {
  const rows = await world.database.query<{ code: string }>(
    "select code from differences where state = 'open' and connection_id = $1 order by code",
    [world.ledgerId],
  );
  return rows.map(({ code }) => code);
}

test('reconcile: what was delivered and left alone agrees, by key, by content and by balance', async (t) => {
  const { compare } = await scene(t);
  const { compared, found } = await compare();
  assert.deepEqual(found, []);
  assert.deepEqual(compared, { deliveries: 3, listed: 3, balances: 3 });
});

// What happens in the target, what is found, and what is left after a repair.
const DISTURBANCES: readonly (readonly [
  what: string,
  disturb: (ledger: ListingLedger) => void,
  found: readonly string[],
  left: readonly string[],
])[] = [
  [
    'deleted there',
    ({ vouchers }) => vouchers.splice(1, 1),
    [
      'target_missing 2 redeliver',
      'balance_differs 202603 x1122 person',
      'balance_differs 202603 x2221.01.02 person',
      'balance_differs 202603 x6001 person',
    ],
    [],
  ],
  [
    'unaudited there',
    ({ vouchers }) => {
      vouchers[0]!.state = 'saved';
    },
    ['target_state_behind 1 redeliver'],
    [],
  ],
  [
    'copied there with its key',
    ({ vouchers }) => vouchers.push({ ...vouchers[0]!, id: '99', number: 'T-99', lines: [] }),
    ['target_changed 1 person'],
    ['target_changed 1 person'],
  ],
  [
    'there twice',
    ({ vouchers }) =>
      vouchers.push({ ...vouchers[0]!, id: '99', number: 'T-99', lines: vouchers[0]!.lines.slice(0, 1) }),
    ['target_duplicate 1 withdraw_and_redeliver', 'balance_differs 202603 x1122 person'],
    [],
  ],
  [
    'there twice, and posted by somebody',
    ({ vouchers }) => {
      for (const voucher of [...vouchers])
        if (voucher.id === '1') vouchers.push({ ...voucher, id: '99', posted: true });
      vouchers[0]!.posted = true;
    },
    [
      'target_duplicate 1 withdraw_and_redeliver',
      'balance_differs 202603 x1122 person',
      'balance_differs 202603 x2221.01.02 person',
      'balance_differs 202603 x6001 person',
    ],
    [
      'target_duplicate 1 withdraw_and_redeliver',
      'delivery_stuck 1 person',
      'balance_differs 202603 x1122 person',
      'balance_differs 202603 x2221.01.02 person',
      'balance_differs 202603 x6001 person',
    ],
  ],
  [
    'an amount changed there',
    ({ vouchers }) => {
      vouchers[2]!.lines[0]!.debitMinor += 1n;
    },
    ['target_changed 3 person', 'balance_differs 202603 x1122 person'],
    ['target_changed 3 person', 'balance_differs 202603 x1122 person'],
  ],
  [
    'renumbered there',
    ({ vouchers }) => {
      vouchers[0]!.number = 'T-77';
    },
    ['target_changed 1 person'],
    ['target_changed 1 person'],
  ],
  [
    'under a key of ours that was never sent',
    ({ vouchers }) => vouchers.push({ ...vouchers[0]!, id: '99', key: vouchers[0]!.key.replace(/1$/, '77') }),
    ['target_unknown 77 person'],
    ['target_unknown 77 person'],
  ],
  [
    'entered by somebody else',
    ({ vouchers }) => vouchers.push({ ...vouchers[0]!, id: '99', key: '' }),
    [],
    [],
  ],
];

for (const [what, disturb, found, left] of DISTURBANCES) {
  test(`reconcile: a voucher ${what}`, async (t) => {
    const stage = await scene(t);
    disturb(stage.ledger);
    assert.deepEqual(shown((await stage.compare()).found).toSorted(), found.toSorted());
    assert.equal((await openDifferences(stage)).length, found.length);
    const repaired = await stage.compare({ repair: true });
    assert.deepEqual(shown(repaired.left).toSorted(), left.toSorted());
    assert.equal((await openDifferences(stage)).length, left.length);
    // Nothing was doubled by the repair, and a second look finds the same.
    assert.deepEqual(shown((await stage.compare()).found).toSorted(), left.toSorted());
  });
}

test('reconcile: a repair that was cut off after the withdrawal is taken up by the next one', async (t) => {
  const stage = await scene(t);
  const { vouchers } = stage.ledger;
  vouchers.push({ ...vouchers[0]!, id: '99', number: 'T-99' });
  await stage.compare();
  // As the process would have left it: withdrawn, and not yet sent again.
  await stage.world.database.query(
    `insert into deliveries (book_id, connection_id, kind, business_key, voucher_id, until, state, done_at)
     select book_id, connection_id, 'withdraw', business_key, voucher_id, 'saved', 'done', now() from deliveries
      where kind = 'voucher' and voucher_id = 1 and book_id = $1`,
    [stage.world.bookId],
  );
  for (const one of vouchers.filter(({ key }) => key === vouchers[0]!.key))
    vouchers.splice(vouchers.indexOf(one), 1);
  assert.deepEqual(shown((await stage.compare()).found).at(0), 'target_missing 1 redeliver');
  assert.deepEqual((await stage.compare()).found.length > 0, true);
  const repaired = await stage.compare({ repair: true });
  assert.deepEqual(repaired.left, []);
  assert.equal(vouchers.length, 3);
});

test('reconcile: some periods say nothing about the others', async (t) => {
  const stage = await scene(t, '1 113.00 + 2 226.00 on 2026-02-05 → post');
  stage.ledger.vouchers.splice(0);
  assert.equal((await stage.compare()).found.filter(({ code }) => code === 'target_missing').length, 2);
  const february = await stage.compare({ period: 202602 });
  assert.deepEqual(
    shown(february.found).filter((one) => one.startsWith('target')),
    ['target_missing 2 redeliver'],
  );
  assert.equal((await openDifferences(stage)).filter((code) => code === 'target_missing').length, 2);
});

test('reconcile: a delivery that was refused or is long overdue is stuck', async (t) => {
  const stage = await scene(t);
  await stage.world.database.query(
    `update deliveries set state = case voucher_id when 1 then 'refused' when 2 then 'dead' else 'owed' end,
            error = '{"code":"permission_refused"}', created_at = now() - interval '2 hours'
      where kind = 'voucher' and book_id = $1`,
    [stage.world.bookId],
  );
  const { found } = await stage.compare();
  assert.deepEqual(shown(found), [
    'delivery_stuck 1 person',
    'delivery_stuck 2 redeliver',
    'delivery_stuck 3 redeliver',
  ]);
  assert.equal(found[0]?.params.reason, 'permission_refused');
  assert.deepEqual(shown((await stage.compare({ repair: true })).left), ['delivery_stuck 1 person']);
});

test('reconcile: every record of a source is settled or explained, and a lost one is replayed', async (t) => {
  const stage = await scene(t, '1 113.00 + 2 oops + 3 cancelled → post → 1 226.00 → post → 4 10.00');
  const { source, found } = await stage.compare({ source: true });
  assert.deepEqual(found, []);
  assert.deepEqual(
    source.map(({ state, n }) => `${state} ${n}`),
    ['held 1', 'ignored 1', 'posted 1', 'replaced 1', 'waiting 1'],
  );
  await stage.world.database.query('delete from lane where book_id = $1', [stage.world.bookId]);
  const lost = await stage.compare({ source: true, repair: true });
  assert.deepEqual(
    shown(lost.found).map((one) => one.replace(/-\d+(-[0-9a-f]{8})? \d+ /, ' ')),
    ['source_lost orders replay'],
  );
  assert.deepEqual(lost.left, []);
  await stage.world.post();
  assert.equal((await stage.compare({ source: true })).source.find(({ state }) => state === 'posted')?.n, 2n);
});
