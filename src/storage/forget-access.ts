import type { Tx } from './database.ts';

/** Deletes what can never be used again. `sessionsBefore`: sessions opened earlier are over whatever happened in them. */
export async function deleteExpiredAccess(
  tx: Tx,
  { now, sessionsBefore }: { readonly now: Date; readonly sessionsBefore: Date },
): Promise<void> {
  await tx.query('delete from links where expires_at < $1', [now]);
  await tx.query('delete from passkey_challenges where expires_at < $1', [now]);
  await tx.query('delete from sessions where created_at < $1', [sessionsBefore]);
  await tx.query("delete from throttles where tried_at < $1::timestamptz - interval '2 days'", [now]);
  await tx.query("delete from known_devices where seen_at < $1::timestamptz - interval '180 days'", [now]);
}
