import type { Book } from '#core/ledger/book.ts';
import { loadBook } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';

/** Books read once for a trace: names of accounts and dimension values. */
export class TraceBooks {
  readonly #tx: Tx;
  readonly #books = new Map<number, Promise<Book>>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  get(bookId: number): Promise<Book> {
    const known = this.#books.get(bookId) ?? loadBook(this.#tx, bookId).then(({ book }) => book);
    this.#books.set(bookId, known);
    return known;
  }
}
