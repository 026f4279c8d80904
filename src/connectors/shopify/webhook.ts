import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookAnswer, WebhookRequest } from '#connectors/kit/connector.ts';
import { brokenLimit, sliceAt } from '#connectors/kit/json-slices.ts';
import { type Refusal, refuse } from '#core/trouble/trouble.ts';
import { orderRecord } from './codec.ts';
import type { ShopifySettings } from './settings.ts';

/** Topics whose body is the order itself. */
const ORDER_TOPICS: ReadonlySet<string> = new Set([
  'orders/create',
  'orders/updated',
  'orders/paid',
  'orders/cancelled',
]);

const LIMITS = { depthMax: 64, valuesMax: 1_000_000 };

/**
 * The order that a webhook carries, once its signature over the raw bytes is checked.
 *
 * Any other topic is accepted and carries nothing, `refunds/create` included: its body is the refund alone, the
 * order has changed with it, and the next poll brings the order whole. Refusing a topic would end the subscription.
 */
export function receiveWebhook(request: WebhookRequest, settings: ShopifySettings): WebhookAnswer {
  const headers = new Map(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const refusal = checkSender(headers, { body: request.body, settings });
  if (refusal !== null) return refuse(refusal);
  const eventId = headers.get('x-shopify-webhook-id') ?? null;
  // With transactions the poll's record has more than a webhook carries; two shapes of one order would take turns.
  const carriesOrder = ORDER_TOPICS.has(headers.get('x-shopify-topic') ?? '') && !settings.transactions;
  if (!carriesOrder) return { ok: true, records: [], eventId };
  const order = readOrder(request.body);
  if (order === null) return refuse({ code: 'shopify_webhook_body', at: 'body' });
  return { ok: true, records: [orderRecord(order)], eventId };
}

interface Message {
  readonly body: Uint8Array;
  readonly settings: ShopifySettings;
}

function checkSender(
  headers: ReadonlyMap<string, string | undefined>,
  { body, settings }: Message,
): Refusal | null {
  if (settings.webhookSecret === null) return { code: 'shopify_webhook_secret_missing', at: 'webhookSecret' };
  const signature = headers.get('x-shopify-hmac-sha256') ?? '';
  if (!isSigned(body, signature, settings.webhookSecret)) {
    return { code: 'shopify_webhook_signature', at: 'x-shopify-hmac-sha256' };
  }
  // One app secret signs for every shop that installed the app.
  const shop = headers.get('x-shopify-shop-domain') ?? '';
  const host = new URL(settings.baseUrl).hostname;
  const isOther = shop !== '' && shop.toLowerCase() !== host;
  return isOther
    ? { code: 'shopify_webhook_other_shop', at: 'x-shopify-shop-domain', params: { shop, host } }
    : null;
}

/** True when `signature` is the Base64 HMAC-SHA256 of exactly these bytes. Takes the same time for every wrong one. */
export function isSigned(body: Uint8Array, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function readOrder(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (brokenLimit(text, LIMITS) !== null) return null;
    JSON.parse(text);
    const order = sliceAt(text, []);
    return order?.startsWith('{') ? order : null;
  } catch {
    return null;
  }
}
