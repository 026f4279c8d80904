import { Mask } from './mask.ts';
import type { Grant } from './principal.ts';

/** A flow and what comes of it. */
export interface FlowSeen {
  readonly book: string;
  /** Kinds of the documents it makes. */
  readonly kinds: readonly string[];
}

/** A document or a voucher. */
export interface EntrySeen {
  readonly book: string;
  /** Of the document, or of all the documents behind a voucher. A voucher without any belongs to no kind. */
  readonly kinds: readonly string[];
  /** Every department it carries. */
  readonly departments: readonly string[];
}

/** The limits of one grant, as storage asks them. Null: no limit. */
export interface Limits {
  readonly books: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly departments: readonly string[] | null;
}

/**
 * What a principal sees by way of one permission: the union of what each grant of it shows. A grant that is limited
 * shows what it names, and nothing of what belongs to no book, kind or department.
 */
export class Sight {
  readonly #grants: readonly Grant[];

  constructor(grants: readonly Grant[]) {
    this.#grants = grants;
  }

  /** Everything, also what belongs to no book. */
  get isUnlimited(): boolean {
    return this.#grants.some(({ books, kinds, departments }) => (books ?? kinds ?? departments) === null);
  }

  /** No rule about fields in any grant: nothing needs to be masked. */
  get isPlain(): boolean {
    return this.#grants.every(({ fields }) => fields.length === 0);
  }

  /** The books in which anything is seen; null: every book. */
  books(): ReadonlySet<string> | null {
    const all = new Set<string>();
    for (const { books } of this.#grants) {
      if (books === null) return null;
      for (const book of books) all.add(book);
    }
    return all;
  }

  /** A book: its chart, its periods, its name. */
  book(book: string): boolean {
    return this.#grants.some((grant) => within(grant.books, book));
  }

  /** Figures over all kinds and departments of a book. */
  figures(book: string): boolean {
    return this.#grants.some(
      ({ books, kinds, departments }) => within(books, book) && (kinds ?? departments) === null,
    );
  }

  /** A flow, where any of the documents it makes is seen. */
  flow({ book, kinds }: FlowSeen): boolean {
    return this.#grants.some((grant) => within(grant.books, book) && anyWithin(grant.kinds, kinds));
  }

  /** What is on its way through a flow. It has no department yet, so a grant of some departments does not show it. */
  traffic({ book, kinds }: FlowSeen): boolean {
    return this.#grants.some(
      (grant) => within(grant.books, book) && anyWithin(grant.kinds, kinds) && grant.departments === null,
    );
  }

  /** The same, where all of its kinds must be seen: raw bytes tell them all, and what is posted may become any. */
  wholeTraffic({ book, kinds }: FlowSeen): boolean {
    return this.entry({ book, kinds, departments: [] });
  }

  /** Whether documents of these kinds may be made at all; of which departments, is seen when they are made. */
  kinds({ book, kinds }: FlowSeen): boolean {
    return this.#grants.some((grant) => within(grant.books, book) && everyWithin(grant.kinds, kinds));
  }

  entry({ book, kinds, departments }: EntrySeen): boolean {
    return this.#grants.some(
      (grant) =>
        within(grant.books, book) &&
        everyWithin(grant.kinds, kinds) &&
        everyWithin(grant.departments, departments),
    );
  }

  /** For storage to filter by; null: everything. */
  limits(): readonly Limits[] | null {
    if (this.isUnlimited) return null;
    return this.#grants.map(({ books, kinds, departments }) => ({
      books: books && [...books],
      kinds: kinds && [...kinds],
      departments: departments && [...departments],
    }));
  }

  /** How fields are shown in a book: plainly where any grant that covers the kind shows them plainly. */
  mask(book: string): Mask {
    return new Mask(this.#grants.filter((grant) => within(grant.books, book)));
  }
}

export function within(granted: ReadonlySet<string> | null, wanted: string): boolean {
  return granted === null || granted.has(wanted);
}

function anyWithin(granted: ReadonlySet<string> | null, wanted: readonly string[]): boolean {
  return granted === null || wanted.some((one) => granted.has(one));
}

function everyWithin(granted: ReadonlySet<string> | null, wanted: readonly string[]): boolean {
  return granted === null || (wanted.length > 0 && wanted.every((one) => granted.has(one)));
}
