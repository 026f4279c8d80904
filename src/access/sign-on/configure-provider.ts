import { SHIPPED_ROLES } from '#access/shipped-roles.ts';
import { accept, type Outcome, type Refusal, RefusalError, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { listRoles } from '#storage/roles.ts';
import { type NewSignOnProvider, type SignOnProviderRow, saveSignOnProvider } from '#storage/sign-on.ts';
import { signOnActor } from './follow-groups.ts';
import { checkSettings, type ProviderKind, secretNames } from './provider.ts';
import { requireSafeIssuer } from './safe-issuer.ts';

/** A provider as an administrator gave it. */
export interface ProviderToSave extends Omit<NewSignOnProvider, 'secrets'> {
  /** As they were before, opened; null for a new provider. */
  readonly known: Readonly<Record<string, unknown>> | null;
  readonly by: string;
}

export interface Saving {
  readonly seal: (plain: Readonly<Record<string, unknown>>) => Uint8Array;
  /** Whether a provider may be on this very machine, without TLS. */
  readonly loopback: boolean;
}

/** Stands for a secret that is set: it never leaves, and sent back it means "as it was". */
export const MASK = '***';

/** Checks and saves a provider, secrets apart and sealed. */
export async function configureProvider(
  tx: Tx,
  wanted: ProviderToSave,
  { seal, loopback }: Saving,
): Promise<Outcome<SignOnProviderRow>> {
  const { kind, code, by, known, ...rest } = wanted;
  const settings = unmasked(wanted);
  if (!settings.ok) return settings;
  const wrong = checkAddress(kind, settings.value, loopback) ?? (await checkRoles(tx, wanted));
  if (wrong) return refuse(wrong);
  const names = secretNames(kind);
  const entries = Object.entries(settings.value);
  const secrets = Object.fromEntries(entries.filter(([name]) => names.includes(name)));
  const row = await saveSignOnProvider(tx, {
    ...rest,
    code,
    kind,
    settings: Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
    secrets: Object.keys(secrets).length > 0 ? seal(secrets) : null,
  });
  const { enabled, trustsSecondFactor, mappings } = rest;
  await audit(tx, {
    actor: by,
    action: known ? 'sign-on.change' : 'sign-on.make',
    subject: signOnActor(code),
    details: { kind, enabled, trustsSecondFactor, mappings, settings: row.settings },
  });
  return accept(row);
}

/**
 * Settings with their secrets. A secret is not sent to another place than the one it was meant for: who changes the
 * address gives it anew.
 */
function unmasked({ kind, settings, known }: ProviderToSave): Outcome<Readonly<Record<string, unknown>>> {
  const place = kind === 'oidc' ? 'issuer' : 'url';
  const masked = secretNames(kind).find((name) => settings[name] === MASK);
  if (masked !== undefined && settings[place] !== known?.[place]) {
    return refuse({ code: 'sign_on_setting_invalid', at: masked, params: { why: `${place} ≠` } });
  }
  const whole = Object.fromEntries(
    Object.entries(settings)
      .map(([name, value]) => [name, value === MASK ? known?.[name] : value] as const)
      .filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
  const checked = checkSettings(kind, whole);
  return checked.ok ? accept(whole) : checked;
}

function checkAddress(
  kind: ProviderKind,
  { issuer }: Readonly<Record<string, unknown>>,
  loopback: boolean,
): Refusal | null {
  try {
    if (kind === 'oidc') requireSafeIssuer(String(issuer), { loopback });
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

async function checkRoles(tx: Tx, { mappings }: ProviderToSave): Promise<Refusal | null> {
  const own = new Set((await listRoles(tx)).map(({ code }) => code));
  const index = mappings.findIndex(({ role }) => !SHIPPED_ROLES.has(role) && !own.has(role));
  if (index < 0) return null;
  return {
    code: 'sign_on_role_unknown',
    at: `mappings[${index}].role`,
    params: { role: mappings[index]!.role },
  };
}
