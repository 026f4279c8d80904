import type { CollectedPage, CollectedRecord, Cursor } from '#connectors/kit/connector.ts';
import type { KingdeeClient } from './client.ts';
import type { TenantFacts } from './facts.ts';
import { decodeVouchers, FIXED_FIELDS } from './voucher-record.ts';

/** Where reading goes on: behind this change time and, among vouchers of the same time, behind this id. */
interface Position {
  readonly since: string;
  readonly afterId: number;
}

const BEGINNING: Position = { since: '1970-01-01 00:00:00', afterId: 0 };

/**
 * Vouchers in the order in which Kingdee changed them, one record for each with all its entries.
 *
 * A page begins behind the last voucher of the page before, not at a row number: rows move when somebody changes a
 * voucher meanwhile. Change times are stamped before they are visible, so every run begins a little before where the
 * last one ended; what comes twice is recognised by its content.
 */
export async function* collectVouchers(
  client: KingdeeClient,
  cursor: Cursor,
  signal: AbortSignal,
): AsyncGenerator<CollectedPage> {
  const facts = await client.facts(signal);
  let position = startOf(cursor, client.settings.overlapSeconds);
  for (;;) {
    const { rows, isLast } = await readRows(client, facts, position, signal);
    const records = decodeVouchers(rows, facts);
    const last = records.at(-1);
    if (last) position = { since: last.changedAt, afterId: Number(last.externalId) };
    const cursorNow = { since: position.since, afterId: position.afterId, done: isLast };
    if (records.length > 0 || isLast) yield { records: records.map(toRecord), cursor: cursorNow };
    if (isLast) return;
  }
}

function toRecord({ changedAt, ...record }: ReturnType<typeof decodeVouchers>[number]): CollectedRecord {
  // Their times are wall-clock times of China without a zone.
  const instant = new Date(`${changedAt.replace(' ', 'T')}+08:00`);
  return Number.isNaN(instant.getTime()) ? record : { ...record, changedAt: instant.toISOString() };
}

function startOf(cursor: Cursor, overlapSeconds: number): Position {
  const { since, afterId, done } = cursor ?? {};
  if (typeof since !== 'string' || typeof afterId !== 'number') return BEGINNING;
  return done === true ? { since: secondsBefore(since, overlapSeconds), afterId: 0 } : { since, afterId };
}

/** Pure arithmetic on a wall clock: read and written as if it were UTC. */
function secondsBefore(wallClock: string, seconds: number): string {
  const at = Date.parse(`${wallClock.replace(' ', 'T')}Z`);
  return Number.isNaN(at) ? BEGINNING.since : new Date(at - seconds * 1000).toISOString().slice(0, 23);
}

interface Page {
  readonly rows: readonly (readonly unknown[])[];
  readonly isLast: boolean;
}

/** Rows of whole vouchers only: one that is cut by the end of the page is read again with the next. */
async function readRows(
  client: KingdeeClient,
  facts: TenantFacts,
  from: Position,
  signal: AbortSignal,
): Promise<Page> {
  const { pageSize } = client.settings;
  const query = queryFrom(facts, from);
  const rows = await client.query({ ...query, Limit: pageSize }, signal);
  if (rows.length < pageSize) return { rows, isLast: true };
  const lastId = rows.at(-1)?.[0];
  const whole = rows.filter((row) => row[0] !== lastId);
  if (whole.length > 0) return { rows: whole, isLast: false };
  return { rows: await readOne(client, query, { id: Number(lastId), signal }), isLast: false };
}

/** A voucher longer than a page. */
async function readOne(
  client: KingdeeClient,
  query: ReturnType<typeof queryFrom>,
  { id, signal }: { id: number; signal: AbortSignal },
): Promise<(readonly unknown[])[]> {
  const pages = await Array.fromAsync(client.pages({ ...query, FilterString: `FVoucherID=${id}` }, signal));
  return pages.flat();
}

function queryFrom(facts: TenantFacts, { since, afterId }: Position) {
  const slots = [...facts.slotOf.values()].map((slot) => `FDetailID.${slot}.FNumber`);
  const key = facts.keyField === null ? [] : [facts.keyField];
  return {
    FormId: 'GL_VOUCHER',
    FieldKeys: [...FIXED_FIELDS, facts.numberField, ...slots, ...key].join(','),
    FilterString: `FModifyDate>'${since}' or (FModifyDate='${since}' and FVoucherID>${afterId})`,
    OrderString: 'FModifyDate ASC,FVoucherID ASC,FEntity_FEntryID ASC',
  };
}
