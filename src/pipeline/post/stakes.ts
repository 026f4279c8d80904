import type { CalendarDate } from '#core/calendar/date.ts';
import { type Headline, headlineOf } from '#core/documents/headline.ts';
import type { Book } from '#core/ledger/book.ts';
import type { Sketch } from '#core/mapping/document-mapping.ts';
import { convertMinor } from '#core/money/amount.ts';
import { findRate } from '#core/money/rates.ts';
import { type Digested, documentKey } from './decide-documents.ts';
import type { MappedItem } from './map-items.ts';

/** What an exception is about, as far as it is known: which document, whom, how much, of what day. */
export interface Stakes {
  readonly documentKey: string | null;
  readonly partner: string | null;
  /** In minor units of the book's currency. */
  readonly impactMinor: bigint | null;
  readonly docDate: CalendarDate | null;
}

export const NO_STAKES: Stakes = { documentKey: null, partner: null, impactMinor: null, docDate: null };

/** What mapping made, as far as it says what it is about. */
interface Mapped extends Pick<MappedItem, 'sketch'> {
  readonly documents: readonly Pick<Digested, 'document' | 'headline'>[];
}

const RATE_TYPE = 'spot';

/** Of the first document; where it could not be built, of what could be read of it. */
export function stakesOf(book: Book, { documents, sketch }: Mapped): Stakes {
  const [first] = documents;
  if (first) return stakesIn(book, { ...first.document, headline: first.headline });
  return sketch === null ? NO_STAKES : stakesIn(book, { ...sketch, headline: headlineOf(sketch) });
}

function stakesIn(
  book: Book,
  {
    kind,
    number,
    date,
    currency,
    headline,
  }: Pick<Sketch, 'kind' | 'number' | 'date' | 'currency'> & { readonly headline: Headline },
): Stakes {
  const { amountMinor, partner } = headline;
  return {
    documentKey: number === null ? null : documentKey({ kind, number }),
    partner,
    impactMinor: amountMinor === null ? null : inBase(book, { amountMinor, currency, date }),
    docDate: date,
  };
}

/** Null where the book has no rate for that day: a guess would put the exception in the wrong place of the list. */
function inBase(
  { baseCurrency, rates }: Book,
  { amountMinor, currency, date }: { amountMinor: bigint; currency: string; date: string | null },
): bigint | null {
  if (currency === baseCurrency) return amountMinor;
  const rate = date === null ? null : findRate(rates, currency, RATE_TYPE, date);
  return rate === null ? null : convertMinor(amountMinor, currency, rate.rate, baseCurrency);
}
