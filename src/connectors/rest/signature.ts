import { createHash, createHmac } from 'node:crypto';
import { fillText, type Scope } from './template.ts';

/** How requests are signed. `canonical` is what goes through the HMAC, with `{places}`. */
export interface SignatureScheme {
  readonly keyId: string;
  readonly secret: string;
  readonly algorithm: 'sha256' | 'sha1' | 'md5';
  readonly encoding: 'hex' | 'hex-upper' | 'base64';
  /** May use the names of {@link SIGNATURE_PLACES}; a written `\n` is a line end. */
  readonly canonical: string;
  /** Header → template; may also use `{signature}`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timestamp: 'unix' | 'unix-ms' | 'iso';
}

export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly contentType: string;
  readonly body: string;
}

export const SIGNATURE_PLACES: readonly string[] = [
  'method',
  'host',
  'path',
  'query',
  'sortedQuery',
  'contentType',
  'body',
  'bodyHash',
  'bodyHashBase64',
  'timestamp',
  'nonce',
  'keyId',
  'secret',
];

/** The headers that prove who sends this request, and when. */
export function signRequest(
  scheme: SignatureScheme,
  request: SignedRequest,
  fresh: { readonly now: Date; readonly nonce: string },
): Record<string, string> {
  const scope = requestScope(scheme, request, fresh);
  const canonical = fillText(lineEnds(scheme.canonical), scope) ?? '';
  const mac = createHmac(scheme.algorithm, scheme.secret).update(canonical, 'utf8');
  const signed: Scope = { ...scope, secret: null, signature: encode(mac.digest(), scheme.encoding) };
  return Object.fromEntries(
    Object.entries(scheme.headers).map(([name, template]) => [name, fillText(template, signed) ?? '']),
  );
}

function requestScope(
  { algorithm, keyId, secret, timestamp }: SignatureScheme,
  { method, url, contentType, body }: SignedRequest,
  { now, nonce }: { readonly now: Date; readonly nonce: string },
): Scope {
  const bodyHash = createHash(algorithm).update(body, 'utf8').digest();
  const sorted = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    method,
    host: url.host,
    path: url.pathname,
    query: url.search.slice(1),
    sortedQuery: new URLSearchParams(sorted).toString(),
    contentType,
    body,
    bodyHash: bodyHash.toString('hex'),
    bodyHashBase64: bodyHash.toString('base64'),
    timestamp: formatTimestamp(now, timestamp),
    nonce,
    keyId,
    secret,
  };
}

function formatTimestamp(now: Date, format: SignatureScheme['timestamp']): string {
  if (format === 'iso') return now.toISOString();
  return String(format === 'unix' ? Math.floor(now.getTime() / 1000) : now.getTime());
}

function encode(digest: Buffer, encoding: SignatureScheme['encoding']): string {
  if (encoding === 'base64') return digest.toString('base64');
  const hex = digest.toString('hex');
  return encoding === 'hex' ? hex : hex.toUpperCase();
}

function lineEnds(template: string): string {
  return template.replaceAll('\\n', '\n');
}
