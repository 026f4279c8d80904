import { type LookupAddress, type LookupAllOptions, lookup as resolveName } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent } from 'undici';
import { Fault } from '#core/trouble/trouble.ts';

type Resolve = (
  name: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

export interface FetchGuard {
  /** Whether this very machine may be called: simulators live there. */
  readonly loopback: boolean;
  /** Where names are looked up. Default: as the system does it. */
  readonly resolve?: Resolve;
}

const CONNECT_TIMEOUT_MS = 10_000;
const HEADERS_TIMEOUT_MS = 60_000;

/** Address ranges that no connector has business with. Private networks are allowed: ERPs live in them. */
const REFUSED = new Set([
  ...['unspecified', 'broadcast', 'multicast', 'linkLocal', 'reserved', 'loopback', 'discard'],
  // IPv6 that stands for an IPv4 address, any of them.
  ...['rfc6145', 'rfc6052', '6to4', 'teredo'],
]);

/** Metadata services of clouds (Alibaba, Amazon, Azure) outside the ranges above: whoever asks them gets keys. */
const METADATA = new Set(
  ['100.100.100.200', 'fd00:ec2::254', '168.63.129.16'].map((address) => ipaddr.parse(address).toString()),
);

/** `::127.0.0.1`: deprecated since RFC 4291, and understood by some. */
const IPV4_COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');

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
export function isAllowed(address: string, { loopback }: Pick<FetchGuard, 'loopback'>): boolean {
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (METADATA.has(parsed.toString())) return false;
  if (parsed instanceof ipaddr.IPv6 && range !== 'loopback' && parsed.match(IPV4_COMPATIBLE)) return false;
  return (range === 'loopback' && loopback) || !REFUSED.has(range);
}

/** Resolves names to addresses that may be called, and to no other. */
export function guardedLookup(guard: FetchGuard): LookupFunction {
  const { resolve = resolveName } = guard;
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const allowed = addresses.filter(({ address }) => isAllowed(address, guard));
      if (allowed.length === 0) return callback(refusedAddress(hostname), []);
      if (options.all) return callback(null, allowed);
      return callback(null, allowed[0]!.address, allowed[0]!.family);
    });
  };
}

export function refusedAddress(address: string): Fault {
  return new Fault('address_refused', { retry: { kind: 'never' }, params: { address } });
}
