import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitedPrincipal } from '#api/testing/limited-principal.ts';
import { sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';
import { countAttempts } from '#pipeline/deliver/count-attempts.ts';
import { foldFigures } from '#storage/counting.ts';
import type { Database } from '#storage/database.ts';
import { claimDeliveries, owe, settleDeliveries } from '#storage/deliveries.ts';

const DOCUMENTS = '/api/v1/books/demo/documents?flow=sales';
// The hub's clock of tests stands still in March; what happens is dated by the database.
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const OVERVIEW = `/api/v1/overview?from=${TODAY}&to=${TODAY}`;

async function post(hub: TestHub, ...sales: object[]): Promise<void> {
  for (const body of sales) await hub.ask('POST', DOCUMENTS, { body });
}

async function countOf(hub: TestHub, list: unknown): Promise<number> {
  const { status, body } = await hub.ask('GET', String(list));
  assert.equal(status, 200, `${list}: ${JSON.stringify(body)}`);
  return (valueAt(body, 'items') as unknown[]).length;
}

test('overview: every figure is what its list shows', async (t) => {
  const hub = await testHub(t);
  await post(hub, sale('S-1'), sale('S-2', { amount: '250.00' }), sale('S-3'));
  await post(hub, sale('H-1', { customer: '' }), sale('H-2', { customer: '', amount: '' }));
  await hub.ask('POST', '/hooks/till', {
    body: sale('W-1'),
    headers: { 'x-signature': 'hush' },
  });
  await deliver(hub.database);

  for (const fold of [false, true]) {
    if (fold) assert.ok((await foldFigures(hub.database)) > 0);
    await t.test(fold ? 'after folding' : 'before folding', async () => {
      const { status, body } = await hub.ask('GET', OVERVIEW);
      assert.equal(status, 200, JSON.stringify(body));
      const figures = valueAt(body, 'figures') as Record<string, { count: number; list: string }>;
      const counts = Object.fromEntries(Object.entries(figures).map(([name, { count }]) => [name, count]));
      assert.deepEqual(counts, {
        received: 6,
        posted: 3,
        held: 2,
        ignored: 0,
        delivered: 1,
        writtenBack: 1,
        stopped: 1,
      });
      for (const [name, { count, list }] of Object.entries(figures)) {
        assert.equal(await countOf(hub, list), count, `${name}: ${list}`);
      }
      assert.deepEqual(valueAt(body, 'figures', 'posted', 'amounts'), [
        { currency: 'CNY', amount: '450.00' },
      ]);
      assert.equal(valueAt(body, 'successRate'), 0.6);
      assert.equal(valueAt(body, 'latency', 'posted', 'count'), 3);
      assert.equal(valueAt(body, 'latency', 'delivered', 'count'), 1);
      const series = valueAt(body, 'series') as { received: number }[];
      assert.deepEqual(
        series.map(({ received }) => received).filter((n) => n > 0),
        [6],
      );
      assert.partialDeepStrictEqual(valueAt(body, 'byFlow'), [
        { flow: 'sales', received: 6, posted: 3, held: 2 },
      ]);
      assert.partialDeepStrictEqual(valueAt(body, 'byBook'), [{ book: 'demo', received: 6, posted: 3 }]);
    });
  }

  await t.test('what waits now', async () => {
    const { body } = await hub.ask('GET', OVERVIEW);
    for (const [name, count] of [
      ['lane', 1],
      ['owed', 1],
      ['sending', 0],
      ['stopped', 1],
      ['exceptions', 2],
    ] as const) {
      assert.equal(valueAt(body, 'now', name, 'count'), count, name);
      assert.equal(await countOf(hub, valueAt(body, 'now', name, 'list')), count, `list of ${name}`);
    }
    for (const code of valueAt(body, 'now', 'exceptions', 'byCode') as { count: number; list: string }[]) {
      assert.equal(await countOf(hub, code.list), code.count);
    }
  });

  await t.test('by finding, down to the exceptions', async () => {
    const { body } = await hub.ask('GET', OVERVIEW);
    const found = valueAt(body, 'byCode') as { code: string; count: number; list: string }[];
    assert.ok(found.length > 0);
    for (const { code, count, list } of found) {
      assert.equal(await countOf(hub, list), count);
      const only = await hub.ask('GET', `${OVERVIEW}&code=${code}`);
      assert.equal(valueAt(only.body, 'figures', 'held', 'count'), count);
      assert.equal(valueAt(only.body, 'figures', 'received', 'count'), 0);
    }
  });

  await t.test('by hour and by connection', async () => {
    const hourly = await hub.ask('GET', `${OVERVIEW}&by=hour&connection=till`);
    assert.equal((valueAt(hourly.body, 'series') as unknown[]).length, 24);
    assert.equal(valueAt(hourly.body, 'figures', 'received', 'count'), 6);
  });

  for (const [query, code] of [
    ['from=2026-02-30', 'time_invalid'],
    ['from=2026-03-05&to=2026-03-01', 'range_invalid'],
    ['from=2020-01-01&to=2026-03-01', 'range_invalid'],
    ['from=2026-01-01&to=2026-03-01&by=hour', 'range_invalid'],
    ['book=nope', 'not_found'],
  ] as const) {
    await t.test(`refused: ${query} → ${code}`, async () => {
      assert.equal(valueAt((await hub.ask('GET', `/api/v1/overview?${query}`)).body, 'code'), code);
    });
  }

  await t.test('somebody of another book sees none of it', async () => {
    const as = limitedPrincipal({ permissions: ['overview:read'], books: ['other'] });
    const { body } = await hub.ask('GET', OVERVIEW, { as });
    assert.equal(valueAt(body, 'figures', 'received', 'count'), 0);
    assert.equal(valueAt(body, 'figures', 'posted', 'count'), 0);
    assert.equal(valueAt(body, 'now', 'exceptions', 'count'), 0);
    assert.equal(valueAt(body, 'now', 'lane', 'count'), 0);
  });
});

/** Two vouchers and a write-back are owed; one is delivered, one refused, one written back, one still owed. */
async function deliver(database: Database): Promise<void> {
  const connectionId = 1;
  const one = {
    bookId: 1,
    connectionId,
    documentId: null,
    flowId: 1,
    until: 'audited',
    payload: null,
  } as const;
  await database.transaction(async (tx) => {
    await owe(tx, [
      { ...one, kind: 'voucher', businessKey: 'a', voucherId: 1n },
      { ...one, kind: 'voucher', businessKey: 'b', voucherId: 2n },
      { ...one, kind: 'write-back', businessKey: 'c', voucherId: 1n },
    ]);
    const claim = { connectionId, limit: 10, takeOverMs: 1_000 };
    const rows = [
      ...(await claimDeliveries(tx, { ...claim, kind: 'voucher' })),
      ...(await claimDeliveries(tx, { ...claim, kind: 'write-back' })),
    ];
    const became = ['done', 'refused', 'done'] as const;
    const attempts = rows.map((row, i) => ({ row, state: became[i]! }));
    const base = { targetState: 'saved', targetId: null, targetNumber: null, waitMs: 0, error: null };
    await settleDeliveries(
      tx,
      attempts.map(({ row, state }) => ({
        ...base,
        deliveryId: row.delivery_id,
        attemptId: row.attempt_id!,
        state,
      })),
    );
    await countAttempts(tx, attempts);
    await owe(tx, [{ ...one, kind: 'write-back', businessKey: 'd', voucherId: 2n }]);
  });
}
