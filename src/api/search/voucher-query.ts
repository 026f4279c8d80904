import Type, { type Static } from 'typebox';
import type { Sight } from '#access/sight.ts';
import { Amount, Day, exactly, Page, PeriodId } from '#api/http/schemas.ts';
import { markedPage, sortBy, sortingOf } from '#api/http/sorted-page.ts';
import { dayOf, timeRange, When } from '#api/time-range.ts';
import { daysBetween } from '#core/calendar/date.ts';
import type { Book } from '#core/ledger/book.ts';
import { parseAmount } from '#core/money/amount.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { VoucherFilter, VoucherSort } from '#storage/voucher-list.ts';

const SORTS: readonly VoucherSort[] = ['entered', 'date', 'number', 'amount'];
/** Texts are read voucher by voucher; a year and a bit of them is what a person waits for. */
const TEXT_DAYS_MAX = 100;

export const VoucherQuery = exactly({
  ...Page,
  sort: sortBy(SORTS),
  period: Type.Optional(PeriodId),
  word: Type.Optional(Type.String({ maxLength: 4 })),
  number: Type.Optional(Type.Integer({ minimum: 1 })),
  account: Type.Optional(Type.String({ maxLength: 60, description: 'This account or any below it' })),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  dateFrom: Type.Optional(Day),
  dateTo: Type.Optional(Day),
  amountFrom: Type.Optional(Amount),
  amountTo: Type.Optional(Amount),
  text: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Part of a summary; takes a period or dates' }),
  ),
  postedFrom: Type.Optional(When),
  postedTo: Type.Optional(When),
});

/** What storage filters vouchers of a book by, within what the caller sees. */
export function voucherFilter(
  query: Static<typeof VoucherQuery>,
  { book, sight }: { book: Book; sight: Sight },
): VoucherFilter {
  refuseCovered(query, sight);
  refuseWide(query);
  const { period, word, number, account, kind, dateFrom, dateTo, text } = query;
  const posted = timeRange(query, 'posted');
  const standard = { sort: 'entered', direction: 'desc' } as const;
  const { sort, direction } = sortingOf(query.sort, { names: SORTS, standard });
  return {
    bookId: book.id,
    ...(period === undefined ? {} : { period }),
    ...(word === undefined ? {} : { word }),
    ...(number === undefined ? {} : { number }),
    ...(account === undefined ? {} : { account }),
    ...(kind === undefined ? {} : { kind }),
    ...(dateFrom === undefined ? {} : { dateFrom: dayOf(dateFrom, 'query.dateFrom') }),
    ...(dateTo === undefined ? {} : { dateTo: dayOf(dateTo, 'query.dateTo') }),
    ...(text === undefined ? {} : { text }),
    ...(query.amountFrom === undefined
      ? {}
      : { amountFromMinor: minorOf(query.amountFrom, book, 'query.amountFrom') }),
    ...(query.amountTo === undefined
      ? {}
      : { amountToMinor: minorOf(query.amountTo, book, 'query.amountTo') }),
    ...(posted.from ? { postedFrom: posted.from } : {}),
    ...(posted.to ? { postedTo: posted.to } : {}),
    reach: sight.limits(),
    sort,
    page: { direction, ...markedPage(query) },
  };
}

function refuseCovered(query: Static<typeof VoucherQuery>, sight: Sight): void {
  if (sight.isPlain) return;
  const { amountFrom, amountTo, text, sort } = query;
  const asked = Object.entries({ amountFrom, amountTo, text }).find(([, value]) => value !== undefined);
  const at = asked?.[0] ?? (sort?.endsWith('amount') ? 'sort' : null);
  if (at !== null) throw new RefusalError({ code: 'search_covered', at: `query.${at}` });
}

function refuseWide({ text, period, dateFrom, dateTo }: Static<typeof VoucherQuery>): void {
  if (text === undefined || period !== undefined) return;
  const isBounded =
    dateFrom !== undefined &&
    dateTo !== undefined &&
    daysBetween(dayOf(dateFrom, 'query.dateFrom'), dayOf(dateTo, 'query.dateTo')) <= TEXT_DAYS_MAX;
  if (isBounded) return;
  const params = { days: String(TEXT_DAYS_MAX) };
  throw new RefusalError({ code: 'search_needs_period', at: 'query.text', params });
}

function minorOf(text: string, { baseCurrency }: Book, at: string): bigint {
  const amount = parseAmount(text, baseCurrency);
  if (!amount.ok) throw new RefusalError({ ...amount.refusal, at });
  return amount.value;
}
