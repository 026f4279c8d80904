import { hash } from 'node:crypto';

/**
 * Root of the Merkle tree over `leaves`, shaped as RFC 9162 §2.1.1 shapes it. The leaves are hashes already, of texts that
 * begin with `[` (core/ledger/canonical.ts); nodes are hashed with prefix 1, so neither can be taken for the other.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return leaves.length === 0 ? sha256(new Uint8Array(0)) : rootOf(leaves, 0, leaves.length);
}

function rootOf(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to - from === 1) return leaves[from]!;
  const middle = from + largestPowerBelow(to - from);
  return sha256(Buffer.concat([NODE, rootOf(leaves, from, middle), rootOf(leaves, middle, to)]));
}

const NODE = Buffer.of(1);

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

export function sha256(bytes: Uint8Array | string): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
