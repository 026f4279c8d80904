import type { Refusal } from '#core/trouble/trouble.ts';
import { addFigures } from './counting.ts';
import type { Tx } from './database.ts';
import { evidenceJson } from './json-text.ts';
import { insertRows, listLiteral } from './rows.ts';

export interface NewRecord {
  readonly externalId: string;
  readonly kind: string;
  readonly contentHash: Uint8Array;
  readonly mediaType: string;
  readonly raw: Uint8Array;
  readonly changedAt: string | null;
  readonly refusal: Refusal | null;
  /** Who handed it in, where no run tells. */
  readonly receivedBy?: string | null;
}

const COLUMNS = {
  connection_id: 'int',
  kind: 'text',
  external_id: 'text',
  content_hash: 'bytea',
  media_type: 'text',
  raw: 'bytea',
  changed_at: 'timestamptz',
  run_id: 'int8',
  refusal: 'jsonb',
  received_by: 'text',
};

export interface InsertedRecord {
  readonly recordId: bigint;
  /** An earlier version of the same thing was there. */
  readonly again: boolean;
}

/** Saves and counts what is new; the same content of the same thing is not saved twice. By position, null for a repeat. */
export async function insertRecords(
  tx: Tx,
  from: { connectionId: number; runId: bigint | null },
  records: readonly NewRecord[],
): Promise<(InsertedRecord | null)[]> {
  const rows = records.map((record) => ({
    connection_id: from.connectionId,
    kind: record.kind,
    external_id: record.externalId,
    content_hash: record.contentHash,
    media_type: record.mediaType,
    raw: record.raw,
    changed_at: record.changedAt,
    run_id: from.runId,
    refusal: record.refusal && evidenceJson(record.refusal),
    received_by: record.receivedBy ?? null,
  }));
  const inserted = await insertRows<{ record_id: bigint; kind: string; again: boolean; key: string }>(
    tx,
    'records',
    COLUMNS,
    rows,
    {
      onConflict: 'do nothing',
      // The subquery sees the table as it was before this statement. A scalar one, since the planner may turn `exists`
      // into a hash of the whole table.
      returning: `record_id, kind, kind || ' ' || external_id || ' ' || encode(content_hash, 'hex') as key,
      (select true from records o where o.connection_id = records.connection_id and o.kind = records.kind
          and o.external_id = records.external_id limit 1) is not null as again`,
    },
  );
  await countArrivals(tx, from.connectionId, { records, inserted });
  // A key is taken out once used: of two equal records in one page, the first is the new one.
  const byKey = new Map(inserted.map((row) => [row.key, row]));
  // The second version within a page is a newer one too, though the table did not know the first yet.
  const seen = new Set<string>();
  return records.map((record) => {
    const thing = `${record.kind} ${record.externalId}`;
    const key = `${thing} ${Buffer.from(record.contentHash).toString('hex')}`;
    const row = byKey.get(key);
    byKey.delete(key);
    if (!row) return null;
    const again = row.again || seen.has(thing);
    seen.add(thing);
    return { recordId: row.record_id, again };
  });
}

async function countArrivals(
  tx: Tx,
  connectionId: number,
  { records, inserted }: { records: readonly NewRecord[]; inserted: readonly { kind: string }[] },
): Promise<void> {
  const place = { bookId: 0, connectionId, flowId: 0, amountMinor: 0n };
  const saved = Map.groupBy(inserted, ({ kind }) => kind);
  await addFigures(
    tx,
    [...Map.groupBy(records, ({ kind }) => kind)].flatMap(([kind, all]) => {
      const n = saved.get(kind)?.length ?? 0;
      const figure = { ...place, detail: kind };
      return [
        { ...figure, measure: 'received' as const, n },
        { ...figure, measure: 'repeated' as const, n: all.length - n },
      ];
    }),
  );
}

export interface RecordRow {
  readonly record_id: bigint;
  readonly connection_id: number;
  readonly kind: string;
  readonly external_id: string;
  readonly content_hash: Buffer;
  readonly media_type: string;
  readonly raw: Buffer;
  readonly changed_at: Date | null;
  readonly received_at: Date;
  readonly received_by: string | null;
  readonly run_id: bigint | null;
  readonly refusal: Refusal | null;
}

export async function findRecord(tx: Tx, recordId: bigint): Promise<RecordRow | null> {
  const [row] = await tx.query<RecordRow>('select * from records where record_id = $1', [recordId]);
  return row ?? null;
}

/** The stored record with exactly this content, if there is one. */
export async function findSameRecord(
  tx: Tx,
  record: { connectionId: number; kind: string; externalId: string; contentHash: Uint8Array },
): Promise<bigint | null> {
  const [row] = await tx.query<{ record_id: bigint }>(
    'select record_id from records where connection_id = $1 and kind = $2 and external_id = $3 and content_hash = $4',
    [record.connectionId, record.kind, record.externalId, record.contentHash],
  );
  return row?.record_id ?? null;
}

export interface RecordFilter {
  readonly connectionId?: number;
  readonly kind?: string;
  readonly externalId?: string;
  readonly runId?: bigint;
  /** Only what comes from these. */
  readonly sources?: readonly RecordSource[];
  readonly after?: bigint;
  readonly limit: number;
}

export interface RecordSource {
  readonly connectionId: number;
  readonly kind: string;
}

export async function listRecords(tx: Tx, filter: RecordFilter): Promise<Omit<RecordRow, 'raw'>[]> {
  return tx.query(
    `select record_id, connection_id, kind, external_id, content_hash, media_type, changed_at, received_at, received_by, run_id, refusal
       from records
      where ($1::int is null or connection_id = $1) and ($2::text is null or external_id = $2)
        and ($3::int8 is null or run_id = $3) and ($4::int8 is null or record_id < $4)
        and ($5::text is null or kind = $5)
        and ($7::int[] is null or (connection_id, kind) in (select * from unnest($7::int[], $8::text[])))
      order by record_id desc limit $6`,
    [
      filter.connectionId ?? null,
      filter.externalId ?? null,
      filter.runId ?? null,
      filter.after ?? null,
      filter.kind ?? null,
      filter.limit,
      filter.sources?.map(({ connectionId }) => connectionId) ?? null,
      filter.sources?.map(({ kind }) => kind) ?? null,
    ],
  );
}

/** Why nothing was made of a record, rightly. */
export const IGNORED_REASONS = [
  'no_document_applies',
  'unchanged',
  'older_version',
  'run_cancelled',
] as const;
export type IgnoredReason = (typeof IGNORED_REASONS)[number];

/** Records that were rightly made into nothing, with the reason. A later, better version may still post. */
export async function ignoreRecords(
  tx: Tx,
  ignored: readonly { flowId: number; recordId: bigint; reason: string; runId: bigint | null }[],
): Promise<void> {
  const rows = ignored.map((row) => ({
    flow_id: row.flowId,
    record_id: row.recordId,
    reason: row.reason,
    run_id: row.runId,
  }));
  await insertRows(
    tx,
    'ignored_records',
    { flow_id: 'int', record_id: 'int8', reason: 'text', run_id: 'int8' },
    rows,
    {
      onConflict:
        '(flow_id, record_id) do update set reason = excluded.reason, run_id = excluded.run_id, at = now()',
    },
  );
}

export async function ignoredReasons(tx: Tx, recordIds: readonly bigint[]): Promise<Map<bigint, string>> {
  const rows = await tx.query<{ record_id: bigint; reason: string }>(
    'select record_id, reason from ignored_records where record_id = any($1::int8[])',
    [listLiteral(recordIds)],
  );
  return new Map(rows.map((row) => [row.record_id, row.reason]));
}
