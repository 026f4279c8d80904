import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { settings } from './settings.ts';
import { isSigned, receiveWebhook } from './webhook.ts';

const SECRET = 'hush';
const BODY = '{"id":1}';
const SIGNATURE = 'VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=';

function receive({
  headers = {},
  body = BODY,
  ...more
}: {
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  webhookSecret?: string | null;
  transactions?: boolean;
}) {
  const parsed = settings.parse({
    baseUrl: 'https://demo.example',
    accessToken: 'token-1',
    webhookSecret: SECRET,
    ...more,
  });
  assert.ok(parsed.ok);
  const bytes = Buffer.from(body);
  const signature = createHmac('sha256', SECRET).update(bytes).digest('base64');
  const all = { 'x-shopify-hmac-sha256': signature, 'x-shopify-topic': 'orders/create', ...headers };
  return receiveWebhook({ headers: all, query: {}, body: bytes }, parsed.value);
}

test('the known vector', () => {
  assert.ok(isSigned(Buffer.from(BODY), SIGNATURE, SECRET));
  assert.ok(!isSigned(Buffer.from('{"id": 1}'), SIGNATURE, SECRET));
  assert.ok(!isSigned(Buffer.from(BODY), SIGNATURE, 'Hush'));
  assert.ok(!isSigned(Buffer.from(BODY), '', SECRET));
  assert.ok(!isSigned(Buffer.from(BODY), SIGNATURE.slice(0, 8), SECRET));
});

for (const [topic, count] of [
  ['orders/create', 1],
  ['orders/updated', 1],
  ['orders/paid', 1],
  ['orders/cancelled', 1],
  ['refunds/create', 0],
  ['app/uninstalled', 0],
] as const) {
  test(`webhook ${topic} carries ${count}`, () => {
    const answer = receive({
      headers: { 'X-Shopify-Topic': topic, 'x-shopify-topic': topic, 'X-Shopify-Webhook-Id': 'w-1' },
    });
    assert.ok(answer.ok);
    assert.equal(answer.records.length, count);
    assert.equal(answer.eventId, 'w-1');
  });
}

test('the record is the body as it was signed', () => {
  const body =
    ' {"id": 820982911946154508, "total_price":"403.00","note":"😀","updated_at":"2024-01-31T00:00:00Z"}\n';
  const answer = receive({ body });
  assert.ok(answer.ok);
  const [record] = answer.records;
  assert.equal(record?.externalId, '820982911946154508');
  assert.equal(Buffer.from(record.raw).toString('utf8'), body.trim());
});

for (const [title, given, code] of [
  ['no secret', { webhookSecret: null }, 'shopify_webhook_secret_missing'],
  ['no signature', { headers: { 'x-shopify-hmac-sha256': '' } }, 'shopify_webhook_signature'],
  [
    'another signature',
    { headers: { 'x-shopify-hmac-sha256': SIGNATURE }, body: '{"id":2}' },
    'shopify_webhook_signature',
  ],
  ['another shop', { headers: { 'x-shopify-shop-domain': 'other.example' } }, 'shopify_webhook_other_shop'],
  ['no JSON', { body: '{"id":' }, 'shopify_webhook_body'],
  ['no object', { body: '[1]' }, 'shopify_webhook_body'],
  ['no UTF-8', { body: new Uint8Array([0x7b, 0xff, 0x7d]) }, 'shopify_webhook_body'],
  ['a bomb', { body: '['.repeat(1000) + ']'.repeat(1000) }, 'shopify_webhook_body'],
] as const) {
  test(`webhook with ${title} → ${code}`, () => {
    const answer = receive(given);
    assert.equal(answer.ok ? 'accepted' : answer.refusal.code, code);
  });
}

test('with transactions a webhook carries nothing: the poll brings the order whole', () => {
  const answer = receive({ transactions: true });
  assert.ok(answer.ok && answer.records.length === 0);
});
