import type { Tx } from './database.ts';

export interface TotpRow {
  /** Sealed. Null: none is in use yet. */
  readonly secret: Buffer | null;
  /** Sealed: shown to the person, and not yet proved by a code. */
  readonly pending: Buffer | null;
  readonly last_step: bigint;
}

/** Held until the end of the transaction: of two codes at once, the second sees the step of the first. */
export async function lockTotp(tx: Tx, personId: number): Promise<TotpRow | null> {
  const [row] = await tx.query<TotpRow>(
    'select secret, pending, last_step from totp_secrets where person_id = $1 for update',
    [personId],
  );
  return row ?? null;
}

export async function savePendingTotp(tx: Tx, personId: number, sealed: Uint8Array): Promise<void> {
  await tx.query(
    `insert into totp_secrets (person_id, pending) values ($1, $2)
     on conflict (person_id) do update set pending = excluded.pending`,
    [personId, sealed],
  );
}

/** The pending secret takes the place of the one before; the code that proved it is used up. */
export async function confirmTotp(tx: Tx, personId: number, step: bigint): Promise<void> {
  await tx.query(
    `update totp_secrets set secret = pending, pending = null, last_step = $2, confirmed_at = now()
      where person_id = $1`,
    [personId, step],
  );
}

export async function useTotpStep(tx: Tx, personId: number, step: bigint): Promise<void> {
  await tx.query('update totp_secrets set last_step = $2 where person_id = $1', [personId, step]);
}
