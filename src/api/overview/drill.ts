import type { Measure } from '#storage/counting.ts';

/** What a figure is about, as the query of the overview names it. */
export interface Drill {
  readonly from: Date;
  readonly to: Date;
  readonly book?: string;
  readonly connection?: string;
  readonly flow?: string;
  readonly code?: string;
}

const API = '/api/v1';

type Listed = Exclude<Measure, 'repeated' | 'finding' | 'posted-after' | 'delivered-after'>;

/** The list that shows what a measure counts; `From` and `To` of its time are added. */
const LISTS: Readonly<
  Record<Listed, { path: string; time: string; query: Readonly<Record<string, string>> }>
> = {
  received: { path: '/records', time: 'received', query: {} },
  posted: { path: '/records', time: 'became', query: { became: 'posted' } },
  ignored: { path: '/records', time: 'became', query: { became: 'ignored' } },
  held: { path: '/exceptions', time: 'opened', query: {} },
  delivered: { path: '/deliveries', time: 'done', query: { kind: 'voucher' } },
  'written-back': { path: '/deliveries', time: 'done', query: { kind: 'write-back' } },
  stopped: { path: '/deliveries', time: 'stopped', query: {} },
};

/** Where to see what a figure counts, one by one. */
export function listOf(measure: Listed, drill: Drill): string {
  const { path, time, query } = LISTS[measure];
  const range = { [`${time}From`]: drill.from.toISOString(), [`${time}To`]: drill.to.toISOString() };
  return address(path, { ...query, ...range, ...placeOf(path, drill) });
}

/** Where to see what waits. */
export function waitingList(
  path: '/records' | '/deliveries' | '/exceptions',
  query: Readonly<Record<string, string>>,
  drill: Drill,
): string {
  return address(path, { ...query, ...placeOf(path, drill) });
}

/** Only exceptions are listed by their findings. */
function placeOf(path: string, { book, connection, flow, code }: Drill): Record<string, string> {
  return {
    ...(book === undefined ? {} : { book }),
    ...(connection === undefined ? {} : { connection }),
    ...(flow === undefined ? {} : { flow }),
    ...(code === undefined || path !== '/exceptions' ? {} : { code }),
  };
}

function address(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return `${API}${path}${search ? `?${search}` : ''}`;
}
