import { dateOf, dayNumberOf, isDay } from './date.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. Only for "when did we do it"; a ledger date is a CalendarDate. */
export type EpochMs = number;

/** Date, time of day and, where the text names one, the offset from UTC in minutes. */
const ISO_TEXT =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;

/** What an ISO 8601 date-time text says; `offsetMinutes` is null when it names no offset (a wall clock somewhere). */
export interface IsoDateTime {
  readonly wallMs: EpochMs;
  readonly offsetMinutes: number | null;
}

/** The instant of an ISO 8601 text with an offset (`2026-11-20T10:00:00-05:00`), or null. */
export function parseInstant(text: string): EpochMs | null {
  const parsed = parseIsoDateTime(text);
  if (parsed === null || parsed.offsetMinutes === null) return null;
  return parsed.wallMs - parsed.offsetMinutes * 60_000;
}

/** Wall clock and offset of an ISO 8601 date-time text, or null when it is none or names a day or time that does not exist. */
export function parseIsoDateTime(text: string): IsoDateTime | null {
  const match = ISO_TEXT.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = match;
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const days = dayNumberOf(dateOf(Number(year), Number(month), Number(day)));
  const seconds = (days * 24 + Number(hour)) * 3_600 + Number(minute) * 60 + Number(second);
  const offsetMinutes = offset === undefined ? null : parseOffset(offset);
  return { wallMs: seconds * 1_000 + Number(fraction.slice(0, 3).padEnd(3, '0')), offsetMinutes };
}

/** The instant as ISO 8601 in UTC with milliseconds, e.g. `2026-11-21T08:30:00.000Z`. */
export function formatInstant(epochMs: EpochMs): string {
  return new Date(epochMs).toISOString();
}

function parseOffset(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return offset.startsWith('-') ? -minutes : minutes;
}
