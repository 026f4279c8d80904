import { RefusalError } from '#core/trouble/trouble.ts';
import { readAccessSetting, saveAccessSetting } from '#storage/access-settings.ts';
import { audit } from '#storage/audit-log.ts';
import { correctionsOfRecord } from '#storage/corrections.ts';
import type { Tx } from '#storage/database.ts';
import { type GrantWithRole, grantsOf, type PrincipalKey } from '#storage/grants.ts';
import { brokenDuties, brokenDuty, DUTY_CODES, type DutyCode, type Held, isDutyCode } from './duty-rules.ts';
import { permissionsOf } from './grants.ts';
import type { Principal } from './principal.ts';

/** Which rules about duties hold. All of them, until somebody switches one off. */
export async function loadDuties(tx: Tx): Promise<ReadonlySet<DutyCode>> {
  const off = offIn(await readAccessSetting(tx, 'duties'));
  return new Set(DUTY_CODES.filter((code) => !off.includes(code)));
}

/** Switches rules on and off: whatever is not named in `on` is off. Grants given before stay as they are. */
export async function saveDuties(
  tx: Tx,
  { on, by }: { readonly on: ReadonlySet<DutyCode>; readonly by: string },
): Promise<void> {
  const off = DUTY_CODES.filter((code) => !on.has(code));
  await saveAccessSetting(tx, 'duties', { off });
  await audit(tx, { actor: by, action: 'duties.change', subject: 'duties', details: { off } });
}

/** Ends the request where somebody's grants, as they stand in this transaction, break a rule. */
export async function requireDutiesApart(tx: Tx, principal: PrincipalKey): Promise<void> {
  const broken = await brokenDutyOf(tx, principal);
  if (broken !== null) throw new RefusalError({ code: 'duties_conflict', params: { rule: broken } });
}

/** The rule that somebody's grants break, as they stand in this transaction. */
export async function brokenDutyOf(tx: Tx, principal: PrincipalKey): Promise<DutyCode | null> {
  const on = await loadDuties(tx);
  return brokenDuty((await grantsOf(tx, principal)).map(held), (code) => on.has(code));
}

/**
 * Ends the request of a person who did the step before. Programs are let pass: what a program may do was decided by
 * whoever made it, and one that saves and publishes is how flows are rolled out.
 */
export async function requireOther(
  tx: Tx,
  rule: DutyCode,
  { principal, before }: { readonly principal: Principal; readonly before: readonly string[] },
): Promise<void> {
  if (principal.kind !== 'person' || !before.includes(principal.actor)) return;
  if ((await loadDuties(tx)).has(rule)) throw new RefusalError({ code: 'duty_of_other', params: { rule } });
}

/** Ends the request where whoever releases a record corrected it. */
export async function requireNotCorrector(
  tx: Tx,
  principal: Principal,
  record: { readonly flowId: number; readonly recordId: bigint },
): Promise<void> {
  const standing = (await correctionsOfRecord(tx, record.recordId)).filter(
    ({ flow_id: flowId, revoked_at: revokedAt }) => flowId === record.flowId && revokedAt === null,
  );
  await requireOther(tx, 'release-own', { principal, before: standing.map(({ made_by: by }) => by) });
}

/** Rules that the grants of people break as they stand, on or off: what was given before a rule was switched on stays. */
export function conflictsIn(grants: readonly GrantWithRole[]): Map<string, DutyCode[]> {
  const perPerson = Map.groupBy(grants, ({ principal_id: id }) => id);
  const broken = [...perPerson].map(([id, own]) => [id, brokenDuties(own.map(held))] as const);
  return new Map(broken.filter(([, codes]) => codes.length > 0));
}

function held({ books, ...grant }: GrantWithRole): Held {
  return { role: grant.role, basedOn: grant.based_on, permissions: permissionsOf(grant), books };
}

function offIn(setting: unknown): DutyCode[] {
  if (typeof setting !== 'object' || setting === null || !('off' in setting)) return [];
  const { off } = setting;
  return Array.isArray(off) ? off.filter((code) => typeof code === 'string').filter(isDutyCode) : [];
}
