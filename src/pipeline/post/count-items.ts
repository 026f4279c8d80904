import { latencyBucket } from '#core/figures/latency.ts';
import type { Book } from '#core/ledger/book.ts';
import { addFigures, type Figure } from '#storage/counting.ts';
import type { Tx } from '#storage/database.ts';
import type { MappedItem } from './map-items.ts';
import type { SettledItem } from './settle-items.ts';

/** What is counted for one flow of a batch. */
interface Tally {
  readonly connectionId: number;
  readonly flowId: number;
  posted: number;
  ignored: number;
  amountMinor: bigint;
  /** Bucket → how many took that long. */
  readonly after: Map<string, number>;
}

/**
 * Counts what became of the items of a batch, and how long those took that are in the book now. What waits for its
 * summarised voucher is counted when that is posted; what is held, when its exception is opened.
 */
export async function countItems(
  tx: Tx,
  { book, settled }: { book: Book; settled: readonly SettledItem[] },
): Promise<void> {
  const nowMs = performance.now();
  const tallies = new Map<number, Tally>();
  for (const { mapped, outcome } of settled) {
    if (outcome.kind === 'held') continue;
    const tally = tallyOf(tallies, mapped);
    if (outcome.kind === 'ignored' || outcome.documents.length === 0) tally.ignored += 1;
    else if (outcome.documents.every(({ voucher }) => voucher !== null))
      addPosted(tally, mapped, { book, nowMs });
  }
  await addFigures(
    tx,
    [...tallies.values()].flatMap((tally) => figuresOf(book.id, tally)),
  );
}

function tallyOf(tallies: Map<number, Tally>, { item: { flowId, connectionId } }: MappedItem): Tally {
  const known = tallies.get(flowId);
  if (known) return known;
  const tally = {
    connectionId,
    flowId,
    posted: 0,
    ignored: 0,
    amountMinor: 0n,
    after: new Map<string, number>(),
  };
  tallies.set(flowId, tally);
  return tally;
}

function addPosted(
  tally: Tally,
  { item, documents }: MappedItem,
  { book, nowMs }: { book: Book; nowMs: number },
): void {
  tally.posted += 1;
  const bucket = latencyBucket(nowMs - item.receivedAtMs);
  tally.after.set(bucket, (tally.after.get(bucket) ?? 0) + 1);
  for (const { document, headline } of documents) {
    if (document.currency === book.baseCurrency) tally.amountMinor += headline.amountMinor ?? 0n;
  }
}

function figuresOf(bookId: number, tally: Tally): Figure[] {
  const { connectionId, flowId, posted, ignored, amountMinor, after } = tally;
  const one = { bookId, connectionId, flowId, detail: '', amountMinor: 0n };
  return [
    { ...one, measure: 'posted', n: posted, amountMinor },
    { ...one, measure: 'ignored', n: ignored },
    ...[...after].map(([detail, n]) => ({ ...one, measure: 'posted-after' as const, detail, n })),
  ];
}
