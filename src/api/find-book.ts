import type { Book } from '#core/ledger/book.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { findBook } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import type { ApiContext } from './api-context.ts';

/** The book of this code as posting knows it; an unknown one ends the request. */
export async function requireBook(tx: Tx, { cache }: Pick<ApiContext, 'cache'>, code: string): Promise<Book> {
  const row = await findBook(tx, code);
  if (!row) throw new RefusalError({ code: 'not_found', params: { kind: 'book', id: code } });
  return (await cache.book(tx, row.book_id, row.master_version)).book;
}
