import Type, { type Static } from 'typebox';
import type { Sight } from '#access/sight.ts';
import { filterIds } from '#api/filters.ts';
import { Amount, Code, Day, exactly, Id, Page, PeriodId } from '#api/http/schemas.ts';
import { markedPage, sortBy, sortingOf } from '#api/http/sorted-page.ts';
import { dayOf, timeRange, When } from '#api/time-range.ts';
import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import { parseAmount } from '#core/money/amount.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { type BookRow, listBooks } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { findPartnerCodes } from '#storage/partners.ts';
import { type FlowPlace, listFlowPlaces } from '#storage/places.ts';
import type {
  DocumentSearch,
  RecordQuestion,
  RecordSearch,
  RecordSort,
  SearchedBook,
} from '#storage/record-search.ts';
import { readVoucherLabel, smartSearches } from './smart-text.ts';

const SORTS: readonly RecordSort[] = ['received', 'externalId', 'date', 'amount'];
const literals = (...names: string[]) => Type.Union(names.map((name) => Type.Literal(name)));

export const RecordQuery = exactly({
  ...Page,
  sort: sortBy(SORTS),
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description:
        'Beginning of their id, document number, voucher (记-12), exact amount, or code or name of a partner',
    }),
  ),
  state: Type.Optional(
    Type.Union(['waiting', 'posted', 'held', 'ignored', 'refused'].map((name) => Type.Literal(name))),
  ),
  book: Type.Optional(Code),
  connection: Type.Optional(Code),
  flow: Type.Optional(Code),
  kind: Type.Optional(Code),
  run: Type.Optional(Id),
  externalId: Type.Optional(Type.String({ maxLength: 400 })),
  number: Type.Optional(Type.String({ maxLength: 200, description: 'Number of the document' })),
  voucher: Type.Optional(Type.String({ maxLength: 40, description: 'Word and number: 记-12' })),
  period: Type.Optional(PeriodId),
  partner: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Code, or a part of the name' }),
  ),
  amountFrom: Type.Optional(Amount),
  amountTo: Type.Optional(Amount),
  dateFrom: Type.Optional(Day),
  dateTo: Type.Optional(Day),
  receivedFrom: Type.Optional(When),
  receivedTo: Type.Optional(When),
  became: Type.Optional(literals('posted', 'ignored')),
  becameFrom: Type.Optional(When),
  becameTo: Type.Optional(When),
});

export type RecordAsked = Static<typeof RecordQuery>;

/** The question that a query asks, as storage takes it, within what the caller sees. */
export async function recordQuestion(tx: Tx, query: RecordAsked, sight: Sight): Promise<RecordQuestion> {
  refuseCovered(query, sight);
  const flows = (await listFlowPlaces(tx)).filter((flow) => isMeant(flow, query, sight));
  const books = (await listBooks(tx)).filter((book) => flows.some((flow) => flow.book === book.code));
  const bookIds = books.map(({ book_id: id }) => id);
  const base = await baseSearch(tx, query, { flows, sight, bookIds });
  const { sort, direction } = sortingOf(query.sort, {
    names: SORTS,
    standard: { sort: 'received', direction: 'desc' },
  });
  const smart = query.q && (await smartSearches(tx, query.q.trim(), { bookIds, isPlain: sight.isPlain }));
  const isAmount = smart ? smart.amount : null;
  return {
    anyOf: smart ? smart.searches.map((search) => merged(base, search)) : [base],
    books: books.map((book) => searchedBook(book, query, isAmount)),
    kinds: [...new Set(flows.flatMap(({ kinds }) => kinds))],
    ...{ sort, direction },
    ...markedPage(query),
  };
}

/** Who does not see a field as it is cannot find it out by asking for it either. */
function refuseCovered(query: RecordAsked, sight: Sight): void {
  if (sight.isPlain) return;
  const asked = [
    query.amountFrom !== undefined ? 'query.amountFrom' : null,
    query.amountTo !== undefined ? 'query.amountTo' : null,
    query.partner !== undefined ? 'query.partner' : null,
    query.sort?.endsWith('amount') ? 'query.sort' : null,
  ].find((at) => at !== null);
  if (asked) throw new RefusalError({ code: 'search_covered', at: asked });
}

function isMeant(flow: FlowPlace, { book, flow: code }: RecordAsked, sight: Sight): boolean {
  return (
    (sight.isUnlimited || sight.traffic(flow)) &&
    (book === undefined || flow.book === book) &&
    (code === undefined || flow.code === code)
  );
}

interface Within {
  readonly flows: readonly FlowPlace[];
  readonly sight: Sight;
  readonly bookIds: readonly number[];
}

async function baseSearch(
  tx: Tx,
  query: RecordAsked,
  { flows, sight, bookIds }: Within,
): Promise<RecordSearch> {
  const { connectionId } = await filterIds(tx, query);
  const isNarrow = !sight.isUnlimited || query.book !== undefined || query.flow !== undefined;
  const received = timeRange(query, 'received');
  const became = timeRange(query, 'became');
  const document = await documentSearch(tx, query, bookIds);
  const { kind, externalId, state } = query;
  return {
    ...(isNarrow
      ? {
          sources: flows.map(({ connection_id: id, record_kind }) => ({
            connectionId: id,
            kind: record_kind,
          })),
        }
      : {}),
    ...(connectionId === undefined ? {} : { connectionId }),
    ...(kind === undefined ? {} : { kind }),
    ...(query.run === undefined ? {} : { runId: BigInt(query.run) }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(received.from ? { receivedFrom: received.from } : {}),
    ...(received.to ? { receivedTo: received.to } : {}),
    ...(isState(state) ? { state } : {}),
    ...(isBecame(query.became)
      ? {
          became: {
            what: query.became,
            ...became,
            ...(isNarrow ? { flowIds: flows.map(({ flow_id: id }) => id) } : {}),
          },
        }
      : {}),
    ...(document ? { document } : {}),
  };
}

function isState(state: unknown): state is NonNullable<RecordSearch['state']> {
  return typeof state === 'string';
}

function isBecame(what: unknown): what is 'posted' | 'ignored' {
  return what === 'posted' || what === 'ignored';
}

async function documentSearch(
  tx: Tx,
  query: RecordAsked,
  bookIds: readonly number[],
): Promise<DocumentSearch | null> {
  const { number, partner, dateFrom, dateTo, period } = query;
  const isAmount = query.amountFrom !== undefined || query.amountTo !== undefined;
  const voucher = query.voucher === undefined ? null : voucherOf(query.voucher);
  const search: DocumentSearch = {
    ...(number === undefined ? {} : { number }),
    ...(partner === undefined ? {} : { partners: (await findPartnerCodes(tx, bookIds, partner)).codes }),
    ...(voucher ? { voucher: { ...voucher, ...(period === undefined ? {} : { period }) } } : {}),
    ...(dateFrom === undefined ? {} : { dateFrom: dayOf(dateFrom, 'query.dateFrom') }),
    ...(dateTo === undefined ? {} : { dateTo: dayOf(dateTo, 'query.dateTo') }),
    ...(isAmount ? { isAmount } : {}),
  };
  return Object.keys(search).length === 0 ? null : search;
}

function voucherOf(text: string): { word: string; number: number } {
  const label = readVoucherLabel(text);
  if (label) return label;
  const params = { why: `${VOUCHER_WORDS.join('|')}-12` };
  throw new RefusalError({ code: 'value_invalid', at: 'query.voucher', params });
}

function merged(base: RecordSearch, more: RecordSearch): RecordSearch {
  const document = { ...base.document, ...more.document };
  return { ...base, ...more, ...(Object.keys(document).length === 0 ? {} : { document }) };
}

function searchedBook(book: BookRow, query: RecordAsked, exact: string | null): SearchedBook {
  const minor = (text: string | undefined, at: string) => {
    if (text === undefined) return null;
    const amount = parseAmount(text, book.base_currency);
    if (!amount.ok) throw new RefusalError({ ...amount.refusal, at });
    return amount.value;
  };
  const amount = exact === null ? null : parseAmount(exact, book.base_currency);
  const exactMinor = amount?.ok ? amount.value : null;
  return {
    bookId: book.book_id,
    amountFromMinor: exactMinor ?? minor(query.amountFrom, 'query.amountFrom'),
    amountToMinor: exactMinor ?? minor(query.amountTo, 'query.amountTo'),
  };
}
