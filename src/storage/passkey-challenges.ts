import type { Tx } from './database.ts';

export interface Challenge {
  readonly hash: Uint8Array;
  /** To make a passkey, or to show one. */
  readonly purpose: 'make' | 'show';
  /** Null: whoever shows the passkey says who it is. */
  readonly personId: number | null;
}

export async function insertChallenge(tx: Tx, challenge: Challenge, expiresAt: Date): Promise<void> {
  await tx.query(
    'insert into passkey_challenges (challenge_hash, purpose, person_id, expires_at) values ($1, $2, $3, $4)',
    [challenge.hash, challenge.purpose, challenge.personId, expiresAt],
  );
}

/** For whom it was given out, the first time it is asked for in time; undefined for a stranger's or a used one. */
export async function takeChallenge(
  tx: Tx,
  { hash, purpose }: Pick<Challenge, 'hash' | 'purpose'>,
  now: Date,
): Promise<{ readonly personId: number | null } | undefined> {
  const [row] = await tx.query<{ personId: number | null }>(
    `delete from passkey_challenges where challenge_hash = $1 and purpose = $2 and expires_at > $3
     returning person_id as "personId"`,
    [hash, purpose, now],
  );
  return row;
}
