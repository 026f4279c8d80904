import { createHash, createHmac } from 'node:crypto';

/** Whom a signature speaks for. */
export interface Signatory {
  readonly acctId: string;
  readonly userName: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly lcid: number;
  readonly orgNumber: string;
}

/** Published with the vendor's own SDK: it hides the second part of the app id, it is no secret of anybody. */
const CLIENT_SECRET_MASK = '0054f397c6234378b09ca7d3e5debce7';

/** The `sign` of LoginBySign: SHA-256 over its parts in the order of their code units. */
export function signLogin(
  who: Pick<Signatory, 'acctId' | 'userName' | 'appId' | 'appSecret'>,
  timestamp: string,
): string {
  const parts = [who.acctId, who.userName, who.appId, who.appSecret, timestamp].sort();
  return createHash('sha256').update(parts.join('')).digest('hex');
}

/** The headers that make a call without a login. `path` is the request's path from the first slash after the host. */
export function signHeaders(
  who: Signatory,
  { path, timestamp, nonce }: { path: string; timestamp: string; nonce: string },
): Record<string, string> {
  const [clientId = ''] = who.appId.split('_');
  const data = [who.acctId, who.userName, who.lcid, who.orgNumber].join(',');
  const quoted = encodeURIComponent(decodeURIComponent(path));
  const text = `POST\n${quoted}\n\nx-api-nonce:${nonce}\nx-api-timestamp:${timestamp}\n`;
  return {
    'X-Api-ClientID': clientId,
    'X-Api-Auth-Version': '2.0',
    'x-api-timestamp': timestamp,
    'x-api-nonce': nonce,
    'x-api-signheaders': 'x-api-timestamp,x-api-nonce',
    'X-Api-Signature': hexInBase64(text, clientSecretOf(who.appId)),
    'X-Kd-Appkey': who.appId,
    'X-Kd-Appdata': Buffer.from(data).toString('base64'),
    'X-Kd-Signature': hexInBase64(who.appId + data, who.appSecret),
  };
}

/** The key of `X-Api-Signature`, unmasked from the second part of the app id; empty where that part is not theirs. */
export function clientSecretOf(appId: string): string {
  const masked = appId.split('_')[1] ?? '';
  if (masked.length !== 32) return '';
  const mask = Buffer.from(CLIENT_SECRET_MASK);
  return Buffer.from(Buffer.from(masked, 'base64').map((byte, at) => byte ^ (mask[at] ?? 0))).toString(
    'base64',
  );
}

/** Their quirk: the HMAC is written as hex first, and that text is then put into Base64. */
function hexInBase64(text: string, key: string): string {
  return Buffer.from(createHmac('sha256', key).update(text).digest('hex')).toString('base64');
}
