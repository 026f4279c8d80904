import type { Checkpoint, PostingHead } from '#pipeline/audit/checkpoint.ts';
import { CHECKPOINT_ACTION } from '#pipeline/audit/make-checkpoint.ts';
import { leafHash, MerkleLog } from '#pipeline/audit/merkle-log.ts';
import { AUDIT_CHAIN_START, type AuditLink, auditHash, readAuditChain } from '#storage/audit-log.ts';
import { readTree } from '#storage/audit-tree.ts';
import type { Tx } from '#storage/database.ts';
import { snapshotTime } from '#storage/verification.ts';
import type { BookDifference } from './book-difference.ts';
import { type ListedFolder, missingCheckpoints, openCheckpoints } from './opened-checkpoints.ts';
import { PostingSeals } from './posting-seals.ts';
import { SignedLog } from './signed-log.ts';
import type { Found } from './verify-postings.ts';

export interface AuditToVerify {
  readonly checkpoints: ListedFolder;
  /** The database is an older copy: what was signed after it was made says nothing about it. */
  readonly isBackup: boolean;
  readonly found: (difference: BookDifference) => void;
  readonly progress: (entries: number) => void;
}

export interface VerifiedAudit {
  readonly entries: number;
  /** Of the chain, hex. */
  readonly head: string;
  /** How many signed checkpoints were compared. */
  readonly checkpoints: number;
  /** The last of them: for what came after it nobody has signed yet. */
  readonly last: { readonly sequence: string; readonly at: string; readonly entries: number } | null;
}

const PAGE = 1_000;
/** Ids count from 1, but who puts an entry in by hand may give it any. */
const BEFORE_ALL = -(2n ** 63n);
/** A checkpoint is in the database a moment before it is in the files; a crash may come in between. */
const FILING_MS = 5 * 60_000;

/**
 * Follows the chain of the audit log and grows its tree, and compares both with every signed checkpoint on the way: the
 * root over all entries up to there, and where the postings of each book stood. Who recomputes every hash after a change
 * gets other roots than those that were signed.
 */
export async function verifyAudit(tx: Tx, work: AuditToVerify): Promise<VerifiedAudit> {
  const told: Found = (refusal) => work.found({ book: null, refusal });
  const { origin } = await readTree(tx);
  const filedBefore = new Date((await snapshotTime(tx)).getTime() - FILING_MS);
  const walk: Walk = {
    log: new MerkleLog(),
    head: AUDIT_CHAIN_START,
    filed: 0n,
    filedBefore,
    signed: new SignedLog(openCheckpoints(work.checkpoints, { origin, found: told }), told),
    seals: new PostingSeals(tx, work.found),
    told,
  };
  for (let after = BEFORE_ALL; ; ) {
    const page = await readAuditChain(tx, { after, limit: PAGE });
    for (const entry of page) await takeEntry(walk, entry);
    await walk.seals.compare();
    work.progress(Number(walk.log.size));
    if (page.length < PAGE) break;
    after = page.at(-1)!.entry_id;
  }
  await takeRest(walk, work.isBackup);
  const { compared: checkpoints, last } = walk.signed;
  const head = Buffer.from(walk.head).toString('hex');
  return { entries: Number(walk.log.size), head, checkpoints, last: last && shown(last) };
}

interface Walk {
  readonly log: MerkleLog;
  head: Uint8Array;
  /** The last checkpoint of which the log says that it was made, long enough ago to be in the files. */
  filed: bigint;
  readonly filedBefore: Date;
  readonly signed: SignedLog;
  readonly seals: PostingSeals;
  readonly told: Found;
}

async function takeEntry(walk: Walk, entry: AuditLink): Promise<void> {
  const hash = auditHash(entry, walk.head);
  const isWhole = entry.previous_hash.equals(walk.head) && entry.hash.equals(hash) && entry.isWholeMs;
  const params = { entry: String(entry.entry_id), action: entry.action };
  if (!isWhole) walk.told({ code: 'verify_audit_chain', at: `audit ${entry.entry_id}`, params });
  // What is stored is what the next one was chained to: one broken link is one difference, not all that follow.
  walk.head = entry.hash;
  walk.log.add(leafHash(entry.hash));
  if (entry.action === CHECKPOINT_ACTION) takeCheckpointEntry(walk, entry);
  for (const { sequence, heads } of await walk.signed.compare(walk.log)) {
    walk.seals.add({ sequence, isSigned: true }, heads);
  }
}

function takeCheckpointEntry(walk: Walk, entry: AuditLink): void {
  const sequence = BigInt(/^checkpoint:(\d{1,18})$/.exec(entry.subject)?.[1] ?? 0);
  walk.seals.add({ sequence, isSigned: false }, headsOf(entry));
  if (entry.at < walk.filedBefore) walk.filed = sequence;
}

/** Checkpoints of more entries than the log has, and checkpoints that the log has and the folder lacks. */
async function takeRest({ signed, seals, log, filed, told }: Walk, isBackup: boolean): Promise<void> {
  const lastFiled = signed.last?.sequence;
  const rest = await signed.rest();
  const newest = rest.at(-1)?.sequence ?? lastFiled ?? 0n;
  if (newest < filed) told(missingCheckpoints(newest + 1n, filed));
  if (isBackup) return;
  for (const { sequence, heads } of rest) seals.add({ sequence, isSigned: true }, heads);
  await seals.compare();
  const [first] = rest;
  if (first === undefined) return;
  const { sequence, at, size } = first;
  const params = {
    sequence: String(sequence),
    time: at.toISOString(),
    size: String(size),
    entries: String(log.size),
  };
  told({ code: 'verify_audit_cut', at: `checkpoint ${sequence}`, params });
}

function shown({ sequence, at, size }: Checkpoint): NonNullable<VerifiedAudit['last']> {
  return { sequence: String(sequence), at: at.toISOString(), entries: Number(size) };
}

function headsOf({ details }: AuditLink): PostingHead[] {
  const read: unknown = JSON.parse(details);
  const postings = isObject(read) && Array.isArray(read.postings) ? read.postings : [];
  return postings.flatMap((one: unknown) => {
    if (!isObject(one)) return [];
    const { book, posting, hash } = one;
    const isHead = typeof book === 'string' && typeof hash === 'string' && /^\d{1,18}$/.test(String(posting));
    return isHead ? [{ book, postingId: BigInt(String(posting)), hash }] : [];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
