import type { Setting } from '#connectors/kit/settings.ts';
import { type Outcome, RefusalError, refuse } from '#core/trouble/trouble.ts';
import type { SignOnProviderRow } from '#storage/sign-on.ts';
import { type LdapSettings, ldapSettings } from './ldap-settings.ts';
import { type OidcSettings, oidcSettings } from './oidc-settings.ts';

export type ProviderKind = SignOnProviderRow['kind'];

/** A provider as it is used: its settings read, secrets opened. */
export type Provider =
  | { readonly kind: 'oidc'; readonly row: SignOnProviderRow; readonly settings: OidcSettings }
  | { readonly kind: 'ldap'; readonly row: SignOnProviderRow; readonly settings: LdapSettings };

/** Opens what is sealed. */
export type Open = (sealed: Uint8Array) => Readonly<Record<string, unknown>>;

const SCHEMAS = { oidc: oidcSettings, ldap: ldapSettings };

/** What an administrator fills in for a provider of a kind. */
export function settingsOf(kind: ProviderKind): Readonly<Record<string, Setting>> {
  return SCHEMAS[kind].fields;
}

/** Names of the settings of a kind that never leave the hub. */
export function secretNames(kind: ProviderKind): string[] {
  return Object.entries(SCHEMAS[kind].fields).flatMap(([name, { type }]) =>
    type === 'secret' ? [name] : [],
  );
}

/** Settings as a form gives them, checked; or the first that is wrong. */
export function checkSettings(
  kind: ProviderKind,
  settings: Readonly<Record<string, unknown>>,
): Outcome<OidcSettings | LdapSettings> {
  const parsed = SCHEMAS[kind].parse(settings);
  if (parsed.ok) return parsed;
  const { at = '', params } = parsed.refusal;
  return refuse({ code: 'sign_on_setting_invalid', at, params: { why: params?.why ?? '…' } });
}

/** Everything that was filled in, secrets included. */
export function allSettings(row: SignOnProviderRow, open: Open): Record<string, unknown> {
  return { ...row.settings, ...(row.secrets ? open(row.secrets) : {}) };
}

/** What was saved was checked; what a later release asks in addition is told as a matter of settings. */
export function readProvider(row: SignOnProviderRow, open: Open): Provider {
  const settings = allSettings(row, open);
  if (row.kind === 'oidc') return { kind: 'oidc', row, settings: wholeOf(oidcSettings.parse(settings)) };
  return { kind: 'ldap', row, settings: wholeOf(ldapSettings.parse(settings)) };
}

function wholeOf<T>(parsed: Outcome<T>): T {
  if (parsed.ok) return parsed.value;
  throw new RefusalError({ code: 'sign_on_misconfigured', params: { reason: parsed.refusal.at ?? '' } });
}
