import { isRecord } from '#connectors/kit/json.ts';
import { jsonAnswer, type SimulatorAnswer, type SimulatorRequest } from '#connectors/kit/simulator-server.ts';
import type { Shop } from './shop.ts';

/** `/_simulator/…`: how a demo or a test drives the shop from behind the till. */
export function control(shop: Shop, action: string, { method, body }: SimulatorRequest): SimulatorAnswer {
  if (action === 'state' && method === 'GET') return jsonAnswer(stateOf(shop));
  switch (method === 'POST' ? action : '') {
    case 'orders':
      return takeOrders(shop, body);
    case 'revoke':
      shop.isRevoked = true;
      return jsonAnswer({});
    case 'settings':
      return changeSettings(shop, body);
    default:
      return jsonAnswer({ errors: 'POST orders, POST revoke, POST settings, GET state' }, 404);
  }
}

/** NDJSON, one order a line. A line that is no order is counted, and the rest is taken. */
function takeOrders(shop: Shop, body: Buffer): SimulatorAnswer {
  const counts = { created: 0, changed: 0, repeated: 0, outdated: 0, unreadable: 0 };
  for (const line of body.toString('utf8').split('\n')) {
    if (line.trim() === '') continue;
    const order = parse(line);
    if (isRecord(order)) counts[shop.takeOrder(order)] += 1;
    else counts.unreadable += 1;
  }
  return jsonAnswer(counts);
}

function changeSettings(shop: Shop, body: Buffer): SimulatorAnswer {
  const given = parse(body.toString('utf8'));
  if (!isRecord(given)) return jsonAnswer({ errors: 'a JSON object' }, 400);
  if (typeof given.bucketSize === 'number') shop.bucket.size = given.bucketSize;
  if (typeof given.leakPerSecond === 'number') shop.bucket.leakPerSecond = given.leakPerSecond;
  if (typeof given.pageInfoSeconds === 'number') shop.pageInfoSeconds = given.pageInfoSeconds;
  return jsonAnswer({});
}

function stateOf({ orders, metafields, sender, requests }: Shop) {
  return {
    orders: orders.all().map(({ key }) => key),
    notes: Object.fromEntries(
      orders.all().flatMap(({ key, order }) => (order.note ? [[key, order.note]] : [])),
    ),
    metafields: metafields.all(),
    metafieldWrites: metafields.writes,
    webhooks: sender.counts,
    requests,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
