import type { Finding } from '#core/validation/finding.ts';
import { addFigures, type Figure } from './counting.ts';
import type { Tx } from './database.ts';
import { evidenceJson } from './json-text.ts';
import { insertRows, listLiteral } from './rows.ts';
import { announce } from './webhook-messages.ts';

export interface NewException {
  readonly bookId: number;
  readonly flowId: number;
  readonly flowVersionId: number;
  readonly recordId: bigint;
  readonly runId: bigint | null;
  readonly findings: readonly Finding[];
  /** `kind number` of the document, where mapping came that far. */
  readonly documentKey: string | null;
  /** Whom it is about, where mapping came that far. */
  readonly partner: string | null;
  /** What is at stake, in minor units of the book's currency, as far as it could be read. */
  readonly impactMinor: bigint | null;
  /** Date of the document, where mapping came that far. */
  readonly docDate: string | null;
}

const COLUMNS = {
  book_id: 'int',
  flow_id: 'int',
  flow_version_id: 'int',
  record_id: 'int8',
  run_id: 'int8',
  effect: 'text',
  codes: 'text[]',
  findings: 'jsonb',
  document_key: 'text',
  partner: 'text',
  impact_minor: 'int8',
  doc_date: 'date',
};

/** An exception that was not there before. */
export interface OpenedException {
  readonly exception_id: bigint;
  readonly book_id: number;
  readonly connection_id: number;
  readonly flow_id: number;
  readonly codes: string[];
  readonly impact_minor: bigint | null;
}

/**
 * Puts records on hold and counts them. A record already on hold in the same flow keeps its exception, with the new
 * findings. Returns those that are new.
 */
export async function openExceptions(
  tx: Tx,
  exceptions: readonly NewException[],
): Promise<OpenedException[]> {
  const rows = exceptions.map((exception) => ({
    book_id: exception.bookId,
    flow_id: exception.flowId,
    flow_version_id: exception.flowVersionId,
    record_id: exception.recordId,
    run_id: exception.runId,
    effect: exception.findings.some((finding) => finding.effect === 'block') ? 'block' : 'hold',
    codes: listLiteral([
      ...new Set(exception.findings.filter((f) => f.effect !== 'flag').map((f) => f.code)),
    ]),
    findings: evidenceJson(exception.findings),
    document_key: exception.documentKey,
    partner: exception.partner,
    impact_minor: exception.impactMinor,
    doc_date: exception.docDate,
  }));
  const opened = await insertRows<OpenedException & { fresh: boolean }>(tx, 'exceptions', COLUMNS, rows, {
    onConflict: `(flow_id, record_id) where state = 'open' do update set flow_version_id = excluded.flow_version_id,
      run_id = excluded.run_id, effect = excluded.effect, codes = excluded.codes, findings = excluded.findings,
      document_key = excluded.document_key, partner = excluded.partner, impact_minor = excluded.impact_minor,
      doc_date = excluded.doc_date`,
    returning: `exception_id, book_id, flow_id, codes, impact_minor, xmax = 0 as fresh,
      (select connection_id from flows f where f.flow_id = exceptions.flow_id) as connection_id`,
  });
  const fresh = opened.filter((row) => row.fresh);
  await addFigures(tx, fresh.flatMap(figuresOf));
  for (const [bookId, held] of Map.groupBy(fresh, (row) => row.book_id)) {
    await announce(
      tx,
      bookId,
      held.map((row) => ({ type: 'record.held', subject: row.exception_id })),
    );
  }
  return fresh;
}

/** Counted once as a record, and once for each code. */
function figuresOf(opened: OpenedException): Figure[] {
  const { book_id: bookId, connection_id: connectionId, flow_id: flowId } = opened;
  const one = { bookId, connectionId, flowId, n: 1, amountMinor: opened.impact_minor ?? 0n };
  return [
    { ...one, measure: 'held', detail: '' },
    ...opened.codes.map((code) => ({ ...one, measure: 'finding' as const, detail: code })),
  ];
}

export interface Closing {
  readonly state: 'resolved' | 'released' | 'dismissed';
  readonly by: string;
  readonly note?: string;
}

/** Closes the open exceptions of these records and of all older versions of the same things. */
export async function closeExceptions(
  tx: Tx,
  settled: readonly { flowId: number; recordId: bigint }[],
  close: Closing,
): Promise<void> {
  if (settled.length === 0) return;
  await tx.query(
    // The state is asked last: a planner that takes the open exceptions for few would go through all of them for
    // each version, by the index of the open ones.
    `update exceptions set state = $3, closed_at = now(), closed_by = $4, note = $5
      where state = 'open' and exception_id = any (array(
        select e.exception_id
          from unnest($1::int[], $2::int8[]) as s (flow_id, record_id)
          join records r on r.record_id = s.record_id
          join records v on v.connection_id = r.connection_id and v.kind = r.kind and v.external_id = r.external_id
          join exceptions e on e.record_id = v.record_id and e.flow_id = s.flow_id
         where v.record_id <= r.record_id))`,
    [
      listLiteral(settled.map((s) => s.flowId)),
      listLiteral(settled.map((s) => s.recordId)),
      close.state,
      close.by,
      close.note ?? null,
    ],
  );
}

export interface ExceptionRow {
  readonly exception_id: bigint;
  readonly book_id: number;
  readonly flow_id: number;
  readonly flow_version_id: number;
  readonly record_id: bigint;
  readonly run_id: bigint | null;
  readonly state: 'open' | 'resolved' | 'released' | 'dismissed';
  readonly effect: 'block' | 'hold';
  readonly codes: string[];
  readonly findings: Finding[];
  readonly document_key: string | null;
  readonly external_id: string;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  readonly note: string | null;
  readonly partner: string | null;
  /** In minor units of the book's currency; null where no amount was read. */
  readonly impact_minor: bigint | null;
  readonly doc_date: string | null;
  /** Login of a person. */
  readonly assigned_to: string | null;
  readonly assigned_at: Date | null;
  readonly assigned_by: string | null;
}

const READ = 'select e.*, r.external_id from exceptions e join records r using (record_id)';

export async function findException(tx: Tx, exceptionId: bigint): Promise<ExceptionRow | null> {
  const [row] = await tx.query<ExceptionRow>(`${READ} where exception_id = $1`, [exceptionId]);
  return row ?? null;
}

export interface ExceptionFilter {
  readonly bookId?: number;
  readonly flowId?: number;
  readonly state?: string;
  readonly code?: string;
  /** Only those of these flows. */
  readonly flowIds?: readonly number[];
  readonly after?: bigint;
  readonly limit: number;
}

export async function listExceptions(tx: Tx, filter: ExceptionFilter): Promise<ExceptionRow[]> {
  return tx.query<ExceptionRow>(
    `${READ} where ($1::int is null or book_id = $1) and ($2::int is null or flow_id = $2)
       and ($3::text is null or state = $3) and ($4::text is null or $4 = any(codes))
       and ($5::int8 is null or exception_id < $5) and ($7::int[] is null or flow_id = any($7))
     order by exception_id desc limit $6`,
    [
      filter.bookId ?? null,
      filter.flowId ?? null,
      filter.state ?? null,
      filter.code ?? null,
      filter.after ?? null,
      filter.limit,
      filter.flowIds ?? null,
    ],
  );
}

export async function exceptionsOfRecord(tx: Tx, recordId: bigint): Promise<ExceptionRow[]> {
  return tx.query<ExceptionRow>(`${READ} where e.record_id = $1 order by exception_id`, [recordId]);
}

/** Open exceptions by code. A record with two codes counts under both. */
export async function countOpenExceptions(
  tx: Tx,
  { bookId, flowIds }: Pick<ExceptionFilter, 'bookId' | 'flowIds'> = {},
): Promise<{ code: string; n: bigint }[]> {
  return tx.query<{ code: string; n: bigint }>(
    `select code, count(*) as n from exceptions, unnest(codes) as code
      where state = 'open' and ($1::int is null or book_id = $1) and ($2::int[] is null or flow_id = any($2))
      group by code order by n desc, code`,
    [bookId ?? null, flowIds ?? null],
  );
}
