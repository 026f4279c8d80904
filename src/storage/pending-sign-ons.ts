import type { Tx } from './database.ts';

/** A browser on its way to a provider. Secrets that the browser carries are kept as hashes. */
export interface PendingSignOn {
  readonly stateHash: Uint8Array;
  readonly providerId: number;
  readonly browserHash: Uint8Array;
  readonly nonce: string;
  readonly verifier: string;
  /** A path of ours. */
  readonly returnTo: string;
  readonly expiresAt: Date;
}

export async function insertPendingSignOn(tx: Tx, pending: PendingSignOn): Promise<void> {
  const { stateHash, providerId, browserHash, nonce, verifier, returnTo, expiresAt } = pending;
  await tx.query(
    `insert into pending_sign_ons (state_hash, provider_id, browser_hash, nonce, verifier, return_to, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [stateHash, providerId, browserHash, nonce, verifier, returnTo, expiresAt],
  );
}

export interface TakenSignOn {
  readonly provider_id: number;
  readonly browser_hash: Buffer;
  readonly nonce: string;
  readonly verifier: string;
  readonly return_to: string;
}

/** The sign-on of this state, which is gone by that: whoever comes second finds nothing. */
export async function takePendingSignOn(
  tx: Tx,
  { stateHash, now }: { readonly stateHash: Uint8Array; readonly now: Date },
): Promise<TakenSignOn | null> {
  const [row] = await tx.query<TakenSignOn & { readonly expires_at: Date }>(
    `delete from pending_sign_ons where state_hash = $1
     returning provider_id, browser_hash, nonce, verifier, return_to, expires_at`,
    [stateHash],
  );
  return row && row.expires_at > now ? row : null;
}

/** Forgets what is too old to be finished. */
export async function deleteExpiredSignOns(tx: Tx, now: Date): Promise<void> {
  await tx.query('delete from pending_sign_ons where expires_at <= $1', [now]);
}
