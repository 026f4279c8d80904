import type { Tx } from './database.ts';

export type LinkKind = 'set-up' | 'invite' | 'reset';

export interface LinkRow {
  readonly kind: LinkKind;
  /** Null for the set-up link. */
  readonly person_id: number | null;
}

export interface NewLink {
  readonly kind: LinkKind;
  readonly personId: number | null;
  readonly tokenHash: Uint8Array;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** A link takes the place of those there were for the same person, or for set-up. */
export async function replaceLink(tx: Tx, link: NewLink): Promise<void> {
  await deleteLinks(tx, link.personId);
  await tx.query(
    'insert into links (token_hash, kind, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [link.tokenHash, link.kind, link.personId, link.now, link.expiresAt],
  );
}

export async function deleteLinks(tx: Tx, personId: number | null): Promise<void> {
  await tx.query('delete from links where person_id is not distinct from $1', [personId]);
}

/** The link, the first time it is asked for in time. Rolled back, it was not used. */
export async function takeLink(tx: Tx, tokenHash: Uint8Array, now: Date): Promise<LinkRow | null> {
  const [row] = await tx.query<LinkRow>(
    'delete from links where token_hash = $1 and expires_at > $2 returning kind, person_id',
    [tokenHash, now],
  );
  return row ?? null;
}
