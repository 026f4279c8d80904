import type { Tx } from './database.ts';

/** Whom a provider means. */
export interface IdentityKey {
  readonly providerId: number;
  readonly realm: string;
  readonly subject: string;
}

export interface IdentityRow {
  readonly identity_id: bigint;
  readonly provider_id: number;
  readonly realm: string;
  readonly subject: string;
  readonly person_id: number;
  /** The administrator who tied it to the person; null: the first sign-on made the person. */
  readonly linked_by: string | null;
  readonly linked_at: Date;
  readonly last_used_at: Date | null;
}

const LOCK = 0x69646e74; // 'idnt': of two first sign-ons of one identity at once, one makes the person.

/** The identity, if it is known. Whoever asks holds it until the end of the transaction, known or not. */
export async function claimIdentity(
  tx: Tx,
  { providerId, realm, subject }: IdentityKey,
): Promise<IdentityRow | null> {
  await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [
    LOCK,
    JSON.stringify([providerId, realm, subject]),
  ]);
  const [row] = await tx.query<IdentityRow>(
    'select * from identities where provider_id = $1 and realm = $2 and subject = $3',
    [providerId, realm, subject],
  );
  return row ?? null;
}

export async function insertIdentity(
  tx: Tx,
  { providerId, realm, subject }: IdentityKey,
  { personId, linkedBy }: { readonly personId: number; readonly linkedBy: string | null },
): Promise<IdentityRow> {
  const [row] = await tx.query<IdentityRow>(
    `insert into identities (provider_id, realm, subject, person_id, linked_by)
     values ($1, $2, $3, $4, $5) returning *`,
    [providerId, realm, subject, personId, linkedBy],
  );
  return row!;
}

export async function touchIdentity(tx: Tx, identityId: bigint, now: Date): Promise<void> {
  await tx.query('update identities set last_used_at = $2 where identity_id = $1', [identityId, now]);
}

/** The identities of one person, with the code of the provider, oldest first. */
export async function listIdentities(
  tx: Tx,
  personId: number,
): Promise<(IdentityRow & { readonly provider: string })[]> {
  return tx.query<IdentityRow & { readonly provider: string }>(
    `select i.*, p.code as provider from identities i join sign_on_providers p using (provider_id)
      where i.person_id = $1 order by i.identity_id`,
    [personId],
  );
}

/** How many identities a provider holds. */
export async function countIdentities(tx: Tx, providerId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from identities where provider_id = $1',
    [providerId],
  );
  return row!.n;
}

/** True if the person had it. */
export async function deleteIdentity(
  tx: Tx,
  { personId, identityId }: { readonly personId: number; readonly identityId: bigint },
): Promise<boolean> {
  const gone = await tx.query(
    'delete from identities where identity_id = $1 and person_id = $2 returning 1',
    [identityId, personId],
  );
  return gone.length > 0;
}

/** Ends every session of whoever has an identity at a provider, `except` one; how many there were. */
export async function endSessionsByProvider(
  tx: Tx,
  { providerId, except }: { readonly providerId: number; readonly except: bigint | null },
): Promise<number> {
  const gone = await tx.query(
    `delete from sessions where person_id in (select person_id from identities where provider_id = $1)
        and session_id is distinct from $2 returning 1`,
    [providerId, except],
  );
  return gone.length;
}
