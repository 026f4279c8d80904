import { hash } from 'node:crypto';

/**
 * Root of the Merkle tree over `leaves`, as RFC 9162 §2.1.1 builds it: leaves are hashed with prefix 0, nodes with
 * prefix 1, so a leaf can never be taken for a node.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  return rootOf(leaves, 0, leaves.length);
}

function rootOf(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to - from === 1) return sha256(Buffer.concat([LEAF, leaves[from]!]));
  const middle = from + largestPowerBelow(to - from);
  return sha256(Buffer.concat([NODE, rootOf(leaves, from, middle), rootOf(leaves, middle, to)]));
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

export function sha256(bytes: Uint8Array | string): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
