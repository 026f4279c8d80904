import { brokenDutyOf } from '#access/duties.ts';
import { type Giving, giveGrant } from '#access/give-grant.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { deleteGrant, type GrantRow, grantsFrom, grantsOf, type PrincipalKey } from '#storage/grants.ts';
import { grantKey, type MappedGrant } from './mapped-grants.ts';

/**
 * Brings what a provider's groups grant to a person to what they grant now. Only grants of that provider are touched:
 * what somebody gave by hand, or another provider's groups, stays.
 */
export async function followGroups(
  tx: Tx,
  {
    personId,
    provider,
    wanted,
  }: {
    readonly personId: number;
    /** Its code. */
    readonly provider: string;
    readonly wanted: readonly MappedGrant[];
  },
): Promise<void> {
  const principal: PrincipalKey = { kind: 'person', id: String(personId) };
  const by = signOnActor(provider);
  const held = (await grantsOf(tx, principal)).filter(({ origin }) => origin === by);
  const keys = new Set(wanted.map(grantKey));
  for (const grant of held.filter((one) => !keys.has(grantKey(one)))) {
    await takeGrant(tx, { grant, by, details: {} });
  }
  const known = new Set(held.map(grantKey));
  for (const { role, books } of wanted.filter((grant) => !known.has(grantKey(grant)))) {
    await giveWithinDuties(tx, { principal, role, books, origin: by, by });
  }
}

/** Takes back everything that a provider's groups granted: it is about to go. */
export async function takeMappedGrants(
  tx: Tx,
  { provider, by }: { readonly provider: string; readonly by: string },
): Promise<void> {
  for (const grant of await grantsFrom(tx, signOnActor(provider))) {
    await takeGrant(tx, { grant, by, details: {} });
  }
}

/** Groups are made elsewhere and know nothing of our duties: what would break a rule is taken back, and logged. */
async function giveWithinDuties(tx: Tx, giving: Giving & { readonly origin: string }): Promise<void> {
  const { principal, by } = giving;
  const before = await brokenDutyOf(tx, principal);
  const grant = await giveGrant(tx, giving);
  const rule = await brokenDutyOf(tx, principal);
  if (rule === null || rule === before) return;
  await takeGrant(tx, { grant, by, details: { rule } });
}

async function takeGrant(
  tx: Tx,
  { grant, by, details }: { readonly grant: GrantRow; readonly by: string; readonly details: object },
): Promise<void> {
  const { grant_id, principal_kind, principal_id, role, books, origin } = grant;
  await deleteGrant(tx, grant_id);
  const subject = `${principal_kind}:${principal_id}`;
  const all = { grant: String(grant_id), role, books, origin, ...details };
  await audit(tx, { actor: by, action: 'grant.take', subject, details: all });
}

/** Who a provider is in the audit log, and where a grant of its comes from. */
export function signOnActor(provider: string): string {
  return `sign-on:${provider}`;
}
