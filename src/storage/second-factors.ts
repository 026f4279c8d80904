import type { Tx } from './database.ts';

/** What second factors a person has. */
export interface OwnedFactors {
  readonly totp: boolean;
  readonly passkeys: number;
  /** Those not used yet. */
  readonly recoveryCodes: number;
}

export async function factorsOf(tx: Tx, personId: number): Promise<OwnedFactors> {
  const [row] = await tx.query<OwnedFactors>(
    `select exists (select from totp_secrets where person_id = $1 and secret is not null) as totp,
            (select count(*)::int from passkeys where person_id = $1) as passkeys,
            (select count(*)::int from recovery_codes where person_id = $1 and used_at is null) as "recoveryCodes"`,
    [personId],
  );
  return row!;
}

/** Takes every second factor away. */
export async function deleteFactors(tx: Tx, personId: number): Promise<void> {
  await tx.query('delete from totp_secrets where person_id = $1', [personId]);
  await tx.query('delete from passkeys where person_id = $1', [personId]);
  await tx.query('delete from recovery_codes where person_id = $1', [personId]);
}
