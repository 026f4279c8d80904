import type { Sight } from '#access/sight.ts';
import { filterIds } from '#api/filters.ts';
import { endOf, startOf } from '#api/time-range.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import type { FigureFilter, Grain } from '#storage/overview.ts';
import { type FlowPlace, listFlowPlaces } from '#storage/places.ts';

export interface OverviewQuery {
  readonly from?: string;
  readonly to?: string;
  readonly by?: Grain;
  readonly book?: string;
  readonly connection?: string;
  readonly flow?: string;
  readonly code?: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHINA_MS = 8 * HOUR_MS;
const DEFAULT_DAYS = 7;
/** Shorter times are shown by hour unless asked otherwise. */
const BY_HOUR_MS = 3 * DAY_MS;
const LONGEST: Readonly<Record<Grain, number>> = { hour: 31, day: 400 };

/** What is asked, as storage takes it: whole steps of time, and only flows of which the caller sees everything. */
export async function filterOf(
  tx: Tx,
  { query, sight, now }: { query: OverviewQuery; sight: Sight; now: Date },
): Promise<{ filter: FigureFilter; flows: readonly FlowPlace[] }> {
  const { bookId, connectionId } = await filterIds(tx, query);
  const flows = (await listFlowPlaces(tx)).filter(
    (flow) =>
      (query.flow === undefined || flow.code === query.flow) &&
      (query.book === undefined || flow.book === query.book) &&
      (sight.isUnlimited || sight.wholeTraffic(flow)),
  );
  const isOfFlows = query.flow !== undefined || !sight.isUnlimited;
  const filter = {
    ...stepsOf(query, now),
    bookIds: bookId === undefined ? null : [bookId],
    connectionId: connectionId ?? null,
    flowIds: isOfFlows ? flows.map(({ flow_id: id }) => id) : null,
    code: query.code ?? null,
    sources:
      isOfFlows || query.book !== undefined
        ? flows.map(({ connection_id, record_kind }) => ({ connectionId: connection_id, kind: record_kind }))
        : null,
  };
  return { filter, flows };
}

function stepsOf(query: OverviewQuery, now: Date): Pick<FigureFilter, 'grain' | 'from' | 'to'> {
  const to = query.to === undefined ? now : endOf(query.to, 'query.to');
  const from =
    query.from === undefined
      ? new Date(to.getTime() - (DEFAULT_DAYS - 1) * DAY_MS)
      : startOf(query.from, 'query.from');
  const grain = query.by ?? (to.getTime() - from.getTime() <= BY_HOUR_MS ? 'hour' : 'day');
  const days = LONGEST[grain];
  const spanMs = to.getTime() - from.getTime();
  if (spanMs < 0 || spanMs > days * DAY_MS) {
    throw new RefusalError({ code: 'range_invalid', at: 'query.from', params: { max: `${days} d` } });
  }
  const stepMs = grain === 'hour' ? HOUR_MS : DAY_MS;
  const floor = (at: Date) => Math.floor((at.getTime() + CHINA_MS) / stepMs) * stepMs - CHINA_MS;
  const end = floor(to) === to.getTime() ? to.getTime() : floor(to) + stepMs;
  return { grain, from: new Date(floor(from)), to: new Date(Math.max(end, floor(from) + stepMs)) };
}
