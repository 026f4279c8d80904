import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leafHash, MerkleLog, readMerkleLog } from './merkle-log.ts';
import {
  consistencyRanges,
  inclusionRanges,
  rootByInclusion,
  rootsByConsistency,
  rootsOf,
} from './proofs.ts';

const hex = (bytes: Uint8Array | null | undefined) => (bytes ? Buffer.from(bytes).toString('hex') : null);

/** The eight leaves and the roots of the tests of RFC 6962's reference implementation (google/certificate-transparency). */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('merkle: the roots of the reference implementation, leaf by leaf', () => {
  const log = new MerkleLog();
  assert.equal(hex(log.root()), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (const [i, leaf] of LEAVES.entries()) {
    log.add(leafHash(Buffer.from(leaf, 'hex')));
    assert.equal(hex(log.root()), ROOTS[i], `${i + 1} leaves`);
  }
});

const aLog = fc.integer({ min: 1, max: 70 }).map((size) => {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(Buffer.of(i)));
  return { size: BigInt(size), leaves };
});

test('merkle: a tree goes on from what was kept of it', () => {
  fc.assert(
    fc.property(aLog, ({ size, leaves }) => {
      const whole = new MerkleLog();
      let resumed: MerkleLog | null = new MerkleLog();
      for (const leaf of leaves) {
        whole.add(leaf);
        resumed = readMerkleLog(resumed!.size, resumed!.bytes());
        resumed!.add(leaf);
      }
      assert.equal(resumed!.size, size);
      assert.deepEqual(resumed!.root(), whole.root());
      assert.equal(readMerkleLog(size, Buffer.concat([whole.bytes(), whole.root()])), null);
    }),
  );
});

const rootAt = (leaves: readonly Uint8Array[], size: bigint) => {
  const log = new MerkleLog();
  for (const leaf of leaves.slice(0, Number(size))) log.add(leaf);
  return log.root();
};

async function* stream(leaves: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* leaves;
}

test('merkle: every leaf proves that it is in the tree, and no other leaf in its place', async () => {
  await fc.assert(
    fc.asyncProperty(aLog, fc.nat(), async ({ size, leaves }, n) => {
      const index = BigInt(n) % size;
      const proof = await rootsOf(inclusionRanges(index, size), stream(leaves));
      const root = rootAt(leaves, size);
      const leaf = leaves[Number(index)]!;
      assert.deepEqual(rootByInclusion({ leaf, index, size }, proof), root);
      assert.notDeepEqual(rootByInclusion({ leaf: leafHash(Buffer.from('x')), index, size }, proof), root);
      assert.equal(rootByInclusion({ leaf, index, size }, [...proof, root]), null);
    }),
  );
});

test('merkle: every earlier tree proves that the later one begins with it, and no other does', async () => {
  await fc.assert(
    fc.asyncProperty(aLog, fc.nat(), async ({ size, leaves }, n) => {
      const first = 1n + (BigInt(n) % size);
      const proof = await rootsOf(consistencyRanges(first, size), stream(leaves));
      const root = rootAt(leaves, first);
      const led = rootsByConsistency({ first, size, root }, proof);
      assert.deepEqual(led?.first, root);
      assert.deepEqual(led?.whole, rootAt(leaves, size));
      if (first === size) return;
      const rewritten = [leafHash(Buffer.from('x')), ...leaves.slice(1)];
      const other = await rootsOf(consistencyRanges(first, size), stream(rewritten));
      const misled = rootsByConsistency({ first, size, root }, other);
      const fits = hex(misled?.first) === hex(root) && hex(misled?.whole) === hex(rootAt(rewritten, size));
      assert.ok(!fits);
    }),
  );
});
