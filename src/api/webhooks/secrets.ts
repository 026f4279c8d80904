import type { EndpointRow } from '#storage/webhook-endpoints.ts';

type Unseal = (sealed: Uint8Array) => Readonly<Record<string, unknown>>;

/** The secrets with which an endpoint is signed at this moment, the newest first. */
export function secretsOf(endpoint: EndpointRow, unseal: Unseal, now: Date): string[] {
  const { secret, previous_secret: previous, previous_until: until } = endpoint;
  const isBoth = previous !== null && until !== null && until > now;
  return [secret, ...(isBoth ? [previous] : [])].map((sealed) => String(unseal(sealed).secret));
}
