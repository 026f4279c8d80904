import { type BalanceDelta, foldLines } from '#core/ledger/balances.ts';
import type { Book } from '#core/ledger/book.ts';
import { dimensionKey } from '#core/ledger/dimension-key.ts';
import { assignNumbers, seriesKey } from '#core/ledger/numbering.ts';
import type { Voucher, VoucherDraft } from '#core/ledger/voucher.ts';
import { addToBalances, addToTotals } from '#storage/balances.ts';
import { type BookHead, saveVoucherNumbers } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import { insertPosting, insertVoucherLines, insertVouchers, type PostedVoucher } from '#storage/ledger.ts';
import { announceVouchers } from '#storage/webhook-messages.ts';
import type { BookCache } from './book-cache.ts';
import { merkleRoot } from './merkle.ts';
import { postingHash, voucherHash } from './posting-hash.ts';

export interface DraftToPost {
  readonly draft: VoucherDraft;
  readonly flowVersionId: number | null;
}

export interface VouchersToWrite {
  readonly book: Book;
  /** Moved along. */
  readonly head: BookHead;
  readonly drafts: readonly DraftToPost[];
  readonly postedBy: string;
}

export interface WrittenVouchers {
  readonly vouchers: readonly Voucher[];
  /** Settles when everything is in the database. The caller may prepare more meanwhile; statements keep their order. */
  readonly written: Promise<unknown>;
  /** To be called once the transaction is committed. */
  readonly remember: () => void;
}

const HASH_VERSION = 2;

/**
 * Puts checked drafts into the book as one posting: numbers, hashes, lines and balances. The caller holds the book's
 * lock, so numbers are gapless and balances are added once per account however many vouchers touch it.
 */
export async function writeVouchers(
  tx: Tx,
  cache: BookCache,
  work: VouchersToWrite,
): Promise<WrittenVouchers> {
  const { book, head, drafts, postedBy } = work;
  if (drafts.length === 0) return { vouchers: [], written: Promise.resolve(), remember: () => undefined };
  const numbered = giveNumbers(book, head, drafts);
  const deltas = foldLines(numbered.vouchers);
  const combinations = deltas.filter((delta) => delta.dimensionKey !== '');
  const wanted = new Map(combinations.map((delta) => [delta.dimensionKey, delta.dimensions]));
  const sets = await cache.sets(tx, book.id, wanted);
  const setIdOf = (key: string) => (key === '' ? 0 : sets.idOf(key));
  const accountIdOf = (code: string) => book.accounts.get(code)!.id;
  const postingId = head.nextPostingId++;
  const posted = numbered.vouchers.map((voucher, i) => ({
    voucher,
    postingId,
    flowVersionId: drafts[i]!.flowVersionId,
    hash: voucherHash(voucher, { version: HASH_VERSION, flowVersionId: drafts[i]!.flowVersionId }),
    setIds: voucher.lines.map((line) => setIdOf(dimensionKey(line.dimensions))),
    accountIds: voucher.lines.map((line) => accountIdOf(line.account)),
  }));
  // Not awaited one by one: while PostgreSQL works on one statement we put the next into words.
  const written = Promise.all([
    insertPosting(tx, postingOf({ book, head, posted, postedBy })),
    insertVouchers(tx, posted),
    insertVoucherLines(tx, posted),
    saveVoucherNumbers(tx, book.id, numbered.last),
    ...addDeltas(
      tx,
      book,
      deltas.map((delta) => ({
        delta,
        accountId: accountIdOf(delta.account),
        setId: setIdOf(delta.dimensionKey),
      })),
    ),
    announceVouchers(tx, { bookId: book.id, ...rangeOf(posted) }),
  ]);
  return { vouchers: numbered.vouchers, written, remember: sets.remember };
}

function giveNumbers(book: Book, head: BookHead, drafts: readonly DraftToPost[]) {
  const known = new Map(head.series.map((series) => [seriesKey(series), series.number]));
  const { numbers, last } = assignNumbers(
    drafts.map(({ draft }) => draft),
    (series) => known.get(seriesKey(series)) ?? 0,
  );
  const vouchers = drafts.map(({ draft }, i) => ({
    ...draft,
    bookId: book.id,
    id: head.nextVoucherId + BigInt(i),
    number: numbers[i]!,
  }));
  head.nextVoucherId += BigInt(drafts.length);
  for (const series of last.values()) head.series.push({ ...series });
  return { vouchers, last: [...last.values()] };
}

function postingOf({
  book,
  head,
  posted,
  postedBy,
}: {
  book: Book;
  head: BookHead;
  posted: readonly PostedVoucher[];
  postedBy: string;
}) {
  const facts = {
    bookId: book.id,
    postingId: posted[0]!.postingId,
    firstVoucherId: rangeOf(posted).first,
    lastVoucherId: rangeOf(posted).last,
    lineCount: posted.reduce((sum, { voucher }) => sum + voucher.lines.length, 0),
    postedAt: head.now,
    postedBy,
    root: merkleRoot(posted.map(({ hash }) => hash)),
    previousHash: head.lastHash,
  };
  const hash = postingHash(facts, HASH_VERSION);
  head.lastHash = hash;
  return { ...facts, hash, hashVersion: HASH_VERSION } as const;
}

function rangeOf(posted: readonly PostedVoucher[]): { first: bigint; last: bigint } {
  return { first: posted[0]!.voucher.id, last: posted.at(-1)!.voucher.id };
}

interface PlacedDelta {
  readonly delta: BalanceDelta;
  readonly accountId: number;
  readonly setId: number;
}

function addDeltas(tx: Tx, book: Book, placed: readonly PlacedDelta[]): Promise<void>[] {
  const rows = placed.map(({ delta, accountId, setId }) => ({ ...delta, accountId, setId }));
  return [addToBalances(tx, book.id, rows), addToTotals(tx, book.id, rows)];
}
