import type { Tx } from './database.ts';

export interface PasskeyRow {
  readonly passkey_id: bigint;
  readonly person_id: number;
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly counter: bigint;
  readonly transports: string[];
  /** The host name it was made for. */
  readonly host: string;
  readonly title: string;
  readonly created_at: Date;
  readonly used_at: Date | null;
}

export interface NewPasskey {
  readonly personId: number;
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly host: string;
  readonly title: string;
  readonly now: Date;
}

/** Null when the credential is known already. */
export async function insertPasskey(tx: Tx, passkey: NewPasskey): Promise<PasskeyRow | null> {
  const { personId, credentialId, publicKey, counter, transports, host, title, now } = passkey;
  const [row] = await tx.query<PasskeyRow>(
    `insert into passkeys (person_id, credential_id, public_key, counter, transports, host, title, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning *`,
    [personId, credentialId, publicKey, counter, transports, host, title, now],
  );
  return row ?? null;
}

export async function listPasskeys(tx: Tx, personId: number): Promise<PasskeyRow[]> {
  return tx.query<PasskeyRow>('select * from passkeys where person_id = $1 order by passkey_id', [personId]);
}

/** Held until the end of the transaction, so that its counter is compared and moved by one at a time. */
export async function lockPasskey(tx: Tx, credentialId: string): Promise<PasskeyRow | null> {
  const [row] = await tx.query<PasskeyRow>('select * from passkeys where credential_id = $1 for update', [
    credentialId,
  ]);
  return row ?? null;
}

export async function touchPasskey(
  tx: Tx,
  passkeyId: bigint,
  used: { readonly counter: number; readonly now: Date },
): Promise<void> {
  await tx.query('update passkeys set counter = $2, used_at = $3 where passkey_id = $1', [
    passkeyId,
    used.counter,
    used.now,
  ]);
}

/** The name it had before; null if the person has no such key. */
export async function renamePasskey(
  tx: Tx,
  personId: number,
  { passkeyId, title }: { readonly passkeyId: bigint; readonly title: string },
): Promise<string | null> {
  const [row] = await tx.query<{ before: string }>(
    `update passkeys p set title = $3
       from (select passkey_id, title from passkeys where person_id = $1 and passkey_id = $2 for update) o
      where p.passkey_id = o.passkey_id returning o.title as before`,
    [personId, passkeyId, title],
  );
  return row?.before ?? null;
}

/** True if the person had it. */
export async function deletePasskey(tx: Tx, personId: number, passkeyId: bigint): Promise<boolean> {
  const gone = await tx.query('delete from passkeys where person_id = $1 and passkey_id = $2 returning 1', [
    personId,
    passkeyId,
  ]);
  return gone.length > 0;
}
