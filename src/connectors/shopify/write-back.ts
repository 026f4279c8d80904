import { mapConcurrently } from '#connectors/kit/concurrently.ts';
import type { Delivery, Receipt, WriteBackMessage } from '#connectors/kit/connector.ts';
import { absentReceipt } from '#connectors/kit/receipt.ts';
import { accept, type Outcome } from '#core/trouble/trouble.ts';
import type { Metafield, ShopifyClient } from './client.ts';
import { metafieldKey, noteLine, noteWith } from './mark.ts';

const AT_ONCE = 4;

/**
 * Writes the voucher number onto the order: a metafield, which is what we ask for before writing, and a line in the
 * note for people. The metafield comes last, so that a write cut in the middle is found unfinished and repeated.
 */
export const writeBack: Delivery<ShopifyClient, WriteBackMessage> = {
  batchSizeMax: 40,
  settleMs: 2_000,
  async find(client, keys, signal, messages) {
    const byKey = new Map(messages.map((message) => [message.businessKey, message]));
    return mapConcurrently(keys, AT_ONCE, async (key) => {
      const message = byKey.get(key);
      return message === undefined ? absentReceipt(key) : findOne(client, message, signal);
    });
  },
  async send(client, messages, found, signal) {
    const known = new Map(found.map((receipt) => [receipt.businessKey, receipt]));
    // Messages about one order go one after the other: they write the same note.
    const orders = [...Map.groupBy(messages, ({ externalId }) => externalId).values()];
    const receipts = await mapConcurrently(orders, AT_ONCE, async (ofOneOrder) => {
      const sent: Receipt[] = [];
      for (const message of ofOneOrder) {
        const receipt = known.get(message.businessKey) ?? absentReceipt(message.businessKey);
        const isOwed = receipt.state === 'absent' && receipt.refusal === undefined;
        sent.push(
          isOwed ? await sendOne(client, message, { metafieldId: receipt.targetId, signal }) : receipt,
        );
      }
      return sent;
    });
    return receipts.flat();
  },
};

async function findOne(
  client: ShopifyClient,
  message: WriteBackMessage,
  signal: AbortSignal,
): Promise<Receipt> {
  const { businessKey, externalId } = message;
  if (!isOrderId(externalId)) return noOrder(message);
  const number = numberOf(message);
  if (number === null) return findLine(client, message, signal);
  const key = await keyOf(client, message, signal);
  const metafield = key.ok ? await client.metafield(externalId, key.value, signal) : key;
  if (!metafield.ok) return absentReceipt(businessKey, metafield.refusal);
  const { value } = metafield;
  if (value?.value === number) return done(message, value.id);
  return { ...absentReceipt(businessKey), targetId: value?.id ?? null };
}

/** What has no voucher has only its line: it is there when the note says so. */
async function findLine(
  client: ShopifyClient,
  message: WriteBackMessage,
  signal: AbortSignal,
): Promise<Receipt> {
  if (!client.settings.noteLine) return done(message, null);
  const order = await client.order(message.externalId, signal);
  if (!order.ok) return absentReceipt(message.businessKey, order.refusal);
  const line = noteLine(message.documentNumber, message.text);
  const isThere = (order.value.note ?? '').split('\n').includes(line);
  return isThere ? done(message, null) : absentReceipt(message.businessKey);
}

async function sendOne(
  client: ShopifyClient,
  message: WriteBackMessage,
  { metafieldId, signal }: { readonly metafieldId: string | null; readonly signal: AbortSignal },
): Promise<Receipt> {
  const { businessKey, externalId } = message;
  if (!isOrderId(externalId)) return noOrder(message);
  if (client.settings.noteLine) {
    const written = await writeLine(client, message, signal);
    if (!written.ok) return absentReceipt(businessKey, written.refusal);
  }
  const number = numberOf(message);
  if (number === null) return done(message, null);
  const key = await keyOf(client, message, signal);
  const field = { orderId: externalId, id: metafieldId, value: number };
  const metafield = key.ok ? await writeNumber(client, { ...field, key: key.value }, signal) : key;
  return metafield.ok ? done(message, metafield.value.id) : absentReceipt(businessKey, metafield.refusal);
}

/** Writes the note only where our line is not yet in it as it should be. */
async function writeLine(
  client: ShopifyClient,
  { externalId, documentNumber, text }: WriteBackMessage,
  signal: AbortSignal,
): Promise<Outcome<void>> {
  const order = await client.order(externalId, signal);
  if (!order.ok) return order;
  const wanted = noteWith(order.value.note, documentNumber, text);
  return wanted === order.value.note ? accept(undefined) : client.writeNote(externalId, wanted, signal);
}

interface NumberField {
  readonly orderId: string;
  readonly id: string | null;
  readonly key: string;
  readonly value: string;
}

async function writeNumber(
  client: ShopifyClient,
  { orderId, id, key, value }: NumberField,
  signal: AbortSignal,
): Promise<Outcome<Metafield>> {
  if (id !== null) return client.updateMetafield(orderId, { id, value }, signal);
  const created = await client.createMetafield(orderId, { key, value }, signal);
  if (created.ok) return created;
  // A request repeated on its way is refused as a duplicate of itself: then the one that is there is looked at.
  const there = await client.metafield(orderId, key, signal);
  if (!there.ok || there.value === null) return created;
  return there.value.value === value
    ? accept(there.value)
    : client.updateMetafield(orderId, { id: there.value.id, value }, signal);
}

async function keyOf(
  client: ShopifyClient,
  { externalId, documentNumber }: WriteBackMessage,
  signal: AbortSignal,
): Promise<Outcome<string>> {
  if (documentNumber === null) return accept(metafieldKey(null, { id: externalId, name: '' }));
  const name = await client.orderName(externalId, signal);
  return name.ok ? accept(metafieldKey(documentNumber, { id: externalId, name: name.value })) : name;
}

/** The number the accountants see: that of the target ledger where it has one. */
function numberOf({ targetNumber, voucherNumber }: WriteBackMessage): string | null {
  return targetNumber ?? voucherNumber;
}

function isOrderId(externalId: string): boolean {
  return /^\d+$/.test(externalId);
}

function noOrder({ businessKey, externalId }: WriteBackMessage): Receipt {
  return absentReceipt(businessKey, { code: 'shopify_no_order', at: 'id', params: { externalId } });
}

function done(message: WriteBackMessage, metafieldId: string | null): Receipt {
  const { businessKey, externalId } = message;
  const targetNumber = numberOf(message);
  return { businessKey, state: 'audited', targetId: metafieldId ?? externalId, targetNumber };
}
