import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

/** These codes take the place of all earlier ones. */
export async function replaceRecoveryCodes(
  tx: Tx,
  personId: number,
  hashes: readonly Uint8Array[],
): Promise<void> {
  await tx.query('delete from recovery_codes where person_id = $1', [personId]);
  await tx.query('insert into recovery_codes (person_id, code_hash) select $1, * from unnest($2::bytea[])', [
    personId,
    listLiteral(hashes),
  ]);
}

/** True for the first who uses it. */
export async function useRecoveryCode(tx: Tx, personId: number, hash: Uint8Array): Promise<boolean> {
  const used = await tx.query(
    `update recovery_codes set used_at = now()
      where person_id = $1 and code_hash = $2 and used_at is null returning 1`,
    [personId, hash],
  );
  return used.length > 0;
}

export async function deleteRecoveryCodes(tx: Tx, personId: number): Promise<void> {
  await tx.query('delete from recovery_codes where person_id = $1', [personId]);
}
