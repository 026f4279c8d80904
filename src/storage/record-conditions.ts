import { Conditions, type Parameters } from './conditions.ts';
import type { Became, RecordQuestion, RecordSearch } from './record-search.ts';

/** What holds of the record `r` by itself, and where it stands. */
export function recordConditions(
  parameters: Parameters,
  search: RecordSearch,
  question: RecordQuestion,
): string {
  const conditions = new Conditions(parameters);
  const { sources, externalPrefix: prefix } = search;
  conditions
    .and('r.connection_id = ?', search.connectionId)
    .and('r.kind = ?', search.kind)
    .and('r.run_id = ?', search.runId)
    .and('r.external_id collate "C" = ?', search.externalId)
    // Above every text that begins so there is none in the order of bytes but what the last character begins.
    .and(
      'r.external_id collate "C" >= ? and r.external_id collate "C" < ?',
      prefix,
      prefix && `${prefix}\u{10FFFF}`,
    )
    .and('r.received_at >= ?', search.receivedFrom)
    .and('r.received_at < ?', search.receivedTo)
    .and(
      '(r.connection_id, r.kind) in (select * from unnest(?::int[], ?::text[]))',
      sources?.map(({ connectionId }) => connectionId),
      sources?.map(({ kind }) => kind),
    );
  const bookIds = question.books.map(({ bookId }) => bookId);
  if (search.state !== undefined)
    conditions.and(STATES[search.state](() => `${parameters.bind(bookIds)}::int[]`));
  if (search.became) becameConditions(conditions, search.became, bookIds);
  return conditions.text;
}

const LIVING = (books: string, states = "d.state <> 'reversed'") =>
  `exists (select from documents d where d.book_id = any(${books}) and d.record_id = r.record_id and ${states})`;
const OPEN = "exists (select from exceptions e where e.record_id = r.record_id and e.state = 'open')";
const IGNORED = `exists (select from ignored_records i
  where i.flow_id = any (array(select flow_id from flows)) and i.record_id = r.record_id)`;

/** The same order of precedence as `record-facts.ts`. */
const STATES = {
  waiting: () => 'r.record_id in (select record_id from lane union all select record_id from lane_paused)',
  posted: (books: () => string) => LIVING(books(), "d.state = 'posted'"),
  held: () => `r.refusal is null and ${OPEN}`,
  // And does not stand otherwise; see `standsOtherwise`.
  ignored: () => IGNORED,
  refused: () => 'r.refusal is not null',
} as const;

/** Whether the record `r`, passed over once, is on hold or in a book by now. */
export function standsOtherwise(parameters: Parameters, { books }: RecordQuestion): string {
  const bookIds = books.map(({ bookId }) => bookId);
  return `(${OPEN} or ${LIVING(`${parameters.bind(bookIds)}::int[]`)})`;
}

function becameConditions(
  conditions: Conditions,
  { what, from, to, flowIds }: Became,
  bookIds: readonly number[],
): void {
  const since = from ?? new Date(0);
  const until = to ?? new Date(8.64e15);
  if (what === 'ignored') {
    conditions.and(
      `exists (select from ignored_records i where i.record_id = r.record_id and i.at >= ? and i.at < ?
        and i.flow_id = any(coalesce(?::int[], array(select flow_id from flows))))`,
      since,
      until,
      flowIds ?? null,
    );
    return;
  }
  conditions.and(
    `r.record_id in (
       select d.record_id from postings p
         join documents d on d.book_id = p.book_id and d.voucher_id between p.first_voucher_id and p.last_voucher_id
         join flow_versions v on v.flow_version_id = d.flow_version_id
        where p.book_id = any(?::int[]) and p.posted_at >= ? and p.posted_at < ?
          and v.flow_id = any(coalesce(?::int[], array(select flow_id from flows))))`,
    bookIds,
    since,
    until,
    flowIds ?? null,
  );
}

/** Books in which the same limits of an amount hold, as most do. */
export interface BookGroup {
  readonly bookIds: readonly number[];
  readonly amountFromMinor: bigint | null;
  readonly amountToMinor: bigint | null;
}

/** What holds of the living document `d` of one of these books. */
export function documentConditions(
  parameters: Parameters,
  { document: search, state }: RecordSearch,
  { kinds, group }: { kinds: readonly string[]; group: BookGroup },
): string {
  // In the words of the indexes made for it (0014-record-search.sql).
  const conditions = new Conditions(parameters).and("d.state in ('staged', 'posted')");
  if (state === 'posted') conditions.and("d.state = 'posted'");
  if (!search) return conditions.text;
  conditions
    .and('d.kind = any(?::text[]) and d.number = ?', kinds, search.number)
    .and('d.partner = any(?::text[])', search.partners)
    .and('d.date >= ?', search.dateFrom)
    .and('d.date <= ?', search.dateTo);
  if (search.isAmount) amountConditions(conditions, 'd.amount_minor', group);
  if (search.voucher) {
    const { word, number, period = null } = search.voucher;
    conditions.and(
      `(d.book_id, d.voucher_id) in (
         select v.book_id, v.voucher_id from periods p join vouchers v on v.book_id = p.book_id and v.period = p.period
          where p.book_id = any(?::int[]) and v.word = ? and v.number = ? and (?::int is null or p.period = ?::int))`,
      group.bookIds,
      word,
      number,
      period,
      period,
    );
  }
  return conditions.text;
}

/** The same of the open exception `e`, as far as mapping came. It has no voucher. */
export function exceptionConditions(
  parameters: Parameters,
  { document: search }: RecordSearch,
  { kinds, group }: { kinds: readonly string[]; group: BookGroup },
): string {
  const conditions = new Conditions(parameters)
    .and("e.state = 'open'")
    .and('e.book_id = any(?::int[])', group.bookIds);
  if (!search) return conditions.text;
  const { number } = search;
  conditions
    .and(
      'e.document_key = any(?::text[])',
      number === undefined ? undefined : kinds.map((kind) => `${kind} ${number}`),
    )
    .and('e.partner = any(?::text[])', search.partners)
    .and('e.doc_date >= ?', search.dateFrom)
    .and('e.doc_date <= ?', search.dateTo);
  if (search.isAmount) amountConditions(conditions, 'e.impact_minor', group);
  return conditions.text;
}

function amountConditions(
  conditions: Conditions,
  column: string,
  { amountFromMinor, amountToMinor }: BookGroup,
): void {
  conditions
    .and(`${column} is not null`)
    .and(`${column} >= ?`, amountFromMinor ?? undefined)
    .and(`${column} <= ?`, amountToMinor ?? undefined);
}
