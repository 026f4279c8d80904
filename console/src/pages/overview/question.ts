/** What the overview is asked for, as the browser's address keeps it. */

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;
export const SPANS = ['hours24', 'days7', 'days30', 'days90'] as const;
export type Span = (typeof SPANS)[number];
const DAYS: Readonly<Record<Span, number>> = { hours24: 1, days7: 7, days30: 30, days90: 90 };
const PLACES = ['book', 'connection', 'flow', 'code'] as const;

export type Places = Partial<Record<(typeof PLACES)[number], string>>;

export function spanOf(search: URLSearchParams): Span {
  const asked = search.get('span');
  return SPANS.find((span) => span === asked) ?? 'days7';
}

/** The book, connection, flow or finding that everything is narrowed to. */
export function placesOf(search: URLSearchParams): Places {
  return Object.fromEntries(PLACES.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
}

/** The question for the hub. Days are whole days in China, today included; a day by hours is the last 24. */
export function questionOf(search: URLSearchParams, now: Date) {
  const span = spanOf(search);
  const by = span === 'hours24' ? ('hour' as const) : ('day' as const);
  const since = now.getTime() - (DAYS[span] - (by === 'day' ? 1 : 0)) * DAY_MS;
  const from =
    by === 'hour' ? new Date(since).toISOString() : new Date(since + CHINA_MS).toISOString().slice(0, 10);
  return { ...placesOf(search), from, by };
}
