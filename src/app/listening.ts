import { readFile } from 'node:fs/promises';
import { parseRanges } from '#access/ip-ranges.ts';
import type { Listening } from '#api/api-context.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Config } from './config.ts';

const isLoopback = parseRanges(['127.0.0.0/8', '::1'])!;

/** How the API listens. What would offer bookkeeping unencrypted to other machines does not start. */
export async function listeningOf(config: Config): Promise<Listening> {
  const isTrustedProxy = parseRanges(config.trustedProxies);
  if (isTrustedProxy === null) {
    throw new RefusalError({ code: 'client_addresses_invalid', at: 'TONGZHANG_TRUSTED_PROXIES' });
  }
  const tls = await tlsOf(config);
  if (tls === null && !config.isBehindProxy && !isThisMachine(config.host)) {
    throw new RefusalError({ code: 'cli_plain_http', params: { host: config.host } });
  }
  return { tls, isTrustedProxy };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || isLoopback(host);
}

async function tlsOf({ tlsCert, tlsKey, tlsClientCa }: Config): Promise<Listening['tls']> {
  if (tlsCert === null && tlsKey === null && tlsClientCa === null) return null;
  if (tlsCert === null || tlsKey === null) throw new RefusalError({ code: 'cli_tls_incomplete' });
  const [cert, key, ca] = await Promise.all([
    readPem(tlsCert),
    readPem(tlsKey),
    tlsClientCa === null ? null : readPem(tlsClientCa),
  ]);
  return { cert, key, ca };
}

async function readPem(file: string): Promise<Buffer> {
  return readFile(file).catch((error: Error) => {
    throw new RefusalError({ code: 'cli_tls_unreadable', params: { file, reason: error.message } });
  });
}
