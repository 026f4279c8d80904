import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunningSimulator, WriteBackMessage } from '#connectors/kit/connector.ts';
import { describeConnector } from '#connectors/kit/contract.ts';
import { connectWith, contractPorts } from '#connectors/kit/contract-subject.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { ShopifyClient } from './client.ts';
import { shopify } from './connector.ts';
import { shopifySimulator } from './simulator.ts';
import { collectAll, idsOf, messageFor, orderOf, orders, post, putOrders, readState } from './test-bench.ts';
import { writeBack } from './write-back.ts';

describeConnector({
  connector: shopify,
  simulator: shopifySimulator,
  settings: (running) => ({ ...running.credentials, pageSize: 4, timeoutSeconds: 0.3 }),
  start: { lateMs: 900 },
  wrongCredentials: (settings) => ({ ...settings, accessToken: 'shpat_of_somebody_else' }),
  collect: [
    {
      kind: 'order',
      prepare: async (running) => {
        await putOrders(running, orders(11));
      },
      expected: async (running) => (await readState(running)).orders,
      change: async (running) => {
        await putOrders(running, [orderOf(1003, { total_price: '99.00' })]);
        return '1003';
      },
    },
  ],
  deliver: {
    writeBack: {
      messages: async (running, count) => {
        await putOrders(running, orders(count));
        return orders(count).map(({ id }) => messageFor(String(id)));
      },
      count: async (running, keys) => {
        const { metafields, notes } = await readState(running);
        return Object.fromEntries(
          keys.map((key) => {
            const id = key.replace('wb-', '');
            const lines = (notes[id] ?? '').split('\n').filter((line) => line.includes('通账'));
            return [key, metafields[id]?.['tongzhang.voucher'] === `记-${id}` ? lines.length : 0];
          }),
        );
      },
    },
  },
});

async function withShop(
  work: (shop: { running: RunningSimulator; client: ShopifyClient }) => Promise<void>,
  settings: Record<string, unknown> = {},
): Promise<void> {
  const running = await shopifySimulator.start({ seed: 5 });
  try {
    const client = await connectWith(
      shopify,
      { ...running.credentials, pageSize: 4, ...settings },
      contractPorts([]),
    );
    await work({ running, client });
  } finally {
    await running.close();
  }
}

async function deliver(client: ShopifyClient, messages: readonly WriteBackMessage[]) {
  const signal = AbortSignal.timeout(10_000);
  const keys = messages.map(({ businessKey }) => businessKey);
  return writeBack.send(client, messages, await writeBack.find(client, keys, signal, messages), signal);
}

test('a refund within the order and a closed order arrive, as they were written', () =>
  withShop(async ({ running, client }) => {
    const refund = { id: 9, refund_line_items: [{ subtotal: 195.66 }] };
    await putOrders(running, [orderOf(1002, { refunds: [refund] })]);
    const [page] = await collectAll(client);
    const raw = Buffer.from(page?.records[0]?.raw ?? []).toString('utf8');
    assert.equal(raw, JSON.stringify(orderOf(1002, { refunds: [refund] })));
  }));

test('transactions are added when asked for', () =>
  withShop(
    async ({ running, client }) => {
      await putOrders(running, [orderOf(1001)]);
      const [page] = await collectAll(client);
      const order: unknown = JSON.parse(Buffer.from(page?.records[0]?.raw ?? []).toString('utf8'));
      assert.ok(typeof order === 'object' && order !== null && 'transactions' in order);
      assert.ok(Array.isArray(order.transactions) && order.transactions.length === 1);
    },
    { transactions: true },
  ));

test('the next read finds what came late, although it is dated long ago', () =>
  withShop(async ({ running, client }) => {
    await putOrders(running, orders(6));
    const pages = await collectAll(client);
    await putOrders(running, [orderOf(900, { updated_at: '2020-01-01T00:00:00Z' }), orderOf(1001)]);
    const news = idsOf(await collectAll(client, pages.at(-1)?.cursor ?? null));
    assert.ok(
      news.includes('900') && !news.includes('1001'),
      'the late one, and not the one that only came again',
    );
  }));

test('a page_info that ended starts the pass over instead of losing orders', () =>
  withShop(async ({ running, client }) => {
    await putOrders(running, orders(10));
    const [first] = await collectAll(client);
    await post(running, 'settings', '{"pageInfoSeconds":-1}');
    const failing = collectAll(client, first?.cursor ?? null);
    await assert.rejects(failing, (error) => error instanceof Fault && error.code === 'shopify_page_lost');
    await post(running, 'settings', '{"pageInfoSeconds":60}');
    assert.equal(new Set(idsOf(await collectAll(client, first?.cursor ?? null))).size, 6);
  }));

test('a full bucket says how long to wait', () =>
  withShop(async ({ running, client }) => {
    await putOrders(running, orders(10));
    await post(running, 'settings', '{"bucketSize":2,"leakPerSecond":0.5}');
    await assert.rejects(
      collectAll(client),
      (error) => error instanceof Fault && error.retry.kind === 'wait' && error.retry.waitMs > 0,
    );
  }));

test('credentials revoked in the middle are a refusal, not a retry', () =>
  withShop(async ({ running, client }) => {
    await putOrders(running, orders(10));
    const [first] = await collectAll(client);
    await post(running, 'revoke');
    const isRefused = (error: unknown) =>
      error instanceof RefusalError && error.refusal.code === 'credentials_refused';
    await assert.rejects(collectAll(client, first?.cursor ?? null), isRefused);
    await assert.rejects(deliver(client, [messageFor('1001')]), isRefused);
  }));

test('writing back twice changes nothing, and the merchant keeps the note', () =>
  withShop(async ({ running, client }) => {
    await putOrders(running, orders(6));
    const messages = orders(6).map(({ id }) => messageFor(String(id)));
    const first = await deliver(client, messages);
    const before = await readState(running);
    assert.deepEqual(await deliver(client, messages), first);
    assert.equal(before.notes['1002'], 'gift wrap 🎁\n[通账 #1002] 凭证 记-1002');
    assert.equal(before.metafieldWrites, 6);
    const { requests: _, ...after } = await readState(running);
    assert.deepEqual({ ...after, requests: before.requests }, before);
  }));

test('two documents of one order stand side by side; a held line goes once it is delivered', () =>
  withShop(async ({ running, client }) => {
    await putOrders(running, [orderOf(1001)]);
    const held = {
      status: 'held',
      documentNumber: null,
      voucherNumber: null,
      codes: ['x'],
      text: '待处理',
    } as const;
    await deliver(client, [messageFor('1001', held)]);
    assert.equal((await readState(running)).notes['1001'], '[通账] 待处理');
    const refund = {
      businessKey: 'refund',
      documentNumber: '#1001-R1',
      targetNumber: '记-9',
      text: '退款 记-9',
    };
    await deliver(client, [messageFor('1001'), messageFor('1001', refund)]);
    const { metafields, notes } = await readState(running);
    assert.deepEqual(metafields['1001'], { 'tongzhang.voucher': '记-1001', 'tongzhang.voucher_R1': '记-9' });
    assert.equal(notes['1001'], '[通账 #1001] 凭证 记-1001\n[通账 #1001-R1] 退款 记-9');
  }));

test('another number replaces the one that is there', () =>
  withShop(async ({ running, client }) => {
    await putOrders(running, [orderOf(1001)]);
    await deliver(client, [messageFor('1001')]);
    await deliver(client, [messageFor('1001', { targetNumber: '记-77' })]);
    const { metafields, metafieldWrites } = await readState(running);
    assert.deepEqual(metafields['1001'], { 'tongzhang.voucher': '记-77' });
    assert.equal(metafieldWrites, 2);
  }));

for (const [externalId, code] of [
  ['404404', 'shopify_not_found'],
  ['no-id-00ff', 'shopify_no_order'],
] as const) {
  test(`writing back to order ${externalId} → ${code}`, () =>
    withShop(async ({ client }) => {
      const [receipt] = await deliver(client, [messageFor(externalId)]);
      assert.equal(receipt?.refusal?.code, code);
    }));
}

test('diagnosis names the step that fails', () =>
  withShop(async ({ running, client }) => {
    const signal = AbortSignal.timeout(5_000);
    const refusals = async () =>
      (await shopify.diagnose?.(client, signal))?.map(({ refusal }) => refusal?.code ?? null);
    assert.deepEqual(await refusals(), [null, null]);
    await post(running, 'revoke');
    assert.deepEqual(await refusals(), ['credentials_refused']);
  }));

test('a restarted shop holds what it held, and its store can be read without it', async () => {
  const store = await mkdtemp(join(tmpdir(), 'shopify-'));
  try {
    const running = await shopifySimulator.start({ store });
    const client = await connectWith(shopify, running.credentials, contractPorts([]));
    await putOrders(running, orders(3));
    await deliver(client, [messageFor('1001')]);
    const before = await readState(running);
    await running.close();
    const again = await shopifySimulator.start({ store });
    const { orders: ids, notes, metafields } = await readState(again);
    await again.close();
    assert.deepEqual(
      { ids, notes, metafields },
      { ids: before.orders, notes: before.notes, metafields: before.metafields },
    );
    const [line = ''] = (await readFile(join(store, 'metafields.ndjson'), 'utf8')).split('\n');
    const { orderId, namespace, key, value } = JSON.parse(line);
    assert.deepEqual([orderId, namespace, key, value], ['1001', 'tongzhang', 'voucher', '记-1001']);
  } finally {
    await rm(store, { recursive: true });
  }
});
