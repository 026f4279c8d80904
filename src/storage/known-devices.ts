import type { Tx } from './database.ts';

/** The person of this login has signed in wholly in that browser. */
export async function isKnownDevice(tx: Tx, login: string, tokenHash: Uint8Array): Promise<boolean> {
  const [row] = await tx.query<{ known: boolean }>(
    `select exists (select from known_devices join people using (person_id)
      where login = $1 and token_hash = $2) as known`,
    [login, tokenHash],
  );
  return row!.known;
}

/** Remembers the browser, and of this person's only the newest `kept`. */
export async function rememberDevice(
  tx: Tx,
  {
    personId,
    tokenHash,
    now,
  }: { readonly personId: number; readonly tokenHash: Uint8Array; readonly now: Date },
  kept: number,
): Promise<void> {
  await tx.query(
    `insert into known_devices (person_id, token_hash, seen_at) values ($1, $2, $3)
     on conflict (person_id, token_hash) do update set seen_at = excluded.seen_at`,
    [personId, tokenHash, now],
  );
  await tx.query(
    `delete from known_devices where person_id = $1 and token_hash in
       (select token_hash from known_devices where person_id = $1 order by seen_at desc offset $2)`,
    [personId, kept],
  );
}

export async function forgetDevices(tx: Tx, personId: number): Promise<void> {
  await tx.query('delete from known_devices where person_id = $1', [personId]);
}
