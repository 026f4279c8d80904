import { type Diagnosis, runSteps } from '#connectors/kit/diagnosis.ts';
import type { Text } from '#core/trouble/message.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { Oidc, type OidcPorts } from './oidc.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { oidcTrouble } from './oidc-trouble.ts';
import { outwardFetch } from './outward-fetch.ts';

const TIMEOUT_MS = 10_000;

/** Whether a provider says of itself what it must, publishes keys, and knows the claim of the groups. */
export async function diagnoseOidc(
  settings: OidcSettings,
  { redirectUri, ports }: { readonly redirectUri: string; readonly ports: OidcPorts },
): Promise<Diagnosis> {
  const discovering = () => new Oidc(ports).discover(settings);
  return runSteps([
    { title: STEPS.discovery, run: async () => (await discovering()).issuer },
    { title: STEPS.keys, run: async () => publishedKeys((await discovering()).jwks_uri, settings, ports) },
    {
      title: STEPS.groups,
      run: async () => told(settings.groupsClaim, (await discovering()).claims_supported),
    },
    { title: STEPS.redirect, run: async () => redirectUri },
  ]);
}

const STEPS = {
  discovery: {
    zh: '读取提供方的自述（discovery）',
    en: 'Read what the provider says of itself (discovery)',
    ja: 'プロバイダーの自己記述（discovery）を読む',
  },
  keys: { zh: '读取签名公钥', en: 'Read its signing keys', ja: '署名鍵を読む' },
  groups: { zh: '组所在的声明', en: 'The claim of the groups', ja: 'グループのクレーム' },
  redirect: {
    zh: '请在提供方登记此回调地址（必须完全一致）',
    en: 'Register this redirect address at the provider, to the letter',
    ja: 'このリダイレクト先をプロバイダーにそのまま登録してください',
  },
} as const satisfies Readonly<Record<string, Text>>;

async function publishedKeys(
  address: string | undefined,
  { issuer }: OidcSettings,
  ports: OidcPorts,
): Promise<string> {
  if (address === undefined) throw unusable('jwks_uri');
  const kinds = kindsOf(await readJson(address, issuer, ports));
  if (kinds.length === 0) throw unusable('keys');
  return kinds.join(', ');
}

async function readJson(address: string, issuer: string, ports: OidcPorts): Promise<unknown> {
  try {
    const fetch = outwardFetch(ports);
    const answer = await fetch(address, {
      method: 'GET',
      headers: { accept: 'application/json' },
      body: null,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return await answer.json();
  } catch (error) {
    throw oidcTrouble(error, issuer);
  }
}

/** `RSA`, `EC`, … one for each key. */
function kindsOf(set: unknown): string[] {
  const keys = typeof set === 'object' && set !== null && 'keys' in set ? set.keys : null;
  return (Array.isArray(keys) ? keys : []).map((key: { readonly kty?: unknown }) => String(key.kty));
}

/** Providers need not list every claim they send, so its absence is no failure. */
function told(claim: string, supported: readonly string[] | undefined): string {
  const name = claim.split('.')[0] ?? claim;
  return supported?.includes(name) ? claim : `${claim} (claims_supported: ${supported?.join(', ') ?? '–'})`;
}

function unusable(reason: string): RefusalError {
  return new RefusalError({ code: 'sign_on_misconfigured', params: { reason } });
}
