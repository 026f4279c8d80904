import type { Tx } from './database.ts';

export interface SigningKeyRow {
  readonly key_id: string;
  readonly public_jwk: Readonly<Record<string, unknown>>;
  /** The private part, encrypted; the key to that is outside the database. */
  readonly sealed: Buffer;
  readonly created_at: Date;
}

/** Newest first. */
export async function listSigningKeys(tx: Tx): Promise<SigningKeyRow[]> {
  return tx.query<SigningKeyRow>('select * from signing_keys order by created_at desc, key_id');
}

export async function insertSigningKey(
  tx: Tx,
  key: Omit<SigningKeyRow, 'sealed'> & { readonly sealed: Uint8Array },
): Promise<void> {
  await tx.query(
    'insert into signing_keys (key_id, public_jwk, sealed, created_at) values ($1, $2, $3, $4)',
    [key.key_id, JSON.stringify(key.public_jwk), key.sealed, key.created_at],
  );
}

export async function deleteSigningKeys(tx: Tx, keyIds: readonly string[]): Promise<void> {
  await tx.query('delete from signing_keys where key_id = any($1)', [keyIds]);
}

const LOCK = 0x7369676e; // 'sign': processes that start at once make one key, not two.

/** Held until the transaction ends. */
export async function lockSigningKeys(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
}
