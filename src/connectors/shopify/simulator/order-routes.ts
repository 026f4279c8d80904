import { isRecord, listAt, textAt } from '#connectors/kit/json.ts';
import { jsonAnswer, type SimulatorAnswer, type SimulatorRequest } from '#connectors/kit/simulator-server.ts';
import { errorAnswer, NOT_FOUND } from './answers.ts';
import type { StoredOrder } from './order-book.ts';
import { fieldsOf } from './order-list.ts';
import type { Shop } from './shop.ts';

/** What a client may change of an order. */
const WRITABLE = ['note', 'note_attributes', 'tags', 'email', 'phone'] as const;

/** `orders/<id>…`: one order and what belongs to it. */
export function answerOrder(shop: Shop, path: readonly string[], request: SimulatorRequest): SimulatorAnswer {
  const [key = '', part = '', partId = null] = path;
  const stored = shop.orders.get(key);
  if (stored === null) return NOT_FOUND;
  switch (part) {
    case '':
      return request.method === 'PUT' ? putOrder(shop, stored, request) : getOrder(stored, request);
    case 'refunds':
      return jsonAnswer({ refunds: listAt(stored.order, 'refunds') });
    case 'transactions':
      return jsonAnswer({ transactions: transactionsOf(stored) });
    case 'metafields': {
      const { answer, isChange } = shop.metafields.answer(key, partId, request);
      if (isChange) shop.changeOrder(key, {});
      return answer;
    }
    default:
      return NOT_FOUND;
  }
}

function getOrder(stored: StoredOrder, { query }: SimulatorRequest): SimulatorAnswer {
  const text = `{"order":${fieldsOf(stored, query.get('fields'))}}`;
  return { headers: { 'content-type': 'application/json; charset=utf-8' }, body: text };
}

function putOrder(shop: Shop, { key }: StoredOrder, { body }: SimulatorRequest): SimulatorAnswer {
  const given = parse(body);
  if (!isRecord(given)) return errorAnswer(400, { order: ['Required parameter missing or invalid'] });
  const changes = Object.fromEntries(
    WRITABLE.flatMap((name) => (name in given ? [[name, given[name]]] : [])),
  );
  const changed = shop.changeOrder(key, changes);
  return changed === null
    ? NOT_FOUND
    : { headers: { 'content-type': 'application/json' }, body: `{"order":${changed.text}}` };
}

/** Those that came with the order, or the ones its payment and refunds imply. */
function transactionsOf({ key, order }: StoredOrder): readonly unknown[] {
  if ('transactions' in order) return listAt(order, 'transactions');
  const sale = {
    id: Number(key) * 10 + 1,
    order_id: Number(key),
    kind: 'sale',
    status: 'success',
    gateway: textAt(order, 'payment_gateway_names', 0),
    amount: textAt(order, 'total_price'),
    currency: textAt(order, 'currency'),
    processed_at: textAt(order, 'processed_at'),
  };
  const isPaid = !['', 'pending', 'authorized', 'voided'].includes(textAt(order, 'financial_status'));
  return [
    ...(isPaid ? [sale] : []),
    ...listAt(order, 'refunds').flatMap((refund) => listAt(refund, 'transactions')),
  ];
}

function parse(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(value) ? value.order : null;
  } catch {
    return null;
  }
}
