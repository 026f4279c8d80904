import { lookup as resolveName } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent } from 'undici';
import { Fault } from '#core/trouble/trouble.ts';

export interface FetchGuard {
  /** Whether this very machine may be called: simulators live there. */
  readonly loopback: boolean;
}

const CONNECT_TIMEOUT_MS = 10_000;
const HEADERS_TIMEOUT_MS = 60_000;

/** Address ranges that no connector has business with. Private networks are allowed: ERPs live in them. */
const REFUSED = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal', 'reserved', 'loopback']);

/**
 * `fetch` for connectors. The address is judged when the connection is made, after the name was resolved, so neither a
 * name that points inside nor one that changes its mind between check and call gets through (OWASP ASVS 13.2.4).
 * Redirects are not followed: where a connection goes is what its settings say.
 */
export function guardedFetch(guard: FetchGuard): { fetch: typeof fetch; close: () => Promise<void> } {
  const dispatcher = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: guardedLookup(guard) },
    headersTimeout: HEADERS_TIMEOUT_MS,
    bodyTimeout: HEADERS_TIMEOUT_MS,
  });
  const guarded: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refusedAddress(url.href);
    // A literal address is never resolved, so the lookup would not see it.
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (ipaddr.isValid(literal) && !isAllowed(literal, guard)) throw refusedAddress(literal);
    // `dispatcher` is undici's own option; the DOM's types do not know it.
    const options: object = { redirect: 'manual', ...init, dispatcher };
    return fetch(url, options);
  };
  return { fetch: guarded, close: () => dispatcher.close() };
}

/** Whether connectors may talk to this address. */
export function isAllowed(address: string, { loopback }: FetchGuard): boolean {
  const range = ipaddr.process(address).range();
  return (range === 'loopback' && loopback) || !REFUSED.has(range);
}

function guardedLookup(guard: FetchGuard): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const allowed = addresses.filter(({ address }) => isAllowed(address, guard));
      if (allowed.length === 0) return callback(refusedAddress(hostname), []);
      if (options.all) return callback(null, allowed);
      return callback(null, allowed[0]!.address, allowed[0]!.family);
    });
  };
}

function refusedAddress(address: string): Fault {
  return new Fault('address_refused', { retry: { kind: 'never' }, params: { address } });
}
