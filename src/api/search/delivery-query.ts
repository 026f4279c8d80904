import Type, { type Static } from 'typebox';
import type { Sight } from '#access/sight.ts';
import type { IdFilters } from '#api/filters.ts';
import { Code, exactly, Id, Page } from '#api/http/schemas.ts';
import { markedPage, sortBy, sortingOf } from '#api/http/sorted-page.ts';
import { timeRange, When } from '#api/time-range.ts';
import type { DeliveryFilter, DeliverySort } from '#storage/delivery-list.ts';

const SORTS: readonly DeliverySort[] = ['created', 'done', 'stopped', 'attempts', 'nextAttempt'];
/** One of these words. */
export const oneOf = (...names: string[]) => Type.Union(names.map((name) => Type.Literal(name)));

export const DeliveryKind = oneOf('voucher', 'write-back', 'withdraw');
const STATES = ['owed', 'sending', 'done', 'refused', 'dead', 'withdrawn'];
export const DeliveryState = oneOf(...STATES);

export const DeliveryQuery = exactly({
  ...Page,
  sort: sortBy(SORTS),
  book: Type.Optional(Code),
  connection: Type.Optional(Code),
  flow: Type.Optional(Code),
  kind: Type.Optional(DeliveryKind),
  state: Type.Optional(
    Type.Union([DeliveryState, Type.Literal('stopped')], { description: 'stopped: refused or dead' }),
  ),
  voucherId: Type.Optional(Id),
  number: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Number in the target, or business key' }),
  ),
  error: Type.Optional(Type.String({ maxLength: 200, description: 'Code of the last trouble' })),
  doneFrom: Type.Optional(When),
  doneTo: Type.Optional(When),
  stoppedFrom: Type.Optional(When),
  stoppedTo: Type.Optional(When),
});

/** What storage filters deliveries by, within what the caller sees. */
export function deliveryFilter(
  query: Static<typeof DeliveryQuery>,
  { ids, sight }: { ids: IdFilters; sight: Sight },
) {
  const { kind, state, voucherId, number, error } = query;
  const done = timeRange(query, 'done');
  const stopped = timeRange(query, 'stopped');
  const standard = { sort: 'created', direction: 'desc' } as const;
  const { sort, direction } = sortingOf(query.sort, { names: SORTS, standard });
  return {
    ...ids,
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { states: state === 'stopped' ? ['refused', 'dead'] : [state] }),
    ...(voucherId === undefined ? {} : { voucherId: BigInt(voucherId) }),
    ...(number === undefined ? {} : { number }),
    ...(error === undefined ? {} : { error }),
    ...(done.from ? { doneFrom: done.from } : {}),
    ...(done.to ? { doneTo: done.to } : {}),
    ...(stopped.from ? { stoppedFrom: stopped.from } : {}),
    ...(stopped.to ? { stoppedTo: stopped.to } : {}),
    reach: sight.limits(),
    sort,
    page: { direction, ...markedPage(query) },
  } satisfies DeliveryFilter;
}
