import { Fault } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import {
  changesSinceCheckpoint,
  type HeadRow,
  insertCheckpoint,
  leavesAfter,
  lockTree,
  movedHeads,
  saveHeads,
  type TreeRow,
  writeTree,
} from '#storage/audit-tree.ts';
import type { Tx } from '#storage/database.ts';
import { type Checkpoint, checkpointText, type PostingHead } from './checkpoint.ts';
import { leafHash, type MerkleLog, readMerkleLog } from './merkle-log.ts';
import { type NoteSigner, signNote } from './signed-note.ts';

/** The entry that every checkpoint ends with: it binds the postings made so far to the log. */
export const CHECKPOINT_ACTION = 'audit.checkpoint';

const PAGE = 5_000;

export interface CheckpointWish {
  readonly signerOf: (origin: string) => Promise<NoteSigner>;
  readonly now: Date;
  /** The highest sequence number among the files: after a restored backup it may be ahead of the database. */
  readonly sequenceMin: bigint;
}

/**
 * Makes the next checkpoint in the caller's transaction, or none where nothing happened since the last. What was posted
 * goes into the log as one more entry, the tree grows by the entries since, and its root is signed.
 */
export async function makeCheckpoint(tx: Tx, wish: CheckpointWish): Promise<Checkpoint | null> {
  const tree = await lockTree(tx);
  const moved = await movedHeads(tx);
  const { any } = await changesSinceCheckpoint(tx, []);
  if (!any && moved.length === 0) return null;
  const sequence = later(tree.sequence, wish.sequenceMin) + 1n;
  const heads = moved.map(headOf);
  const known = await growTree(tx, readTreeState(tree));
  await audit(tx, {
    actor: 'tongzhang',
    action: CHECKPOINT_ACTION,
    subject: `checkpoint:${sequence}`,
    details: {
      postings: heads.map(({ book, postingId, hash }) => ({ book, posting: String(postingId), hash })),
    },
  });
  const { log, entryId } = await growTree(tx, known);
  const { size } = log;
  const { origin } = tree;
  const checkpoint = { origin, size, root: log.root(), sequence, at: wish.now, heads };
  const note = signNote(checkpointText(checkpoint), await wish.signerOf(origin));
  await insertCheckpoint(tx, { sequence, at: wish.now, size, note });
  await saveHeads(tx, moved);
  await writeTree(tx, { sequence, size, entry_id: entryId, frontier: log.bytes() });
  return checkpoint;
}

function later(a: bigint, b: bigint): bigint {
  return a < b ? b : a;
}

function headOf({ book, posting_id, hash }: HeadRow): PostingHead {
  return { book, postingId: posting_id, hash: hash.toString('hex') };
}

interface Growing {
  readonly log: MerkleLog;
  /** The last entry in it. */
  readonly entryId: bigint;
}

function readTreeState({ size, frontier, entry_id }: TreeRow): Growing {
  const log = readMerkleLog(size, frontier);
  if (log === null) throw new Fault('checkpoint_tree_broken', { retry: { kind: 'never' } });
  return { log, entryId: entry_id };
}

/**
 * Adds the entries since. They are chained under a lock that is held until they are committed, so none can appear behind
 * the last one read. Done once before that lock is taken, and again for the little that came meanwhile.
 */
async function growTree(tx: Tx, { log, entryId }: Growing): Promise<Growing> {
  let last = entryId;
  for (let read = PAGE; read === PAGE; ) {
    const entries = await leavesAfter(tx, { after: last, limit: PAGE });
    for (const { hash } of entries) log.add(leafHash(hash));
    last = entries.at(-1)?.entry_id ?? last;
    read = entries.length;
  }
  return { log, entryId: last };
}
