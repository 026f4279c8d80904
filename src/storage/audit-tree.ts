import type { Tx } from './database.ts';
import { insertRows, listLiteral } from './rows.ts';

/** Where the Merkle tree of the audit log stood at the last checkpoint. */
export interface TreeRow {
  readonly origin: string;
  /** Of the last checkpoint; 0 before the first. */
  readonly sequence: bigint;
  /** How many entries the tree has. */
  readonly size: bigint;
  /** The last of them. */
  readonly entry_id: bigint;
  readonly frontier: Buffer;
}

/** As it stands, locked: of several processes one makes the next checkpoint at a time. */
export async function lockTree(tx: Tx): Promise<TreeRow> {
  const [row] = await tx.query<TreeRow>('select * from audit_tree for update');
  return row!;
}

export async function readTree(tx: Tx): Promise<TreeRow> {
  const [row] = await tx.query<TreeRow>('select * from audit_tree');
  return row!;
}

export async function writeTree(
  tx: Tx,
  tree: Omit<TreeRow, 'origin' | 'frontier'> & { frontier: Uint8Array },
) {
  await tx.query('update audit_tree set sequence = $1, size = $2, entry_id = $3, frontier = $4', [
    tree.sequence,
    tree.size,
    tree.entry_id,
    tree.frontier,
  ]);
}

/** When the last checkpoint was made, and what happened to the log since: anything, one of these actions. */
export async function changesSinceCheckpoint(
  tx: Tx,
  urgent: readonly string[],
): Promise<{ lastAt: Date | null; any: boolean; urgent: boolean }> {
  const [row] = await tx.query<{ lastAt: Date | null; any: boolean; urgent: boolean }>(
    `select (select at from audit_checkpoints c where c.sequence = t.sequence) as "lastAt",
            exists (select from audit_log where entry_id > t.entry_id) as any,
            exists (select from audit_log where entry_id > t.entry_id and action = any($1::text[])) as urgent
       from audit_tree t`,
    [listLiteral(urgent)],
  );
  return row!;
}

/** The latest posting of a book. */
export interface HeadRow {
  readonly book_id: number;
  readonly book: string;
  readonly posting_id: bigint;
  readonly hash: Buffer;
}

/** Books in which something was posted since a checkpoint spoke of them. */
export async function movedHeads(tx: Tx): Promise<HeadRow[]> {
  return tx.query<HeadRow>(
    `select b.book_id, b.code as book, p.posting_id, p.hash
       from books b
       join lateral (select posting_id, hash from postings where book_id = b.book_id order by posting_id desc limit 1) p on true
       left join audit_heads h on h.book_id = b.book_id
      where p.posting_id is distinct from h.posting_id order by b.code`,
  );
}

export async function saveHeads(tx: Tx, heads: readonly HeadRow[]): Promise<void> {
  const rows = heads.map(({ book_id, posting_id }) => ({ book_id, posting_id }));
  await insertRows(tx, 'audit_heads', { book_id: 'int', posting_id: 'int8' }, rows, {
    onConflict: '(book_id) do update set posting_id = excluded.posting_id',
  });
}

/** The hashes of postings as they stand now, by position; null where there is no such posting. */
export async function hashesOfPostings(
  tx: Tx,
  postings: readonly { readonly book: string; readonly postingId: bigint }[],
): Promise<(Buffer | null)[]> {
  const rows = await tx.query<{ hash: Buffer | null }>(
    `select p.hash from unnest($1::text[], $2::int8[]) with ordinality as wanted (book, posting_id, place)
       left join books b on b.code = wanted.book
       left join postings p on p.book_id = b.book_id and p.posting_id = wanted.posting_id
      order by wanted.place`,
    [listLiteral(postings.map(({ book }) => book)), listLiteral(postings.map(({ postingId }) => postingId))],
  );
  return rows.map(({ hash }) => hash);
}

/** A signed checkpoint, as it was also written to a file. */
export interface CheckpointRow {
  readonly sequence: bigint;
  readonly at: Date;
  readonly size: bigint;
  readonly note: string;
}

export async function insertCheckpoint(tx: Tx, { sequence, at, size, note }: CheckpointRow): Promise<void> {
  await tx.query('insert into audit_checkpoints (sequence, at, size, note) values ($1, $2, $3, $4)', [
    sequence,
    at,
    size,
    note,
  ]);
}

/** In their order, those after `after`. */
export async function checkpointsAfter(
  tx: Tx,
  { after, limit }: { after: bigint; limit: number },
): Promise<CheckpointRow[]> {
  return tx.query<CheckpointRow>(
    'select * from audit_checkpoints where sequence > $1 order by sequence limit $2',
    [after, limit],
  );
}

/** Newest first. */
export async function listCheckpoints(
  tx: Tx,
  { after, limit }: { after?: bigint; limit: number },
): Promise<CheckpointRow[]> {
  return tx.query<CheckpointRow>(
    'select * from audit_checkpoints where $1::int8 is null or sequence < $1 order by sequence desc limit $2',
    [after ?? null, limit],
  );
}

/** The hashes of all entries in their order, for proofs: read a page at a time, up to `size` of them. */
export async function* readLeaves(tx: Tx, size: bigint): AsyncGenerator<Buffer> {
  let left = size;
  for (let after = 0n; left > 0n; ) {
    const page = await leavesAfter(tx, { after, limit: Number(left < LEAVES ? left : LEAVES) });
    for (const { hash } of page) yield hash;
    if (page.length === 0) return;
    after = page.at(-1)!.entry_id;
    left -= BigInt(page.length);
  }
}

const LEAVES = 5_000n;

/** Entries after one, with what the tree needs of them. */
export async function leavesAfter(
  tx: Tx,
  { after, limit }: { after: bigint; limit: number },
): Promise<{ entry_id: bigint; hash: Buffer }[]> {
  return tx.query<{ entry_id: bigint; hash: Buffer }>(
    'select entry_id, hash from audit_log where entry_id > $1 order by entry_id limit $2',
    [after, limit],
  );
}

/** Held until the transaction ends: files of checkpoints are written by one process at a time. */
export async function lockCheckpointFiles(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [FILES_LOCK]);
}

const FILES_LOCK = 0x636b7074; // 'ckpt'
