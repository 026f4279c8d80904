import type { Access } from '#access/access.ts';
import { maskVoucher } from '#access/mask-voucher.ts';
import { voucherBody } from '#api/books/voucher-body.ts';
import { deliveryBody } from '#api/deliveries/delivery-body.ts';
import { exceptionBodies } from '#api/exceptions/exception-body.ts';
import { loadNames } from '#api/names.ts';
import { runBody } from '#api/runs/run-body.ts';
import { type BookRow, listBooks } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { findDelivery } from '#storage/deliveries.ts';
import { findException } from '#storage/exceptions.ts';
import { findVoucherPlace, isDeliveryWithin, listFlowPlaces } from '#storage/places.ts';
import { findRun } from '#storage/runs.ts';
import { findVouchers } from '#storage/vouchers.ts';
import type { EndpointRow } from '#storage/webhook-endpoints.ts';
import type { MessageRow } from '#storage/webhook-messages.ts';
import { ownerAccess } from './owner-access.ts';

export interface ComposeContext {
  readonly database: Tx;
  readonly now: () => Date;
}

interface Telling {
  readonly tx: Tx;
  readonly access: Access;
  readonly book: BookRow | null;
  readonly subject: bigint;
  readonly now: () => Date;
}

type Told = { readonly subject: string; readonly data: object } | null;

/**
 * The message as a CloudEvent 1.0: what happened, in the words of the API and with what the owner of the endpoint sees
 * of it now. Null where that is nothing.
 */
export async function composeEvent(
  { database, now }: ComposeContext,
  message: MessageRow,
  endpoint: EndpointRow,
): Promise<object | null> {
  const access = await ownerAccess(database, endpoint, now());
  if (access === null) return null;
  const books = message.book_id === null ? [] : await listBooks(database);
  const book = books.find(({ book_id: id }) => id === message.book_id) ?? null;
  const told = await tellOf(message, { tx: database, access, book, subject: message.subject, now });
  if (told === null) return null;
  return {
    specversion: '1.0',
    id: message.event_id,
    // Two installations never share the key of a book.
    source: book ? `urn:tongzhang:${book.key_prefix}:${encodeURIComponent(book.code)}` : 'urn:tongzhang',
    type: message.type,
    subject: told.subject,
    time: message.happened_at.toISOString(),
    datacontenttype: 'application/json',
    data: told.data,
  };
}

async function tellOf({ type }: MessageRow, telling: Telling): Promise<Told> {
  switch (type) {
    case 'voucher.posted':
    case 'voucher.reversed':
      return tellVoucher(telling);
    case 'record.held':
      return tellException(telling);
    case 'delivery.done':
    case 'delivery.refused':
      return tellDelivery(telling);
    case 'run.finished':
      return tellRun(telling);
    case 'period.closed':
    case 'period.reopened':
      return tellPeriod(telling, type);
    case 'ping':
      return { subject: 'ping', data: { hello: 'tongzhang' } };
  }
}

async function tellVoucher({ tx, access, book, subject }: Telling): Promise<Told> {
  if (!book) return null;
  const sight = access.sight('vouchers:read');
  const [voucher] = await findVouchers(tx, book.book_id, [subject]);
  const place = await findVoucherPlace(tx, { book: book.code, voucherId: subject });
  if (!voucher || !place || !sight.entry(place)) return null;
  const body = voucherBody(voucher, { baseCurrency: book.base_currency });
  const shown = maskVoucher(sight.mask(book.code), body, voucher.sourceKinds);
  return { subject: `vouchers/${subject}`, data: { book: book.code, ...shown } };
}

async function tellException({ tx, access, subject, now }: Telling): Promise<Told> {
  const sight = access.sight('exceptions:read');
  const row = await findException(tx, subject);
  if (!row || !(await seesFlow({ tx, access }, row.flow_id))) return null;
  const bodyOf = await exceptionBodies(tx, { raw: { language: 'zh' }, sight, now });
  return { subject: `exceptions/${subject}`, data: bodyOf(row) };
}

async function seesFlow({ tx, access }: Pick<Telling, 'tx' | 'access'>, flowId: number): Promise<boolean> {
  const sight = access.sight('exceptions:read');
  return (await listFlowPlaces(tx)).some((flow) => flow.flow_id === flowId && sight.traffic(flow));
}

async function tellDelivery({ tx, access, subject }: Telling): Promise<Told> {
  const sight = access.sight('deliveries:read');
  const row = await findDelivery(tx, subject);
  const isSeen =
    row && access.may('deliveries:read') && (await isDeliveryWithin(tx, subject, sight.limits()));
  if (!isSeen) return null;
  const telling = { names: await loadNames(tx), sight, language: 'zh' } as const;
  return { subject: `deliveries/${subject}`, data: deliveryBody(row, telling) };
}

async function tellRun({ tx, access, subject, now }: Telling): Promise<Told> {
  const sight = access.sight('runs:read');
  const row = await findRun(tx, subject);
  if (!row || !access.may('runs:read')) return null;
  const isSeen =
    sight.isUnlimited ||
    (await listFlowPlaces(tx)).some(
      (flow) =>
        (row.flow_id === null ? flow.connection_id === row.connection_id : flow.flow_id === row.flow_id) &&
        sight.traffic(flow),
    );
  if (!isSeen) return null;
  return { subject: `runs/${subject}`, data: await runBody(tx, row, { names: await loadNames(tx), now }) };
}

async function tellPeriod({ access, book, subject }: Telling, type: string): Promise<Told> {
  if (!book || !access.sight('books:read').book(book.code)) return null;
  const state = type === 'period.closed' ? 'closed' : 'open';
  return { subject: `periods/${subject}`, data: { book: book.code, period: Number(subject), state } };
}
