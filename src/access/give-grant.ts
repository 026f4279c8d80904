import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { type GrantRow, insertGrant, type NewGrant } from '#storage/grants.ts';

/** A role for one principal, everywhere unless it is limited. */
export type Giving = Pick<NewGrant, 'principal' | 'role' | 'by'> & Partial<NewGrant>;

/** Grants a role and says so in the audit log. Whether it may be granted is asked before: `duties.ts`. */
export async function giveGrant(tx: Tx, giving: Giving): Promise<GrantRow> {
  const grant = { books: null, departments: null, kinds: null, fieldRules: [], origin: 'given', ...giving };
  const row = await insertGrant(tx, grant);
  const { by: actor, principal, ...details } = grant;
  const subject = `${principal.kind}:${principal.id}`;
  await audit(tx, { actor, action: 'grant.give', subject, details });
  return row;
}
