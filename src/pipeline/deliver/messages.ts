import type { VoucherMessage, WriteBackMessage } from '#connectors/kit/connector.ts';
import type { Book } from '#core/ledger/book.ts';
import { assert } from '#core/trouble/trouble.ts';
import { loadBook } from '#storage/books.ts';
import type { Database } from '#storage/database.ts';
import type { DeliveryRow } from '#storage/deliveries.ts';
import { findVouchers } from '#storage/vouchers.ts';

/** What each voucher delivery says to its target. */
export async function voucherMessages(
  database: Database,
  rows: readonly DeliveryRow[],
): Promise<VoucherMessage[]> {
  const messages: VoucherMessage[] = [];
  for (const bookId of new Set(rows.map((row) => row.book_id))) {
    const ofBook = rows.filter((row) => row.book_id === bookId);
    const book = await loadedBook(database, bookId);
    const vouchers = await findVouchers(
      database,
      bookId,
      ofBook.map((row) => row.voucher_id!),
    );
    const byId = new Map(vouchers.map((voucher) => [voucher.id, voucher]));
    for (const row of ofBook) {
      const voucher = byId.get(row.voucher_id!);
      assert(voucher, 'a delivery is owed only for a posted voucher');
      messages.push({ businessKey: row.business_key, voucher, book, until: row.until });
    }
  }
  return messages;
}

/** A target reads the chart and dimensions of the book; a batch of fifty needs them once. */
const books = new WeakMap<Database, Map<number, { at: number; book: Book }>>();
const BOOK_AGE_MAX_MS = 5_000;

async function loadedBook(database: Database, bookId: number): Promise<Book> {
  let ofDatabase = books.get(database);
  if (!ofDatabase) {
    ofDatabase = new Map();
    books.set(database, ofDatabase);
  }
  const known = ofDatabase.get(bookId);
  if (known && performance.now() - known.at < BOOK_AGE_MAX_MS) return known.book;
  const { book } = await loadBook(database, bookId);
  ofDatabase.set(bookId, { at: performance.now(), book });
  return book;
}

/** What a write-back says to the source. */
export function writeBackMessage({ payload, business_key: businessKey }: DeliveryRow): WriteBackMessage {
  assert(payload, 'a write-back is owed with what it says');
  return { ...payload, businessKey };
}
