import { MerkleLog, nodeHash } from './merkle-log.ts';

/** Leaves from `from` up to, without, `to`: one subtree of the tree. */
export interface LeafRange {
  readonly from: bigint;
  readonly to: bigint;
}

/** Whose roots prove that leaf `index` is in the tree of `size` leaves, in the order of the proof (RFC 9162 §2.1.3.1). */
export function inclusionRanges(index: bigint, size: bigint): LeafRange[] {
  return pathOf(index, { from: 0n, to: size });
}

function pathOf(index: bigint, range: LeafRange): LeafRange[] {
  if (range.to - range.from <= 1n) return [];
  const [left, right] = halves(range);
  return index < left.to ? [...pathOf(index, left), right] : [...pathOf(index, right), left];
}

/** Whose roots prove that the tree of `size` leaves begins with the one of `first` (RFC 9162 §2.1.4.1). */
export function consistencyRanges(first: bigint, size: bigint): LeafRange[] {
  return first === 0n || first === size ? [] : subproof(first, { from: 0n, to: size }, true);
}

function subproof(first: bigint, range: LeafRange, isKnown: boolean): LeafRange[] {
  if (first === range.to) return isKnown ? [] : [range];
  const [left, right] = halves(range);
  return first <= left.to
    ? [...subproof(first, left, isKnown), right]
    : [...subproof(first, right, false), left];
}

/** Where RFC 9162 parts a tree: after the largest power of two that is smaller than its size. */
function halves({ from, to }: LeafRange): [LeafRange, LeafRange] {
  let power = 1n;
  while (power * 2n < to - from) power *= 2n;
  return [
    { from, to: from + power },
    { from: from + power, to },
  ];
}

/** The roots of ranges that do not overlap, in the order given, from one reading of the leaves in theirs. */
export async function rootsOf(
  ranges: readonly LeafRange[],
  leaves: AsyncIterable<Uint8Array>,
): Promise<Uint8Array[]> {
  const waiting = ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const roots = new Map<LeafRange, Uint8Array>();
  let log = new MerkleLog();
  let index = 0n;
  for await (const leaf of leaves) {
    const range = waiting[roots.size];
    if (range === undefined) break;
    if (index >= range.from) log.add(leaf);
    index += 1n;
    if (index < range.to) continue;
    roots.set(range, log.root());
    log = new MerkleLog();
  }
  return ranges.flatMap((range) => roots.get(range) ?? []);
}

/** The root that a proof of inclusion leads to; the leaf is in the tree if it is the tree's (RFC 9162 §2.1.3.2). */
export function rootByInclusion(
  { leaf, index, size }: { readonly leaf: Uint8Array; readonly index: bigint; readonly size: bigint },
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (index >= size) return null;
  const ranges = inclusionRanges(index, size);
  if (proof.length !== ranges.length) return null;
  return proof.reduce(
    (node, other, i) => (ranges[i]!.from > index ? nodeHash(node, other) : nodeHash(other, node)),
    leaf,
  );
}

/** Both roots that a proof of consistency leads to, of the first tree and of the whole one (RFC 9162 §2.1.4.2). */
export function rootsByConsistency(
  { first, size, root }: { readonly first: bigint; readonly size: bigint; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): { readonly first: Uint8Array; readonly whole: Uint8Array } | null {
  const ranges = consistencyRanges(first, size);
  if (first === 0n || first > size || proof.length !== ranges.length) return null;
  const begins = ranges[0] !== undefined && ranges[0].to === first;
  let [old, whole] = begins ? [proof[0]!, proof[0]!] : [root, root];
  for (const [i, other] of [...proof.entries()].slice(begins ? 1 : 0)) {
    if (ranges[i]!.from >= first) {
      whole = nodeHash(whole, other);
    } else {
      old = nodeHash(other, old);
      whole = nodeHash(other, whole);
    }
  }
  return { first: old, whole };
}
