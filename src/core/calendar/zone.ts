import { type CalendarDate, dateOf, dateOfDayNumber } from './date.ts';

const DAY_MS = 86_400_000;

interface FixedOffset {
  readonly offsetMs: number;
  /** Since then the zone has kept this offset, without summer time. */
  readonly sinceMs: number;
}

/** Zones in which most instants arrive; a table look-up is a hundred times cheaper than asking the runtime. */
const fixedOffsets: ReadonlyMap<string, FixedOffset> = new Map([
  ['UTC', { offsetMs: 0, sinceMs: Number.NEGATIVE_INFINITY }],
  // Summer time in China ended in September 1991, in Japan in 1951.
  ['Asia/Shanghai', { offsetMs: 8 * 3_600_000, sinceMs: Date.UTC(1992, 0, 1) }],
  ['Asia/Hong_Kong', { offsetMs: 8 * 3_600_000, sinceMs: Date.UTC(1992, 0, 1) }],
  ['Asia/Taipei', { offsetMs: 8 * 3_600_000, sinceMs: Date.UTC(1992, 0, 1) }],
  ['Asia/Singapore', { offsetMs: 8 * 3_600_000, sinceMs: Date.UTC(1992, 0, 1) }],
  ['Asia/Tokyo', { offsetMs: 9 * 3_600_000, sinceMs: Date.UTC(1992, 0, 1) }],
]);

/** Formatters are costly to build and pure in effect, so each zone's is built once. Only valid zones get in. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date on the wall of `zone` (an IANA name) at an instant, or null when there is no such zone. */
export function dateInZone(epochMs: number, zone: string): CalendarDate | null {
  const fixed = fixedOffsets.get(zone);
  if (fixed !== undefined && epochMs >= fixed.sinceMs) {
    return dateOfDayNumber(Math.floor((epochMs + fixed.offsetMs) / DAY_MS));
  }
  const formatter = formatterOf(zone);
  return formatter === null ? null : dateOfParts(formatter.formatToParts(epochMs));
}

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = makeFormatter(zone);
  if (made !== null) formatters.set(zone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
  } catch {
    return null;
  }
}

function dateOfParts(parts: readonly Intl.DateTimeFormatPart[]): CalendarDate {
  const numberOf = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return dateOf(numberOf('year'), numberOf('month'), numberOf('day'));
}
