import { RefusalError } from '#core/trouble/trouble.ts';
import type { Permission } from './permissions.ts';
import type { Grant, Principal } from './principal.ts';
import { Sight, within } from './sight.ts';

/** Where something is to be done. What is not named does not limit. */
export interface Place {
  readonly book?: string;
  readonly department?: string;
  readonly kind?: string;
}

/** What one principal may do: the one place that decides, for API, console, exports and webhooks alike. */
export class Access {
  readonly principal: Principal;

  constructor(principal: Principal) {
    this.principal = principal;
  }

  /** Whether any grant allows it there. */
  may(permission: Permission, place: Place = {}): boolean {
    return this.principal.grants.some((grant) => grant.permissions.has(permission) && covers(grant, place));
  }

  /** Ends the request where no grant allows it. */
  require(permission: Permission, place: Place = {}): void {
    if (this.may(permission, place)) return;
    throw new RefusalError({ code: 'forbidden', params: { permission, book: place.book ?? '' } });
  }

  /** Whether anything at all is granted in a book: to everybody else it does not exist. */
  knowsBook(book: string): boolean {
    return this.principal.grants.some((grant) => within(grant.books, book));
  }

  /** What is seen by way of a permission. */
  sight(permission: Permission): Sight {
    return new Sight(this.principal.grants.filter(({ permissions }) => permissions.has(permission)));
  }

  /** The books in which it is allowed; null: in every book. */
  books(permission: Permission): ReadonlySet<string> | null {
    return this.sight(permission).books();
  }
}

function covers({ books, departments, kinds }: Grant, { book, department, kind }: Place): boolean {
  return (
    isUnnamedOrWithin(books, book) &&
    isUnnamedOrWithin(departments, department) &&
    isUnnamedOrWithin(kinds, kind)
  );
}

function isUnnamedOrWithin(granted: ReadonlySet<string> | null, wanted: string | undefined): boolean {
  return wanted === undefined || within(granted, wanted);
}
