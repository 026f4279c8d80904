import ipaddr from 'ipaddr.js';

/** Whether an address lies in one of the networks of a list. */
export type InRanges = (address: string) => boolean;

const MAPPED_BITS = 96;
/** Answers kept of one list: the same few callers come again and again, and each request asks several times. */
const REMEMBERED_MAX = 1_000;

/**
 * Reads addresses and networks (`10.0.0.0/8`, `2001:db8::/32`, `192.0.2.7`) once; null where one of them is none. IPv4
 * addresses count the same written as IPv6 (`::ffff:192.0.2.7`), on either side.
 */
export function parseRanges(texts: readonly string[]): InRanges | null {
  const ranges = texts.map(parseRange);
  const known = ranges.filter((range) => range !== null);
  if (known.length < ranges.length) return null;
  const remembered = new Map<string, boolean>();
  return (address) => {
    const answer = remembered.get(address) ?? isIn(known, address);
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(address, answer);
    return answer;
  };
}

function isIn(ranges: readonly Range[], address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
}

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

function parseRange(text: string): Range | null {
  if (!text.includes('/')) return isAddress(text) ? whole(ipaddr.process(text)) : null;
  if (!isAddress(text.slice(0, text.indexOf('/'))) || !ipaddr.isValidCIDR(text)) return null;
  const [network, bits] = ipaddr.parseCIDR(text);
  if (network instanceof ipaddr.IPv6 && network.isIPv4MappedAddress() && bits >= MAPPED_BITS) {
    return [network.toIPv4Address(), bits - MAPPED_BITS];
  }
  return [network, bits];
}

function whole(address: ipaddr.IPv4 | ipaddr.IPv6): Range {
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** In the usual form: `010.1` and `0x7f.1` mean different things to different readers. */
function isAddress(text: string): boolean {
  return ipaddr.IPv6.isValid(text) || ipaddr.IPv4.isValidFourPartDecimal(text);
}
