import { sha256 } from '#pipeline/post/merkle.ts';

const HASH_BYTES = 32;

/** The hash of a leaf that carries `data` (RFC 9162 §2.1.1). */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([LEAF, data]));
}

/** The hash of the node above two others. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([NODE, left, right]));
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/**
 * A Merkle tree of RFC 9162 that only grows, kept as the roots of its complete subtrees: one hash for each bit that is
 * set in its size. So a log of a million entries goes on from twenty hashes, and nothing before must be read again.
 */
export class MerkleLog {
  #size: bigint;
  readonly #peaks: Uint8Array[];

  constructor(size = 0n, peaks: readonly Uint8Array[] = []) {
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): bigint {
    return this.#size;
  }

  /** Appends a leaf: two subtrees of one size become one, as carries run in addition. */
  add(hash: Uint8Array): void {
    let node = hash;
    for (let rest = this.#size; rest % 2n === 1n; rest /= 2n) node = nodeHash(this.#peaks.pop()!, node);
    this.#peaks.push(node);
    this.#size += 1n;
  }

  /** The root over all leaves so far. */
  root(): Uint8Array {
    const [last, ...others] = this.#peaks.toReversed();
    return last === undefined
      ? sha256(new Uint8Array())
      : others.reduce((right, left) => nodeHash(left, right), last);
  }

  /** The subtrees, largest first, end to end: what `readMerkleLog` goes on from. */
  bytes(): Uint8Array {
    return Buffer.concat(this.#peaks);
  }
}

/** The tree of this size that gave these bytes; null where they cannot be of it. */
export function readMerkleLog(size: bigint, bytes: Uint8Array): MerkleLog | null {
  if (bytes.byteLength !== HASH_BYTES * countBits(size)) return null;
  const peaks = Array.from({ length: countBits(size) }, (_, i) =>
    bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
  return new MerkleLog(size, peaks);
}

function countBits(size: bigint): number {
  return size.toString(2).replaceAll('0', '').length;
}
