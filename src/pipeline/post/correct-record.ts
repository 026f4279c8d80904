import type { CompiledFlow, MappedRecord } from '#core/flows/compile-flow.ts';
import type { Correction } from '#core/mapping/corrections.ts';
import type { LookUpCrosswalk } from '#core/mapping/ports.ts';
import { formatAmount } from '#core/money/amount.ts';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { readBookHead } from '#storage/book-head.ts';
import { addCorrection, type CorrectionRow, revokeCorrection } from '#storage/corrections.ts';
import type { Tx } from '#storage/database.ts';
import type { ExceptionRow } from '#storage/exceptions.ts';
import type { FlowRow } from '#storage/flows.ts';
import { findRecord } from '#storage/records.ts';
import type { BookCache } from './book-cache.ts';
import { loadCorrections } from './load-corrections.ts';

/** A field and what it should be. */
export interface Change {
  /** Kind of the document; absent where the flow makes only one kind. */
  readonly kind?: string;
  /** The field as findings name it: `customer`, `refunds[1].customer`, `lines[2].sku`. */
  readonly at: string;
  /** In our vocabulary; null empties the field. */
  readonly value: string | null;
}

export interface Correcting {
  readonly exception: ExceptionRow;
  readonly flow: FlowRow;
  readonly changes: readonly Change[];
  readonly reason: string;
  readonly by: string;
}

/**
 * Lays corrections over a record on hold, after trying that each finds its field and fits it. Takes effect when the record
 * is put before its flow again, which is the caller's to do.
 */
export async function correctRecord(
  tx: Tx,
  cache: BookCache,
  work: Correcting,
): Promise<Outcome<CorrectionRow[]>> {
  const mapping = await openMapping(tx, cache, work);
  const before = mapping.run([]);
  const rows: CorrectionRow[] = [];
  for (const [i, change] of work.changes.entries()) {
    const kind = kindOf(mapping.compiled, work.exception, change);
    if (kind === null) return refuse({ code: 'correction_kind_needed', at: `changes[${i}]` });
    const { exception, reason, by } = work;
    rows.push(
      await addCorrection(tx, {
        recordId: exception.record_id,
        flowId: exception.flow_id,
        kind,
        place: change.at,
        value: change.value,
        before: valueIn(before, kind, change.at),
        reason,
        exceptionId: exception.exception_id,
        by,
      }),
    );
  }
  const misfit = findMisfit(rows, mapping.run(rows));
  if (misfit) return misfit;
  await auditCorrections(tx, work, rows);
  return accept(rows);
}

/** Takes a correction back: the record says again what it says. Null where none is in force under this id. */
export async function revoke(
  tx: Tx,
  revoking: { correctionId: bigint; by: string; reason: string },
): Promise<CorrectionRow | null> {
  const row = await revokeCorrection(tx, revoking);
  if (row === null) return null;
  await audit(tx, {
    actor: revoking.by,
    action: 'record.correction-revoke',
    subject: `record:${row.record_id}`,
    details: { correction: String(row.correction_id), place: row.place, reason: revoking.reason },
  });
  return row;
}

interface OpenMapping {
  readonly compiled: CompiledFlow;
  /** What mapping makes of the record with these corrections beside those in force. */
  run(more: readonly CorrectionRow[]): MappedRecord | undefined;
}

async function openMapping(tx: Tx, cache: BookCache, { exception, flow }: Correcting): Promise<OpenMapping> {
  const { masterVersion } = await readBookHead(tx, exception.book_id);
  const { book, crosswalk } = await cache.book(tx, exception.book_id, masterVersion);
  const { compiled } = await cache.flow(tx, flow.published_version_id!, book);
  const record = await findRecord(tx, exception.record_id);
  const item = { recordId: exception.record_id, flowId: exception.flow_id, again: true };
  const inForce = (await loadCorrections(tx, [item]))(item);
  const raw = parsed(record?.raw);
  const run = (more: readonly CorrectionRow[]) =>
    runOne(compiled, { raw, crosswalk, corrections: [...inForce, ...more.map(correctionOf)] });
  return { compiled, run };
}

function runOne(
  compiled: CompiledFlow,
  work: { raw: unknown; crosswalk: LookUpCrosswalk; corrections: readonly Correction[] },
): MappedRecord | undefined {
  const { raw, crosswalk, corrections } = work;
  return compiled.run([raw], { crosswalk, corrections: () => corrections })[0];
}

function correctionOf({ correction_id: id, kind, place, value, made_by: by }: CorrectionRow): Correction {
  return { id: String(id), kind, place, value, by };
}

/** Bytes that cannot be read have no fields: no correction will find its place. */
function parsed(raw: Buffer | undefined): unknown {
  try {
    return JSON.parse(raw?.toString() ?? '');
  } catch {
    return null;
  }
}

function kindOf({ flow }: CompiledFlow, { document_key: key }: ExceptionRow, change: Change): string | null {
  const kinds = [...new Set(flow.documents.map(({ kind }) => kind))];
  if (change.kind !== undefined) return kinds.includes(change.kind) ? change.kind : null;
  const [named] = key?.split(' ') ?? [];
  return kinds.length === 1 ? kinds[0]! : (kinds.find((kind) => kind === named) ?? null);
}

function findMisfit(rows: readonly CorrectionRow[], after: MappedRecord | undefined) {
  for (const row of rows) {
    const at = row.place;
    if (!after?.applied.includes(String(row.correction_id))) {
      return refuse({ code: 'correction_without_place', at, params: { place: at, kind: row.kind } });
    }
    const unfit = after.findings.find((one) => one.at === at && one.params.source === row.made_by);
    if (unfit) return refuse({ code: unfit.code, at, params: unfit.params });
  }
  return null;
}

/** What the field was, as text; null where the document could not be read that far. */
function valueIn(mapped: MappedRecord | undefined, kind: string, place: string): string | null {
  const sketches = mapped?.sketches ?? [];
  // The place of one of several is more than the place of one alone, which is empty.
  const [document] = sketches
    .filter((one) => one.kind === kind && place.startsWith(one.place))
    .toSorted((a, b) => b.place.length - a.place.length);
  if (!document) return null;
  const field = place.slice(document.place.length);
  const [, index, name = field] = /^lines\[(\d+)\]\.(.+)$/.exec(field) ?? [];
  const fields = index === undefined ? document.fields : document.lines[Number(index)];
  const value = fields?.[name] ?? null;
  if (typeof value === 'bigint') return formatAmount(value, document.currency);
  return value === null ? null : String(value);
}

async function auditCorrections(
  tx: Tx,
  { exception, reason, by }: Correcting,
  rows: readonly CorrectionRow[],
): Promise<void> {
  await audit(tx, {
    actor: by,
    action: 'record.correct',
    subject: `record:${exception.record_id}`,
    details: {
      exception: String(exception.exception_id),
      reason,
      corrections: rows.map(({ correction_id: id, kind, place }) => ({ id: String(id), kind, place })),
    },
  });
}
