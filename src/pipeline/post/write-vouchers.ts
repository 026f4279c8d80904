import { foldLines } from '#core/ledger/balances.ts';
import type { Book } from '#core/ledger/book.ts';
import { canonicalVoucher } from '#core/ledger/canonical.ts';
import { dimensionKey } from '#core/ledger/dimension-key.ts';
import { assignNumbers, seriesKey } from '#core/ledger/numbering.ts';
import type { Voucher, VoucherDraft } from '#core/ledger/voucher.ts';
import { addToBalances, addToTotals } from '#storage/balances.ts';
import type { Tx } from '#storage/database.ts';
import {
  insertPosting,
  insertVouchers,
  lastPostingHash,
  lastVoucherNumbers,
  saveVoucherNumbers,
  takeNumbers,
} from '#storage/ledger.ts';
import type { BookCache } from './book-cache.ts';
import { merkleRoot, sha256 } from './merkle.ts';

export interface DraftToPost {
  readonly draft: VoucherDraft;
  readonly flowVersionId: number | null;
}

export interface WrittenVouchers {
  readonly vouchers: readonly Voucher[];
  readonly firstDocumentId: bigint;
  /** To be called once the transaction is committed. */
  readonly remember: () => void;
}

/**
 * Puts checked drafts into the book as one posting: numbers, hashes, lines and balances. The caller holds the book's
 * lock, so numbers are gapless and balances are added once per account however many vouchers touch it.
 */
export async function writeVouchers(
  tx: Tx,
  cache: BookCache,
  post: { book: Book; drafts: readonly DraftToPost[]; documentCount: number; postedBy: string },
): Promise<WrittenVouchers> {
  const { book, drafts } = post;
  const taken = await takeNumbers(tx, book.id, {
    postings: drafts.length > 0 ? 1 : 0,
    vouchers: drafts.length,
    documents: post.documentCount,
  });
  if (drafts.length === 0) {
    return { vouchers: [], firstDocumentId: taken.firstDocumentId, remember: () => undefined };
  }
  const numbers = await giveNumbers(tx, book.id, drafts);
  const vouchers = drafts.map(({ draft }, i) => ({
    ...draft,
    bookId: book.id,
    id: taken.firstVoucherId + BigInt(i),
    number: numbers[i]!,
  }));
  const hashes = vouchers.map((voucher) => sha256(canonicalVoucher(voucher)));
  await writePosting(tx, {
    book,
    vouchers,
    hashes,
    postingId: taken.firstPostingId,
    postedBy: post.postedBy,
  });
  const remember = await writeLines(tx, cache, {
    book,
    vouchers,
    hashes,
    drafts,
    postingId: taken.firstPostingId,
  });
  return { vouchers, firstDocumentId: taken.firstDocumentId, remember };
}

async function giveNumbers(tx: Tx, bookId: number, drafts: readonly DraftToPost[]): Promise<number[]> {
  const last = new Map(
    (await lastVoucherNumbers(tx, bookId)).map((series) => [seriesKey(series), series.number]),
  );
  const assigned = assignNumbers(
    drafts.map(({ draft }) => draft),
    (series) => last.get(seriesKey(series)) ?? 0,
  );
  await saveVoucherNumbers(tx, bookId, assigned.last.values());
  return assigned.numbers;
}

interface Written {
  readonly book: Book;
  readonly vouchers: readonly Voucher[];
  readonly hashes: readonly Uint8Array[];
  readonly postingId: bigint;
}

async function writePosting(
  tx: Tx,
  { book, vouchers, hashes, postingId, postedBy }: Written & { postedBy: string },
) {
  const root = merkleRoot(hashes);
  const previousHash = await lastPostingHash(tx, book.id);
  await insertPosting(tx, {
    bookId: book.id,
    postingId,
    firstVoucherId: vouchers[0]!.id,
    lastVoucherId: vouchers.at(-1)!.id,
    lineCount: vouchers.reduce((sum, voucher) => sum + voucher.lines.length, 0),
    postedBy,
    root,
    previousHash,
    hash: sha256(Buffer.concat([previousHash, root])),
  });
}

async function writeLines(
  tx: Tx,
  cache: BookCache,
  { book, vouchers, hashes, drafts, postingId }: Written & { drafts: readonly DraftToPost[] },
): Promise<() => void> {
  const deltas = foldLines(vouchers);
  const wanted = new Map(
    deltas
      .filter((delta) => delta.dimensionKey !== '')
      .map((delta) => [delta.dimensionKey, delta.dimensions]),
  );
  const sets = await cache.sets(tx, book.id, wanted);
  const setIdOf = (key: string) => (key === '' ? 0 : sets.idOf(key));
  const accountIdOf = (code: string) => book.accounts.get(code)!.id;
  await insertVouchers(
    tx,
    vouchers.map((voucher, i) => ({
      voucher,
      postingId,
      flowVersionId: drafts[i]!.flowVersionId,
      hash: hashes[i]!,
      setIds: voucher.lines.map((line) => setIdOf(dimensionKey(line.dimensions))),
      accountIds: voucher.lines.map((line) => accountIdOf(line.account)),
    })),
  );
  const rows = deltas.map((delta) => ({
    ...delta,
    accountId: accountIdOf(delta.account),
    setId: setIdOf(delta.dimensionKey),
  }));
  await addToBalances(tx, book.id, rows);
  await addToTotals(tx, book.id, rows);
  return sets.remember;
}
