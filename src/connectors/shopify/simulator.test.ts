import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import type { RunningSimulator, WebhookAnswer } from '#connectors/kit/connector.ts';
import { settings } from './settings.ts';
import { shopifySimulator } from './simulator.ts';
import { orderOf, orders, putOrders, readState } from './test-bench.ts';
import { receiveWebhook } from './webhook.ts';

const API = 'admin/api/2024-04';

async function withShop(work: (running: RunningSimulator) => Promise<void>): Promise<void> {
  const running = await shopifySimulator.start({ seed: 2 });
  try {
    await work(running);
  } finally {
    await running.close();
  }
}

async function call(running: RunningSimulator, path: string, init: RequestInit = {}) {
  const headers = { 'X-Shopify-Access-Token': running.credentials.accessToken ?? '' };
  const answer = await fetch(`${running.url}${API}/${path}`, { headers, ...init });
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
}

for (const [query, ids] of [
  ['', [1005, 1003, 1001]],
  ['status=any', [1006, 1005, 1004, 1003, 1002, 1001]],
  ['status=closed', [1006, 1004, 1002]],
  ['status=cancelled', []],
  ['status=any&limit=2', [1006, 1005]],
  ['status=any&ids=1002,1004,9', [1004, 1002]],
  ['status=any&since_id=1004', [1006, 1005]],
  ['status=any&updated_at_min=2026-01-01T00:05:00Z', [1006, 1005]],
  ['status=any&updated_at_max=2026-01-01T08:02:00%2B08:00', [1002, 1001]],
  ['status=any&created_at_min=2026-01-01T00:03:00Z&processed_at_max=2026-01-01T00:04:00Z', [1004, 1003]],
  ['status=any&financial_status=refunded', []],
  ['status=any&financial_status=paid&fulfillment_status=unshipped&limit=1', [1006]],
] as const) {
  test(`orders.json?${query}`, () =>
    withShop(async (running) => {
      await putOrders(running, orders(6));
      const { body } = await call(running, `orders.json?${query}`);
      assert.deepEqual(
        body.orders.map(({ id }: { id: number }) => id),
        ids,
      );
    }));
}

test('pages link to both sides, and page_info stands alone', () =>
  withShop(async (running) => {
    await putOrders(running, orders(6));
    const first = await call(running, 'orders.json?status=any&limit=4&fields=id');
    const next = /page_info=([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await call(running, `orders.json?limit=4&fields=id&page_info=${next}`);
    assert.deepEqual(second.body, { orders: [{ id: 1002 }, { id: 1001 }] });
    const back = /page_info=([^>]+)>; rel="previous"/.exec(second.headers.get('link') ?? '')?.[1] ?? '';
    assert.deepEqual(
      (await call(running, `orders.json?limit=4&fields=id&page_info=${back}`)).body,
      first.body,
    );
    const mixed = await call(running, `orders.json?status=any&page_info=${next}`);
    assert.equal(mixed.status, 400);
    assert.deepEqual(Object.keys(mixed.body.errors), ['status']);
  }));

test('errors come as a text and as an object, with a request id and the call limit', () =>
  withShop(async (running) => {
    const unknown = await call(running, 'orders/1.json');
    assert.deepEqual([unknown.status, unknown.body], [404, { errors: 'Not Found' }]);
    assert.ok(unknown.headers.get('x-request-id'));
    assert.match(unknown.headers.get('x-shopify-shop-api-call-limit') ?? '', /^\d+\/\d+$/);
    await putOrders(running, orders(1));
    const body = JSON.stringify({ metafield: { namespace: 'a', key: 'b' } });
    const invalid = await call(running, 'orders/1001/metafields.json', {
      method: 'POST',
      body,
      headers: { 'x-shopify-access-token': running.credentials.accessToken ?? '' },
    });
    assert.deepEqual([invalid.status, invalid.body], [422, { errors: { value: ["can't be blank"] } }]);
    assert.equal((await call(running, 'shop.json', { headers: {} })).status, 401);
  }));

test('an older version that comes late does not undo a newer one', () =>
  withShop(async (running) => {
    await putOrders(running, [orderOf(1001, { updated_at: '2026-02-02T00:00:00Z', total_price: '2.00' })]);
    const counts = await putOrders(running, [orderOf(1001), { nothing: 1 }]);
    assert.deepEqual(counts, { created: 1, changed: 0, repeated: 0, outdated: 1, unreadable: 0 });
    assert.equal((await call(running, 'orders/1001.json')).body.order.total_price, '2.00');
  }));

/** A receiver that refuses the first call, as a hub that has just been restarted. */
async function withReceiver(
  work: (receiver: {
    url: string;
    answers: readonly WebhookAnswer[];
    ids: readonly string[];
  }) => Promise<void>,
  running: RunningSimulator,
): Promise<void> {
  const parsed = settings.parse(running.credentials);
  assert.ok(parsed.ok);
  const answers: WebhookAnswer[] = [];
  const ids: string[] = [];
  let calls = 0;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request));
    calls += 1;
    if (calls > 1) {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const answer = receiveWebhook({ headers, query: {}, body }, parsed.value);
      answers.push(answer);
      ids.push(String(headers['x-shopify-webhook-id']));
    }
    response.writeHead(calls > 1 ? 200 : 503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  try {
    await work({ url: `http://127.0.0.1:${address.port}/hook`, answers, ids });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function untilSent(running: RunningSimulator): Promise<void> {
  const deadline = AbortSignal.timeout(10_000);
  while ((await readState(running)).webhooks.pending > 0) deadline.throwIfAborted();
}

test('webhooks are signed, come at least once, sometimes twice, and are sent again when refused', () =>
  withShop((running) =>
    withReceiver(async ({ url, answers, ids }) => {
      for (const topic of ['orders/create', 'orders/updated', 'refunds/create']) {
        const body = JSON.stringify({ webhook: { topic, address: url, format: 'json' } });
        const headers = { 'x-shopify-access-token': running.credentials.accessToken ?? '' };
        assert.equal((await call(running, 'webhooks.json', { method: 'POST', body, headers })).status, 201);
      }
      await putOrders(running, orders(40));
      await putOrders(running, [orderOf(1001, { refunds: [{ id: 5 }] })]);
      await untilSent(running);
      assert.ok(answers.every((answer) => answer.ok));
      const collected = answers.flatMap((answer) => (answer.ok ? answer.records : []));
      assert.equal(new Set(collected.map(({ externalId }) => externalId)).size, 40);
      assert.ok(ids.length > new Set(ids).size, 'some come twice under one id');
      const inOrder = collected.map(({ externalId }) => externalId).toSorted();
      assert.notDeepEqual(
        collected.map(({ externalId }) => externalId),
        inOrder,
      );
    }, running),
  ));

test('a webhook to another machine is refused', () =>
  withShop(async (running) => {
    const body = JSON.stringify({ webhook: { topic: 'orders/create', address: 'https://hub.example/hook' } });
    const headers = { 'x-shopify-access-token': running.credentials.accessToken ?? '' };
    assert.equal((await call(running, 'webhooks.json', { method: 'POST', body, headers })).status, 422);
  }));
