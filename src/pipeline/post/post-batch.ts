import { assert } from '#core/trouble/trouble.ts';
import { type BookHead, readBookHead } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import type { BookCache, CachedBook } from './book-cache.ts';
import type { Candidate } from './candidate.ts';
import { type CheckedCandidate, checkEntries } from './check-entries.ts';
import { decideItems } from './decide-items.ts';
import { draftReversals } from './draft-reversals.ts';
import { journalizeItems } from './journalize-items.ts';
import { type MappedBatch, mapBatch } from './map-batch.ts';
import type { MappedItem } from './map-items.ts';
import { type Accepted, saveBatch } from './save-batch.ts';
import { settleItems } from './settle-items.ts';
import type { ItemOutcome, WorkItem } from './work-item.ts';

export interface PostContext {
  readonly cache: BookCache;
  /** Today, for documents dated ahead. */
  readonly today: () => string;
  /** Who posts, as it stands in the voucher: the hub, or the person who asked. */
  readonly postedBy: string;
}

export interface BatchToPost {
  readonly bookId: number;
  readonly items: readonly WorkItem[];
  /** The items as they were mapped before; used while the book's master data are still what they were then. */
  readonly mappedAhead?: MappedBatch | null;
  /** Called when everything is on its way to PostgreSQL and this process has nothing to do until it is written. */
  readonly whileWriting?: () => void;
}

export interface PostedBatch {
  /** By position of the items. */
  readonly outcomes: readonly ItemOutcome[];
  /** To be called once the transaction is committed. */
  readonly remember: () => void;
}

/**
 * Posts a batch of one book in the caller's transaction, which holds the book's lock: map, enrich, decide against what
 * stands, journalize, validate, save. The same call serves the lane, single documents, and dry runs (the caller rolls back).
 */
export async function postBatch(tx: Tx, context: PostContext, work: BatchToPost): Promise<PostedBatch> {
  const head = await readBookHead(tx, work.bookId);
  const cached = await context.cache.book(tx, work.bookId, head.masterVersion);
  const mapped =
    work.mappedAhead?.masterVersion === head.masterVersion
      ? work.mappedAhead.mapped
      : await mapBatch(tx, context.cache, { cached, items: work.items });
  const outcomes = new Map<MappedItem, ItemOutcome>();
  const remembers: (() => void)[] = [];
  // Two versions of one thing in a batch are settled one after the other: the second sees what the first did.
  for (let waiting: readonly MappedItem[] = mapped; waiting.length > 0; ) {
    const round = await settleRound(tx, context, {
      cached,
      head,
      mapped: waiting,
      outcomes,
      whileWriting: work.whileWriting,
    });
    assert(round.deferred.length < waiting.length, 'the first of equal keys is never deferred');
    remembers.push(round.remember);
    waiting = round.deferred;
  }
  const settled = mapped.map((one) => ({ mapped: one, outcome: outcomes.get(one)! }));
  await settleItems(tx, { cached, settled, by: context.postedBy });
  return {
    outcomes: settled.map(({ outcome }) => outcome),
    remember: () => {
      for (const remember of remembers) remember();
    },
  };
}

interface Round {
  readonly cached: CachedBook;
  readonly head: BookHead;
  readonly mapped: readonly MappedItem[];
  /** Filled in by the round. */
  readonly outcomes: Map<MappedItem, ItemOutcome>;
  readonly whileWriting: (() => void) | undefined;
}

async function settleRound(
  tx: Tx,
  context: PostContext,
  { cached, head, mapped, outcomes, whileWriting }: Round,
): Promise<{ deferred: MappedItem[]; remember: () => void }> {
  const decisions = await decideItems(tx, context.cache, {
    cached,
    mapped,
    isFirstRound: outcomes.size === 0,
  });
  const candidates: Candidate[] = [];
  const deferred: MappedItem[] = [];
  for (const [i, decision] of decisions.entries()) {
    if (decision.kind === 'candidate') candidates.push(decision.candidate);
    else if (decision.kind === 'settled') outcomes.set(mapped[i]!, decision.outcome);
    else deferred.push(mapped[i]!);
  }
  const accepted = await acceptCandidates(tx, context, { cached, head, candidates, outcomes });
  const saved = await saveBatch(tx, context.cache, {
    cached,
    head,
    accepted,
    postedBy: context.postedBy,
    whileWriting,
  });
  for (const [candidate, outcome] of saved.outcomes) outcomes.set(candidate.mapped, outcome);
  return { deferred, remember: saved.remember };
}

async function acceptCandidates(
  tx: Tx,
  context: PostContext,
  work: Pick<Round, 'cached' | 'head' | 'outcomes'> & { candidates: readonly Candidate[] },
): Promise<Accepted[]> {
  const { book } = work.cached;
  const entries = journalizeItems(book, work.candidates, context.postedBy);
  const checked = await checkEntries(tx, book, {
    candidates: work.candidates,
    entries,
    today: context.today(),
    balances: work.head.balances,
  });
  const accepted: Accepted[] = [];
  for (const one of checked) {
    const outcome = one.stopped ? null : await acceptOne(tx, context, { cached: work.cached, checked: one });
    if (outcome && 'candidate' in outcome) accepted.push(outcome);
    else work.outcomes.set(one.candidate.mapped, outcome ?? { kind: 'held', findings: one.findings });
  }
  return accepted;
}

async function acceptOne(
  tx: Tx,
  context: PostContext,
  { cached, checked }: { cached: CachedBook; checked: CheckedCandidate },
): Promise<Accepted | ItemOutcome> {
  const { candidate, entries, findings } = checked;
  if (candidate.reverse.length === 0) return { candidate, entries, reversals: [], flags: findings };
  const reversals = await draftReversals(tx, cached.book, { candidate, preparedBy: context.postedBy });
  if (!reversals.ok) return { kind: 'held', findings: [...findings, ...reversals.findings] };
  return { candidate, entries, reversals: reversals.drafts, flags: findings };
}
