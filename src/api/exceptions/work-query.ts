import Type, { type Static } from 'typebox';
import type { Sight } from '#access/sight.ts';
import { filterIds } from '#api/filters.ts';
import { Amount, Code } from '#api/http/schemas.ts';
import { markedPage, markText, sortBy, sortingOf } from '#api/http/sorted-page.ts';
import { seenTraffic } from '#api/seen.ts';
import { timeRange, When } from '#api/time-range.ts';
import { parseAmount } from '#core/money/amount.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import type { WorkFilter, WorkPage, WorkRow, WorkSort } from '#storage/work-list.ts';
import { ExceptionState } from './exception-body.ts';

/** Stands for the login of nobody. */
const NOBODY = '-';
const SORTS: readonly WorkSort[] = ['opened', 'impact', 'priority'];

/** By the time of opening, by the amount at stake, or by both: the amount for each day it has waited. */
export const WorkSortBy = sortBy(SORTS);

/** Filters of the work list: the same for the list and for what is done to many at once. */
export const WORK_FILTERS = {
  book: Type.Optional(Code),
  flow: Type.Optional(Code),
  state: Type.Optional(ExceptionState),
  effect: Type.Optional(Type.Union([Type.Literal('block'), Type.Literal('hold')])),
  code: Type.Optional(Code),
  assignee: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: `Login; \`${NOBODY}\`: what nobody looks after`,
    }),
  ),
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description: "Part of the document's number, the record's id or the partner",
    }),
  ),
  impactMin: Type.Optional(Amount),
  openedBefore: Type.Optional(Type.String({ format: 'date-time' })),
  connection: Type.Optional(Code),
  openedFrom: Type.Optional(When),
  openedTo: Type.Optional(When),
};

type Asked = {
  readonly [Name in 'book' | 'flow' | 'effect' | 'code' | 'assignee' | 'search' | 'impactMin']?: string;
} & {
  readonly [Name in 'state' | 'openedBefore' | 'connection' | 'openedFrom' | 'openedTo']?: string;
};

/** What storage filters by: what is asked for, within what the caller sees. */
export async function workFilter(tx: Tx, query: Asked, sight: Sight): Promise<WorkFilter> {
  const { state, effect, code, assignee, search, impactMin, openedBefore } = query;
  if (search !== undefined) refuseCovered(sight, 'search');
  if (impactMin !== undefined) refuseCovered(sight, 'impactMin');
  const { flowIds } = await seenTraffic(tx, sight);
  const { book, flow, connection } = query;
  const opened = timeRange(query, 'opened');
  return {
    ...(await filterIds(tx, {
      ...(book === undefined ? {} : { book }),
      ...(flow === undefined ? {} : { flow }),
      ...(connection === undefined ? {} : { connection }),
    })),
    ...(opened.from ? { openedFrom: opened.from } : {}),
    ...(opened.to ? { openedTo: opened.to } : {}),
    ...(flowIds === undefined ? {} : { flowIds }),
    ...(state === undefined ? {} : { state }),
    ...(effect === undefined ? {} : { effect }),
    ...(code === undefined ? {} : { code }),
    ...(assignee === undefined ? {} : { assignee: assignee === NOBODY ? '' : assignee }),
    ...(search === undefined ? {} : { search }),
    ...(impactMin === undefined ? {} : { impactMin: minorOf(impactMin) }),
    ...(openedBefore === undefined ? {} : { before: new Date(openedBefore) }),
  };
}

/** Two decimals, as nearly every base currency has: a threshold of a list, not an amount of a book. */
function minorOf(text: string): bigint {
  const minor = parseAmount(text, 'CNY');
  if (minor.ok) return minor.value;
  throw new RefusalError({ ...minor.refusal, at: 'query.impactMin' });
}

/** Which page, newest first by default. The mark carries the instant for which ages count. */
export function workPage(
  query: Parameters<typeof markedPage>[0] & { readonly sort?: Static<typeof WorkSortBy> },
  { now, sight }: { now: Date; sight: Sight },
): { limit: number; page: WorkPage } {
  const standard = { sort: 'opened', direction: 'desc' } as const;
  const sorting = sortingOf(query.sort, { names: SORTS, standard });
  if (sorting.sort !== 'opened') refuseCovered(sight, 'sort');
  const { limit, after } = markedPage(query);
  const page = { ...sorting, limit: limit + 1, asOf: now };
  if (after === undefined) return { limit, page };
  const [, value, asOf] = /^(-?\d{1,40})@(\d{1,15})$/.exec(after.value) ?? [];
  if (value === undefined || asOf === undefined) {
    throw new RefusalError({ code: 'cursor_invalid', at: 'query.after' });
  }
  return { limit, page: { ...page, asOf: new Date(Number(asOf)), after: { value, id: after.id } } };
}

export function workMark({ sort_value: value, exception_id: id }: WorkRow, asOf: Date): string {
  return markText({ value: `${value}@${asOf.getTime()}`, id });
}

/** Whoever may not see an amount or a name does not find out by asking for it. */
function refuseCovered(sight: Sight, name: string): void {
  if (!sight.isPlain) throw new RefusalError({ code: 'search_covered', at: `query.${name}` });
}
