import { Fault } from '#core/trouble/trouble.ts';
import { type Database, HOT_PATH, type Tx } from '#storage/database.ts';
import { lockBook } from '#storage/ledger.ts';
import { insertRecords } from '#storage/records.ts';
import { keepBroken } from './hold-broken.ts';
import { type PostContext, postBatch } from './post-batch.ts';
import { standingOutcomes } from './standing-outcome.ts';
import { newRecord, type Submission, type SubmissionAnswer } from './submission.ts';
import type { WorkItem } from './work-item.ts';

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (answer: SubmissionAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** The callers of one book. */
interface Line {
  readonly waiting: Waiting[];
  isServed: boolean;
  /** Called whenever somebody joins. */
  joined: () => void;
}

const GROUP_SIZE_MAX = 250;
/** Fewer callers than this are not waited for: each would pay with its own latency. */
const CROWD = 16;
const GATHER_MS_MAX = 10;
const LOCK_WAIT_MS = 20_000;
/** More than this many waiting callers per book and newcomers are turned away at once. */
const WAITING_MAX = 10_000;

export interface GroupCommitContext extends PostContext {
  readonly database: Database;
  /** Hears of bugs. */
  readonly report?: (error: unknown, details: Record<string, unknown>) => void;
}

/**
 * Posts single documents: callers of one book that come while a transaction is under way share the next one.
 * Each gets its own answer, after the commit that makes it durable.
 */
export class GroupCommit {
  readonly #context: GroupCommitContext;
  readonly #lines = new Map<number, Line>();

  constructor(context: GroupCommitContext) {
    this.#context = context;
  }

  submit(submission: Submission): Promise<SubmissionAnswer> {
    const line = this.#lineOf(submission.bookId);
    if (line.waiting.length >= WAITING_MAX) {
      return Promise.reject(new Fault('too_busy', { retry: { kind: 'wait', waitMs: 1_000 } }));
    }
    return new Promise((resolve, reject) => {
      line.waiting.push({ submission, resolve, reject });
      line.joined();
      if (!line.isServed) this.#begin(submission.bookId, line);
    });
  }

  #lineOf(bookId: number): Line {
    const known = this.#lines.get(bookId);
    if (known) return known;
    const line: Line = { waiting: [], isServed: false, joined: () => undefined };
    this.#lines.set(bookId, line);
    return line;
  }

  /** After the sockets that have data by now were read, so that the first of a crowd does not go alone. */
  #begin(bookId: number, line: Line): void {
    line.isServed = true;
    setImmediate(() => void this.#serve(bookId, line));
  }

  async #serve(bookId: number, line: Line): Promise<void> {
    const { waiting } = line;
    try {
      while (waiting.length > 0) {
        const group = waiting.splice(0, GROUP_SIZE_MAX);
        await this.#commit(bookId, group);
        await gather(line, group.length + waiting.length);
      }
    } finally {
      line.isServed = false;
    }
  }

  async #commit(bookId: number, group: readonly Waiting[]): Promise<void> {
    try {
      const { answers, remember } = await this.#context.database.transaction(
        (tx) =>
          submitAll(tx, this.#context, { bookId, submissions: group.map(({ submission }) => submission) }),
        HOT_PATH,
      );
      remember();
      for (const [i, { resolve }] of group.entries()) resolve(answers[i]!);
    } catch (error) {
      // A bug in one document must not refuse its neighbours: each is tried alone.
      if (error instanceof Fault) for (const { reject } of group) reject(error);
      else if (group.length === 1) await this.#keep(group[0]!, error);
      else for (const one of group) await this.#commit(bookId, [one]);
    }
  }

  /** What a bug stops is kept and held, not lost with its transaction. */
  async #keep({ submission, resolve, reject }: Waiting, error: unknown): Promise<void> {
    this.#context.report?.(error, { book: submission.bookId, flow: submission.flowId });
    const kept = await keepBroken(this.#context.database, submission, error).catch(() => null);
    if (kept) resolve(kept);
    else reject(error);
  }
}

/**
 * Lets the callers who were just answered come back before the next transaction begins. Else they and those who waited
 * would take turns, each half paying for whole transactions: at 64 callers a few milliseconds of patience are worth
 * half as much again in throughput.
 */
async function gather(line: Line, expected: number): Promise<void> {
  if (expected < CROWD) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, GATHER_MS_MAX);
    line.joined = () => {
      if (line.waiting.length < expected) return;
      clearTimeout(timer);
      resolve();
    };
    line.joined();
  });
  line.joined = () => undefined;
}

/** Saves and posts submissions of one book in the caller's transaction; a dry run rolls it back. */
export async function submitAll(
  tx: Tx,
  context: PostContext,
  work: { bookId: number; submissions: readonly Submission[] },
): Promise<{ answers: SubmissionAnswer[]; remember: () => void }> {
  const [, saved] = await Promise.all([
    lockBook(tx, work.bookId, LOCK_WAIT_MS),
    saveSubmissions(tx, work.submissions),
  ]);
  const fresh = saved.filter((one) => one.item !== null);
  const { outcomes, remember } = await postBatch(tx, context, {
    bookId: work.bookId,
    items: fresh.map((one) => one.item!),
  });
  const outcomeOf = new Map(fresh.map((one, i) => [one.item!.recordId, outcomes[i]!]));
  const repeated = saved.filter((one) => one.item === null).map((one) => one.submission);
  const standing = await standingOutcomes(tx, work.bookId, repeated);
  const answers = saved.map(({ submission, item }) =>
    item
      ? { recordId: item.recordId, repeated: false, outcome: outcomeOf.get(item.recordId)! }
      : standing.get(submission)!,
  );
  return { answers, remember };
}

interface SavedSubmission {
  readonly submission: Submission;
  /** Null where the same content was there already. */
  readonly item: WorkItem | null;
}

async function saveSubmissions(tx: Tx, submissions: readonly Submission[]): Promise<SavedSubmission[]> {
  const saved: SavedSubmission[] = [];
  for (const [connectionId, group] of Map.groupBy(submissions, (submission) => submission.connectionId)) {
    const inserted = await insertRecords(tx, { connectionId, runId: null }, group.map(newRecord));
    for (const [i, submission] of group.entries()) {
      const row = inserted[i];
      saved.push({ submission, item: row ? workItemOf(submission, row) : null });
    }
  }
  const order = new Map(submissions.map((submission, i) => [submission, i]));
  return saved.sort((a, b) => order.get(a.submission)! - order.get(b.submission)!);
}

function workItemOf(submission: Submission, row: { recordId: bigint; again: boolean }): WorkItem {
  const { connectionId, kind, externalId, raw, flowId, flowVersionId, receivedAtMs } = submission;
  return {
    recordId: row.recordId,
    connectionId,
    kind,
    externalId,
    raw,
    changedAt: null,
    refusal: null,
    flowId,
    flowVersionId,
    runId: null,
    again: row.again,
    released: [],
    receivedAtMs: receivedAtMs ?? performance.now(),
  };
}
