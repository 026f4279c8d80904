import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { PLAIN_BOX } from '#api/testing/plain-box.ts';
import { sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';
import { decideOutcome } from '#pipeline/notify/decide-outcome.ts';
import { dueEndpoints, type NotifyContext, sendWebhooks } from '#pipeline/notify/send-webhooks.ts';
import { Worker } from '#pipeline/worker.ts';
import { composeEvent } from './compose-event.ts';
import { secretsOf } from './secrets.ts';

const HOOKS = '/api/v1/webhooks';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that answers with these statuses in turn, and with the last one from then on. */
async function receiver(t: TestContext, ...statuses: number[]) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const status = statuses[Math.min(heard.length, statuses.length - 1)] ?? 200;
    heard.push({ headers: request.headers, body });
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('thanks');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, heard };
}

function notifier({ database, now }: TestHub): NotifyContext {
  return {
    database,
    fetch,
    now: () => new Date(),
    random: () => 0,
    compose: (message, endpoint) => composeEvent({ database, now }, message, endpoint),
    secretsOf: (endpoint) => secretsOf(endpoint, PLAIN_BOX.open, now()),
    report: (error) => {
      throw error;
    },
  };
}

async function send(hub: TestHub): Promise<void> {
  const context = notifier(hub);
  for (const id of await dueEndpoints(context)) while ((await sendWebhooks(context, id)) > 0);
}

/** What was to be sent later is due now. */
async function hurry({ database }: TestHub): Promise<void> {
  await database.query(
    "update webhook_messages set next_attempt_at = now() - interval '1 second' where state = 'waiting'",
  );
}

async function make(hub: TestHub, body: object) {
  const made = await hub.ask('POST', HOOKS, { body: { title: '对账系统', ...body } });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return { id: String(valueAt(made.body, 'id')), secret: String(valueAt(made.body, 'secret')) };
}

const post = (hub: TestHub, body: object) =>
  hub.ask('POST', '/api/v1/books/demo/documents?flow=sales', { body });
const headersOf = ({ headers }: Heard) => ({
  'webhook-id': String(headers['webhook-id']),
  'webhook-timestamp': String(headers['webhook-timestamp']),
  'webhook-signature': String(headers['webhook-signature']),
});

test('webhooks: what happens is told, signed as the standard’s own library checks it', async (t) => {
  const hub = await testHub(t);
  const there = await receiver(t, 200);
  const { id, secret } = await make(hub, {
    url: there.url,
    events: ['voucher.posted', 'voucher.reversed', 'record.held', 'period.closed', 'run.finished'],
  });
  await post(hub, sale('S-1'));
  await post(hub, sale('S-2', { customer: '' }));
  await hub.ask('POST', '/api/v1/books/demo/vouchers/1/reverse', { body: { note: 'x' } });
  await hub.database.query("update periods set state = 'closed' where period = 202601");
  await hub.database.query(
    "insert into runs (kind, flow_id, started_by, state) values ('collect', 1, 'x', 'collected')",
  );
  await hub.database.query("update runs set state = 'done'");
  await send(hub);

  const events = there.heard.map((one) => new Webhook(secret).verify(one.body, headersOf(one)) as object);
  const byType = new Map(events.map((event) => [String(valueAt(event, 'type')), event]));
  assert.deepEqual([...byType.keys()].sort(), [
    'period.closed',
    'record.held',
    'run.finished',
    'voucher.posted',
    'voucher.reversed',
  ]);
  assert.partialDeepStrictEqual(byType.get('voucher.posted'), {
    specversion: '1.0',
    subject: 'vouchers/1',
    datacontenttype: 'application/json',
    data: { book: 'demo', label: '记-1', total: '100.00' },
  });
  assert.equal(there.heard[0]?.headers['content-type'], 'application/cloudevents+json; charset=utf-8');
  assert.equal(valueAt(byType.get('record.held'), 'data', 'externalId'), 'S-2');
  assert.deepEqual(valueAt(byType.get('period.closed'), 'data'), {
    book: 'demo',
    period: 202601,
    state: 'closed',
  });
  const { body } = await hub.ask('GET', `${HOOKS}/${id}/messages?state=sent`);
  assert.equal((valueAt(body, 'items') as unknown[]).length, 5);
  // The id of the message is the id of the event.
  assert.equal(there.heard[0]?.headers['webhook-id'], valueAt(JSON.parse(there.heard[0]!.body), 'id'));
});

test('webhooks: a forged or changed message does not verify', async (t) => {
  const hub = await testHub(t);
  const there = await receiver(t, 200);
  const { id, secret } = await make(hub, { url: there.url, events: ['voucher.posted'] });
  await hub.ask('POST', `${HOOKS}/${id}/ping`, { body: {} });
  await send(hub);
  const [one] = there.heard;
  assert.ok(one);
  assert.throws(() => new Webhook(secret).verify(`${one.body} `, headersOf(one)));
  assert.throws(() => new Webhook('whsec_c2VjcmV0c2VjcmV0').verify(one.body, headersOf(one)));
});

test('webhooks: nothing is owed where nobody wants to hear, or the work was rolled back', async (t) => {
  const hub = await testHub(t);
  const there = await receiver(t, 200);
  await make(hub, { url: there.url, events: ['period.closed'] });
  await post(hub, sale('S-1'));
  await make(hub, { url: there.url, events: ['voucher.posted'] });
  await hub.ask('POST', '/api/v1/books/demo/documents?flow=sales&dryRun=true', { body: sale('S-2') });
  const [row] = await hub.database.query<{ n: bigint }>('select count(*) as n from webhook_messages');
  assert.equal(row?.n, 0n);
});

test('webhooks: what is not taken is tried again, and a person may send it again', async (t) => {
  const hub = await testHub(t);
  const there = await receiver(t, 500, 302, 200);
  const { id, secret } = await make(hub, { url: there.url, events: ['voucher.posted'] });
  await post(hub, sale('S-1'));
  await send(hub);
  const first = await hub.ask('GET', `${HOOKS}/${id}/messages/1`);
  assert.partialDeepStrictEqual(first.body, {
    state: 'waiting',
    attempts: 1,
    error: { code: 'webhook_not_taken' },
  });
  await hurry(hub);
  await send(hub);
  await hurry(hub);
  await send(hub);
  const { body } = await hub.ask('GET', `${HOOKS}/${id}/messages/1`);
  assert.partialDeepStrictEqual(body, { state: 'sent', attempts: 3 });
  assert.deepEqual(
    (valueAt(body, 'history') as { status: number }[]).map(({ status }) => status),
    [500, 302, 200],
  );
  assert.equal((await hub.ask('POST', `${HOOKS}/${id}/messages/1/replay`, { body: {} })).status, 202);
  await send(hub);
  assert.equal(new Set(there.heard.map(({ headers }) => headers['webhook-id'])).size, 1);
  for (const one of there.heard) new Webhook(secret).verify(one.body, headersOf(one));
});

test('webhooks: one that is gone is switched off, and hears again once it is switched on', async (t) => {
  const hub = await testHub(t);
  const there = await receiver(t, 410, 200);
  const { id } = await make(hub, { url: there.url, events: ['voucher.posted'] });
  await post(hub, sale('S-1'));
  await send(hub);
  const off = await hub.ask('GET', `${HOOKS}/${id}`);
  assert.partialDeepStrictEqual(off.body, { state: 'disabled', reason: 'webhook_gone' });
  await post(hub, sale('S-2'));
  const refused = await hub.ask('POST', `${HOOKS}/${id}/ping`, { body: {} });
  assert.deepEqual([refused.status, valueAt(refused.body, 'code')], [409, 'webhook_not_active']);
  await hub.ask('PATCH', `${HOOKS}/${id}`, { body: { state: 'active' } });
  await post(hub, sale('S-3'));
  await send(hub);
  assert.equal(there.heard.length, 2);
});

test('webhooks: for a day after a change of secrets both sign', async (t) => {
  const hub = await testHub(t);
  const there = await receiver(t, 200);
  const { id, secret } = await make(hub, { url: there.url, events: ['voucher.posted'] });
  const renewed = await hub.ask('POST', `${HOOKS}/${id}/secret`, { body: {} });
  const next = String(valueAt(renewed.body, 'secret'));
  assert.notEqual(next, secret);
  await post(hub, sale('S-1'));
  await send(hub);
  for (const one of [secret, next]) new Webhook(one).verify(there.heard[0]!.body, headersOf(there.heard[0]!));
  hub.pass(25 * 3_600_000);
  const later = await hub.database.query<{ endpoint_id: bigint }>(
    'select endpoint_id from webhook_endpoints',
  );
  assert.equal(later.length, 1);
  const [row] = await hub.database.query<Parameters<typeof secretsOf>[0]>('select * from webhook_endpoints');
  assert.deepEqual(secretsOf(row!, PLAIN_BOX.open, hub.now()), [next]);
});

test('webhooks: an endpoint is told what its maker may see', async (t) => {
  const hub = await testHub(t);
  const there = await receiver(t, 200);
  const authorization = await hub.tokenFor({
    client_id: 'narrow',
    scopes: ['webhooks:read', 'webhooks:write', 'vouchers:read'],
    books: ['demo'],
    fields: [{ kind: 'sale', field: 'amount', show: 'masked' }],
  });
  const headers = { authorization };
  const body = { title: 't', url: there.url, events: ['voucher.posted', 'record.held'], books: ['demo'] };
  const made = await hub.ask('POST', HOOKS, { body, headers });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  await post(hub, sale('S-1'));
  await post(hub, sale('S-2', { customer: '' }));
  await send(hub);
  const told = there.heard.map((one) => JSON.parse(one.body));
  assert.deepEqual(
    told.map((event) => event.type),
    ['voucher.posted'],
  );
  assert.equal(told[0].data.total, '•••');
  const id = String(valueAt(made.body, 'id'));
  const dropped = await hub.ask('GET', `${HOOKS}/${id}/messages?state=dropped`);
  assert.equal(valueAt(dropped.body, 'items', 0, 'error', 'code'), 'webhook_not_granted');
  const other = await hub.tokenFor({ client_id: 'other', scopes: ['webhooks:read'], books: ['demo'] });
  assert.equal((await hub.ask('GET', `${HOOKS}/${id}`, { headers: { authorization: other } })).status, 404);
  const elsewhere = await hub.ask('POST', HOOKS, { body: { ...body, books: ['secret'] }, headers });
  assert.equal(valueAt(elsewhere.body, 'code'), 'not_found');
});

test('webhooks: a worker sends them by itself', async (t) => {
  const hub = await testHub(t);
  const { promise, resolve } = Promise.withResolvers<void>();
  const server = createServer((_, response) => {
    response.end('thanks');
    resolve();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { id } = await make(hub, { url: `http://127.0.0.1:${port}/`, events: ['voucher.posted'] });
  const { database, connections, now, today } = hub.context;
  const worker = new Worker({
    ...{ database, connections, now, today, random: () => 0, name: 'test' },
    sleep: async (ms, signal) => sleepFor(ms, undefined, signal ? { signal } : {}),
    report: (error) => {
      throw error;
    },
    notify: notifier(hub),
  });
  worker.start();
  await hub.ask('POST', `${HOOKS}/${id}/ping`, { body: {} });
  await promise;
  await worker.stop();
  const { body } = await hub.ask('GET', `${HOOKS}/${id}/messages`);
  assert.partialDeepStrictEqual(valueAt(body, 'items', 0), { type: 'ping', state: 'sent', attempts: 1 });
});

for (const [url, code] of [
  ['ftp://example.com', 'webhook_url_invalid'],
  ['javascript:alert(1)', 'webhook_url_invalid'],
  [`https://${'name:word@'}shop.example`, 'webhook_url_invalid'],
  ['nowhere', 'webhook_url_invalid'],
] as const) {
  test(`webhooks: ${url} → ${code}`, async (t) => {
    const hub = await testHub(t);
    const body = { title: 't', url, events: ['voucher.posted'] };
    assert.equal(valueAt((await hub.ask('POST', HOOKS, { body })).body, 'code'), code);
  });
}

test('webhooks: a change meant for another state of it is refused, and the last attempt ends it', async (t) => {
  const hub = await testHub(t);
  const { id } = await make(hub, { url: 'https://example.com/x', events: ['voucher.posted'] });
  const headers = { 'if-match': '"another"' };
  assert.equal((await hub.ask('PATCH', `${HOOKS}/${id}`, { body: { title: 'y' }, headers })).status, 412);
  assert.equal(decideOutcome({ status: null, code: 'webhook_timeout' }, 10, 0).state, 'failed');
  assert.equal((await hub.ask('DELETE', `${HOOKS}/${id}`)).status, 200);
  assert.equal((await hub.ask('GET', `${HOOKS}/${id}`)).status, 404);
});
