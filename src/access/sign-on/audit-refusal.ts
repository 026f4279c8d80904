import type { Caller } from '#access/caller.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Database } from '#storage/database.ts';

/** Writes down that somebody was not signed on, and why. Not whom they typed: people type passwords there. */
export async function auditRefusal(
  database: Database,
  {
    provider,
    caller,
    refusal,
  }: { readonly provider: string; readonly caller: Caller; readonly refusal: Refusal },
): Promise<void> {
  const { code, params } = refusal;
  const entry = { actor: 'anyone', action: 'sign-on.refuse', subject: `sign-on:${provider}` };
  await database.transaction((tx) => audit(tx, { ...entry, details: { code, ...params, ip: caller.ip } }));
}
