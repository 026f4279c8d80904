import type { Identified } from './identified.ts';
import type { OidcSettings } from './oidc-settings.ts';

type Claims = Readonly<Record<string, unknown>>;

const TEXT_LENGTH_MAX = 200;
const GROUPS_MAX = 5_000;

/** Whom a checked set of claims means, read as the settings say. */
export function identifiedBy(claims: Claims & { readonly sub: string }, settings: OidcSettings): Identified {
  const login = textOf(claimAt(claims, settings.loginClaim)) ?? textOf(claims.email) ?? claims.sub;
  return {
    realm: settings.issuer,
    subject: claims.sub,
    login,
    name: textOf(claimAt(claims, settings.nameClaim)) ?? login,
    groups: textsOf(claimAt(claims, settings.groupsClaim)),
    hasSecondFactor:
      textsOf(claims.amr).some((value) => settings.amrValues.includes(value)) ||
      textsOf(claims.acr).some((value) => settings.acrValues.includes(value)),
  };
}

/** A provider with too many groups sends a pointer instead of them (Entra ID from 200): that is not "no groups". */
export function hasGroupsElsewhere(claims: Claims, { groupsClaim }: OidcSettings): boolean {
  const elsewhere = claims._claim_names;
  return isClaims(elsewhere) && Object.hasOwn(elsewhere, groupsClaim);
}

/** A name with dots is first taken as it is (`https://corp.example/groups`), then as a path. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>((at, name) => (isClaims(at) && Object.hasOwn(at, name) ? at[name] : undefined), claims);
}

function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value.slice(0, GROUPS_MAX) : [value];
  return values.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** Without control characters: it goes into logs and onto pages. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replace(/\p{C}/gu, '').trim().slice(0, TEXT_LENGTH_MAX);
  return text === '' ? null : text;
}

function isClaims(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
