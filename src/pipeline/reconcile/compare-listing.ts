import type { CollectedRecord } from '#connectors/kit/connector.ts';
import { formatAmount } from '#core/money/amount.ts';
import type { DeliveryRow } from '#storage/deliveries.ts';
import { findOwedByKeys } from '#storage/reconcile-reads.ts';
import { findVouchers, type StoredVoucher } from '#storage/vouchers.ts';
import { type Difference, type DifferenceCode, decideRepair } from './difference.ts';
import { type ListedLine, type ListedVoucher, readListedVoucher } from './listed-voucher.ts';
import { Movements } from './movements.ts';
import type { ReconcileScope } from './reconcile-scope.ts';

export interface OwingBook {
  readonly book_id: number;
  readonly code: string;
  readonly base_currency: string;
  readonly key_prefix: string;
}

export interface Listing {
  readonly listed: number;
  /** What vouchers that are none of ours move in the target, by period and account; null where it lists nothing. */
  readonly others: Movements | null;
}

/**
 * Reads every voucher the target lists: those with our keys are compared line by line, what we never sent or what stands
 * there twice is named, and what others entered is added up, since it explains balances.
 */
export async function compareListing(
  scope: ReconcileScope,
  books: readonly OwingBook[],
  found: (difference: Difference) => void,
): Promise<Listing> {
  const collect = scope.connection.connector.collect?.voucher;
  const [first] = books;
  if (!collect || !first) return { listed: 0, others: null };
  const work: Work = { scope, books, found, others: new Movements(), idOf: new Map() };
  let listed = 0;
  for await (const { records } of collect(scope.connection.client, null, scope.signal)) {
    listed += records.length;
    await comparePage(work, readPage(records, first.base_currency, scope));
    scope.progress(listed);
  }
  return { listed, others: work.others };
}

interface Work {
  readonly scope: ReconcileScope;
  readonly books: readonly OwingBook[];
  readonly found: (difference: Difference) => void;
  readonly others: Movements;
  /** Which voucher of theirs was seen under a key first. */
  readonly idOf: Map<string, string>;
}

function readPage(
  records: readonly CollectedRecord[],
  currency: string,
  { range }: ReconcileScope,
): ListedVoucher[] {
  return records.flatMap((record) => {
    const voucher = readListedVoucher(record.raw, currency);
    const isWanted =
      voucher !== null &&
      !voucher.isVoid &&
      voucher.period >= (range.from ?? 0) &&
      voucher.period <= (range.to ?? Number.MAX_SAFE_INTEGER);
    return isWanted ? [voucher] : [];
  });
}

async function comparePage(work: Work, vouchers: readonly ListedVoucher[]): Promise<void> {
  const ours: { voucher: ListedVoucher; book: OwingBook }[] = [];
  for (const voucher of vouchers) {
    const book = work.books.find(({ key_prefix, code }) =>
      voucher.businessKey.startsWith(`${key_prefix}-${code}-`),
    );
    if (book) ours.push({ voucher, book });
    else work.others.addLines(voucher.period, voucher.lines);
  }
  const { database, connectionId } = work.scope;
  const owed = await findOwedByKeys(
    database,
    connectionId,
    ours.map(({ voucher }) => voucher.businessKey),
  );
  const posted = await loadPosted(work, [...owed.values()]);
  for (const one of ours) compareOne(work, { ...one, owed, posted });
}

async function loadPosted(
  { scope }: Work,
  rows: readonly DeliveryRow[],
): Promise<Map<string, StoredVoucher>> {
  const posted = new Map<string, StoredVoucher>();
  for (const [bookId, ofBook] of Map.groupBy(rows, (row) => row.book_id)) {
    const ids = ofBook.map((row) => row.voucher_id!);
    const byId = new Map(
      (await findVouchers(scope.database, bookId, ids)).map((voucher) => [voucher.id, voucher]),
    );
    for (const row of ofBook) {
      const voucher = byId.get(row.voucher_id!);
      if (voucher) posted.set(row.business_key, voucher);
    }
  }
  return posted;
}

function compareOne(
  work: Work,
  one: {
    voucher: ListedVoucher;
    book: OwingBook;
    owed: ReadonlyMap<string, DeliveryRow>;
    posted: ReadonlyMap<string, StoredVoucher>;
  },
): void {
  const { voucher, book } = one;
  const key = voucher.businessKey;
  const row = one.owed.get(key);
  const posted = one.posted.get(key);
  const judged = judge(work, { voucher, book, posted });
  if (judged) work.found(differenceOf(work, { ...judged, voucher, book, row }));
  // It is told once; the balance it moves is explained by it.
  if (judged?.code === 'target_unknown') work.others.addLines(voucher.period, voucher.lines);
}

function judge(
  work: Work,
  { voucher, book, posted }: { voucher: ListedVoucher; book: OwingBook; posted: StoredVoucher | undefined },
): { code: DifferenceCode; reason: string } | null {
  if (!posted) return { code: 'target_unknown', reason: voucher.number };
  const before = work.idOf.get(voucher.businessKey) ?? voucher.id;
  // The same voucher may come twice when somebody changes it while the list is read.
  if (before !== voucher.id) return { code: 'target_duplicate', reason: voucher.number };
  work.idOf.set(voucher.businessKey, voucher.id);
  const reason = contentDifference(work, { posted, listed: voucher.lines, currency: book.base_currency });
  return reason === null ? null : { code: 'target_changed', reason };
}

/** The first line on either side that has no equal on the other; null where all agree, in whatever order. */
function contentDifference(
  { scope }: Work,
  content: { posted: StoredVoucher; listed: readonly ListedLine[]; currency: string },
): string | null {
  const { connector, client } = scope.connection;
  const theirs = (account: string) => connector.lookup?.accountCode?.(client, account) ?? account;
  const show = (account: string, debit: bigint, credit: bigint) =>
    `${account} ${formatAmount(debit, content.currency)}/${formatAmount(credit, content.currency)}`;
  const wanted = content.posted.lines
    .map((line) => show(theirs(line.account), line.debitMinor, line.creditMinor))
    .sort();
  const there = content.listed.map((line) => show(line.account, line.debitMinor, line.creditMinor)).sort();
  const at = wanted.findIndex((line, i) => line !== there[i]);
  if (at >= 0) return `${wanted[at]} → ${there[at] ?? '–'}`;
  return there.length > wanted.length ? `– → ${there[wanted.length]}` : null;
}

function differenceOf(
  { scope }: Work,
  at: {
    code: DifferenceCode;
    reason: string;
    voucher: ListedVoucher;
    book: OwingBook;
    row: DeliveryRow | undefined;
  },
): Difference {
  const { code, reason, voucher, book, row } = at;
  const withdrawable = scope.connection.connector.deliver?.voucher?.withdraw !== undefined;
  return {
    code,
    bookId: book.book_id,
    key: voucher.businessKey,
    params: {
      key: voucher.businessKey,
      voucher: String(row?.voucher_id ?? '–'),
      number: row?.target_number ?? voucher.number,
      state: row?.target_state ?? '–',
      wanted: row?.until ?? '–',
      reason,
    },
    repair: decideRepair(code, { withdrawable, refused: false }),
    deliveryId: row?.delivery_id ?? null,
    replay: null,
  };
}
