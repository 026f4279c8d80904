import type { Provenance } from '#core/documents/document.ts';
import type { StoredContent } from '#core/documents/serialise.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Tx } from './database.ts';
import { type Columns, insertFrom, listLiteral } from './rows.ts';

export interface NewDocument {
  readonly bookId: number;
  readonly documentId: bigint;
  readonly recordId: bigint;
  readonly flowVersionId: number;
  readonly kind: string;
  readonly number: string;
  readonly date: string;
  readonly currency: string;
  readonly state: 'staged' | 'posted';
  readonly voucherId: bigint | null;
  readonly runId: bigint | null;
  readonly changedAt: Date | null;
  readonly digest: Uint8Array;
  readonly likeness: string | null;
  /** How much and with whom, by which it is listed and searched. */
  readonly amountMinor: bigint | null;
  readonly partner: string | null;
  /** JSON text, see core/documents/serialise.ts. */
  readonly body: string;
  readonly provenance: string;
  readonly flags: string | null;
}

const COLUMNS: Columns<NewDocument> = {
  book_id: ['int', (row) => row.bookId],
  document_id: ['int8', (row) => row.documentId],
  record_id: ['int8', (row) => row.recordId],
  flow_version_id: ['int', (row) => row.flowVersionId],
  kind: ['text', (row) => row.kind],
  number: ['text', (row) => row.number],
  date: ['date', (row) => row.date],
  currency: ['text', (row) => row.currency],
  state: ['text', (row) => row.state],
  voucher_id: ['int8', (row) => row.voucherId],
  run_id: ['int8', (row) => row.runId],
  changed_at: ['timestamptz', (row) => row.changedAt],
  digest: ['bytea', (row) => row.digest],
  likeness: ['text', (row) => row.likeness],
  amount_minor: ['int8', (row) => row.amountMinor],
  partner: ['text', (row) => row.partner],
  body: ['json', (row) => row.body],
  provenance: ['json', (row) => row.provenance],
  flags: ['json', (row) => row.flags],
};

export async function insertDocuments(tx: Tx, documents: readonly NewDocument[]): Promise<void> {
  await insertFrom(tx, { table: 'documents', columns: COLUMNS }, documents);
}

/** A living document under a key, as far as deciding about a newcomer needs it. */
export interface LivingDocument {
  readonly document_id: bigint;
  readonly record_id: bigint;
  readonly kind: string;
  readonly number: string;
  readonly state: 'staged' | 'posted';
  readonly voucher_id: bigint | null;
  readonly digest: Buffer;
  readonly changed_at: Date | null;
  /** Of the record it was made from. */
  readonly connection_id: number;
  readonly record_kind: string;
  readonly external_id: string;
  /** That made it. */
  readonly flow_version_id: number;
  readonly flow_id: number;
  readonly flow: string;
}

const LIVING = `select d.document_id, d.record_id, d.kind, d.number, d.state, d.voucher_id, d.digest, d.changed_at,
    d.flow_version_id from documents d`;

const MADE_BY = `(select v.flow_id, f.code as flow from flow_versions v join flows f using (flow_id)
                   where v.flow_version_id = d.flow_version_id offset 0) f`;

/**
 * Living documents among these keys, by `kind number`. `lateral … offset 0` fixes the order of the join: a probe per
 * key, whatever the planner believes of tables it has no statistics for.
 */
export async function findLivingDocuments(
  tx: Tx,
  bookId: number,
  keys: readonly { kind: string; number: string }[],
): Promise<Map<string, LivingDocument>> {
  const rows = await tx.query<LivingDocument>(
    `select d.*, r.connection_id, r.kind as record_kind, r.external_id, f.flow_id, f.flow
       from unnest($2::text[], $3::text[]) as k (kind, number)
      cross join lateral (${LIVING} where d.book_id = $1 and d.kind = k.kind and d.number = k.number
                            and d.state <> 'reversed' offset 0) d
      cross join lateral (select connection_id, kind, external_id from records r where r.record_id = d.record_id offset 0) r
      cross join lateral ${MADE_BY}`,
    [bookId, listLiteral(keys.map((key) => key.kind)), listLiteral(keys.map((key) => key.number))],
  );
  return new Map(rows.map((row) => [`${row.kind} ${row.number}`, row]));
}

/** Living documents a flow made of other versions of the same thing: the new version may have other document numbers. */
export async function findDocumentsOfVersions(
  tx: Tx,
  bookId: number,
  things: readonly { connectionId: number; kind: string; externalId: string; flowId: number }[],
): Promise<LivingDocument[]> {
  return tx.query<LivingDocument>(
    `select d.*, t.connection_id, t.kind as record_kind, t.external_id, f.flow_id, f.flow
       from unnest($2::int[], $3::text[], $4::text[], $5::int[]) as t (connection_id, kind, external_id, flow_id)
      cross join lateral (select record_id from records r where r.connection_id = t.connection_id and r.kind = t.kind
                            and r.external_id = t.external_id offset 0) r
      cross join lateral (${LIVING} where d.book_id = $1 and d.record_id = r.record_id
                            and d.state <> 'reversed' offset 0) d
      cross join lateral ${MADE_BY} where f.flow_id = t.flow_id`,
    [
      bookId,
      listLiteral(things.map((thing) => thing.connectionId)),
      listLiteral(things.map((thing) => thing.kind)),
      listLiteral(things.map((thing) => thing.externalId)),
      listLiteral(things.map((thing) => thing.flowId)),
    ],
  );
}

export async function reverseDocuments(
  tx: Tx,
  bookId: number,
  documentIds: readonly bigint[],
): Promise<void> {
  await tx.query(
    "update documents set state = 'reversed' where book_id = $1 and document_id = any($2::int8[])",
    [bookId, listLiteral(documentIds)],
  );
}

/** Staged documents now stand in their summarised voucher. */
export async function settleStaged(
  tx: Tx,
  bookId: number,
  settled: readonly { documentId: bigint; voucherId: bigint }[],
): Promise<void> {
  await tx.query(
    `update documents d set state = 'posted', voucher_id = s.voucher_id
       from unnest($2::int8[], $3::int8[]) as s (document_id, voucher_id)
      where d.book_id = $1 and d.document_id = s.document_id`,
    [bookId, listLiteral(settled.map((s) => s.documentId)), listLiteral(settled.map((s) => s.voucherId))],
  );
}

export interface DocumentRow {
  readonly book_id: number;
  readonly document_id: bigint;
  readonly record_id: bigint;
  readonly flow_version_id: number;
  readonly kind: string;
  readonly number: string;
  readonly date: string;
  readonly currency: string;
  readonly state: 'staged' | 'posted' | 'reversed';
  readonly voucher_id: bigint | null;
  readonly run_id: bigint | null;
  readonly body: StoredContent;
  readonly provenance: readonly Provenance[];
  readonly flags: readonly Finding[] | null;
  readonly partner: string | null;
}

const READ = `select book_id, document_id, record_id, flow_version_id, kind, number, date, currency, state, voucher_id,
  run_id, body, provenance, flags, partner from documents`;

/**
 * Runs whose collecting is over, whose lane is empty and which left documents waiting to be summarised. Null stands for
 * documents that came one by one, without a run.
 */
export async function runsToSummarise(
  tx: Tx,
  today: string,
): Promise<{ bookId: number; runId: bigint | null }[]> {
  return tx.query<{ bookId: number; runId: bigint | null }>(
    `select distinct d.book_id as "bookId", d.run_id as "runId" from documents d left join runs r on r.run_id = d.run_id
      where d.state = 'staged' and coalesce(r.state, 'collected') not in ('running', 'paused')
        and (d.run_id is not null or d.date < $1)
        and not exists (select from lane l where l.run_id = d.run_id)`,
    [today],
  );
}

/** Staged documents of a run; of those that came one by one, without a run, the ones whose day is over. */
export async function stagedDocuments(
  tx: Tx,
  bookId: number,
  { runId, today }: { runId: bigint | null; today: string },
): Promise<DocumentRow[]> {
  return tx.query<DocumentRow>(
    `${READ} where book_id = $1 and run_id is not distinct from $2 and state = 'staged' and ($2::int8 is not null or date < $3) order by flow_version_id, date, document_id`,
    [bookId, runId, today],
  );
}

export async function documentsOfRecord(tx: Tx, recordId: bigint): Promise<DocumentRow[]> {
  return tx.query<DocumentRow>(
    // Keys of documents begin with the book.
    `${READ} where book_id in (select book_id from books) and record_id = $1 order by document_id`,
    [recordId],
  );
}

export async function documentsOfVoucher(tx: Tx, bookId: number, voucherId: bigint): Promise<DocumentRow[]> {
  return tx.query<DocumentRow>(`${READ} where book_id = $1 and voucher_id = $2 order by document_id`, [
    bookId,
    voucherId,
  ]);
}

/** Living documents that look like these: same likeness, dated at most `days` apart. By position, the other's number or null. */
export async function findLikeDocuments(
  tx: Tx,
  bookId: number,
  looks: readonly { likeness: string; date: string; kind: string; number: string; days: number }[],
): Promise<(string | null)[]> {
  if (looks.length === 0) return [];
  const rows = await tx.query<{ i: number; number: string }>(
    `select l.i, min(d.number) as number
       from unnest($2::text[], $3::date[], $4::text[], $5::text[], $6::int[]) with ordinality
            as l (likeness, date, kind, number, days, i)
       join documents d on d.book_id = $1 and d.likeness = l.likeness and d.date between l.date - l.days and l.date + l.days
        and d.state <> 'reversed' and not (d.kind = l.kind and d.number = l.number)
      group by l.i`,
    [
      bookId,
      listLiteral(looks.map((look) => look.likeness)),
      listLiteral(looks.map((look) => look.date)),
      listLiteral(looks.map((look) => look.kind)),
      listLiteral(looks.map((look) => look.number)),
      listLiteral(looks.map((look) => look.days)),
    ],
  );
  const found = new Map(rows.map((row) => [Number(row.i), row.number]));
  return looks.map((_, i) => found.get(i + 1) ?? null);
}
