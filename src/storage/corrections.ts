import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

export interface CorrectionRow {
  readonly correction_id: bigint;
  readonly record_id: bigint;
  readonly flow_id: number;
  readonly kind: string;
  readonly place: string;
  readonly value: string | null;
  readonly before: string | null;
  readonly reason: string;
  readonly exception_id: bigint | null;
  readonly made_at: Date;
  readonly made_by: string;
  readonly revoked_at: Date | null;
  readonly revoked_by: string | null;
  readonly revoke_reason: string | null;
}

export interface NewCorrection {
  readonly recordId: bigint;
  readonly flowId: number;
  readonly kind: string;
  readonly place: string;
  readonly value: string | null;
  readonly before: string | null;
  readonly reason: string;
  readonly exceptionId: bigint | null;
  readonly by: string;
}

/** Lays a correction over a field of a record. One that stood there before is revoked by it. */
export async function addCorrection(tx: Tx, correction: NewCorrection): Promise<CorrectionRow> {
  const { recordId, flowId, kind, place, by, reason } = correction;
  await tx.query(
    `update corrections set revoked_at = now(), revoked_by = $5, revoke_reason = $6
      where record_id = $1 and flow_id = $2 and kind = $3 and place = $4 and revoked_at is null`,
    [recordId, flowId, kind, place, by, reason],
  );
  const [row] = await tx.query<CorrectionRow>(
    `insert into corrections (record_id, flow_id, kind, place, value, before, reason, exception_id, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *`,
    [recordId, flowId, kind, place, correction.value, correction.before, reason, correction.exceptionId, by],
  );
  return row!;
}

/** Null where there is no such correction in force. */
export async function revokeCorrection(
  tx: Tx,
  { correctionId, by, reason }: { correctionId: bigint; by: string; reason: string },
): Promise<CorrectionRow | null> {
  const [row] = await tx.query<CorrectionRow>(
    `update corrections set revoked_at = now(), revoked_by = $2, revoke_reason = $3
      where correction_id = $1 and revoked_at is null returning *`,
    [correctionId, by, reason],
  );
  return row ?? null;
}

/** Those in force, oldest first. */
export async function livingCorrections(tx: Tx, recordIds: readonly bigint[]): Promise<CorrectionRow[]> {
  return tx.query<CorrectionRow>(
    'select * from corrections where record_id = any($1::int8[]) and revoked_at is null order by correction_id',
    [listLiteral(recordIds)],
  );
}

/** All that was ever corrected about a record, oldest first. */
export async function correctionsOfRecord(tx: Tx, recordId: bigint): Promise<CorrectionRow[]> {
  return tx.query<CorrectionRow>('select * from corrections where record_id = $1 order by correction_id', [
    recordId,
  ]);
}
