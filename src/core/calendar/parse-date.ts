import { DATE_LENGTH_MAX, YEAR_MAX, YEAR_MIN } from '#core/limits.ts';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { type CalendarDate, dateOf, dateOfDayNumber, isCalendarDate, isDay, yearOf } from './date.ts';
import { readPattern } from './date-pattern.ts';
import { type IsoDateTime, parseIsoDateTime } from './instant.ts';
import { dateInZone } from './zone.ts';

export interface DateOptions {
  /** `iso`, `excel`, `unix`, `unix-ms`, or a pattern of YYYY, MM, M, DD, D and separators. Without: ISO or the obvious. */
  readonly format?: string | undefined;
  /** IANA zone in which an instant becomes a date. Default Asia/Shanghai. */
  readonly zone?: string | undefined;
}

const DEFAULT_ZONE = 'Asia/Shanghai';

/** Tried in order when no format is given. Day-first and month-first texts are not among them: nobody can tell them apart. */
const OBVIOUS_PATTERNS = ['YYYY-M-D', 'YYYY/M/D', 'YYYYMMDD', 'YYYY.M.D', 'YYYY年M月D日'];

/** Day 0 of the spreadsheet calendar as days since 1970, for serials after its invented 29 February 1900. */
const EXCEL_DAY_ZERO = -25_569;
const EXCEL_INVENTED_DAY = 60;
const EXCEL_SERIAL_MAX = 2_958_465;

/**
 * The calendar date an outside system meant.
 *
 * A date with a wall-clock time keeps its date; an instant (with `Z`, an offset, or from unix time) becomes the
 * date on the wall in `zone`, because a sale at 23:30 UTC belongs to the next day in Shanghai.
 *
 * @example parseDate('2026-11-20T20:00:00-05:00', { zone: 'Asia/Shanghai' }) // '2026-11-21'
 */
export function parseDate(value: string | number, options: DateOptions = {}): Outcome<CalendarDate> {
  if (typeof value === 'string' && options.format === undefined && isCalendarDate(value)) {
    return inRange(value, value);
  }
  const text = String(value);
  if (text.length > DATE_LENGTH_MAX) return notRecognised(`${text.slice(0, DATE_LENGTH_MAX)}…`, options);
  switch (options.format) {
    case undefined:
      return parseObvious(text, options);
    case 'iso':
      return parseIso(text, options);
    case 'excel':
      return parseExcel(text, options);
    case 'unix':
      return parseUnix(text, 1_000, options);
    case 'unix-ms':
      return parseUnix(text, 1, options);
    default:
      return parsePattern(text, options.format, options);
  }
}

function parseObvious(text: string, options: DateOptions): Outcome<CalendarDate> {
  const parsed = parseIsoDateTime(text);
  if (parsed !== null) return ofIso(parsed, text, options);
  for (const pattern of OBVIOUS_PATTERNS) {
    if (readPattern(text, pattern) !== null) return parsePattern(text, pattern, options);
  }
  return notRecognised(text, options);
}

function parseIso(text: string, options: DateOptions): Outcome<CalendarDate> {
  const parsed = parseIsoDateTime(text);
  return parsed === null ? parsePattern(text, 'YYYY-MM-DD', options) : ofIso(parsed, text, options);
}

function ofIso(parsed: IsoDateTime, text: string, options: DateOptions): Outcome<CalendarDate> {
  if (parsed.offsetMinutes === null) return inRange(text.slice(0, 10), text);
  return ofInstant(parsed.wallMs - parsed.offsetMinutes * 60_000, text, options);
}

function parseUnix(text: string, unitMs: number, options: DateOptions): Outcome<CalendarDate> {
  if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return notRecognised(text, options);
  return ofInstant(Math.floor(Number(text) * unitMs), text, options);
}

function parseExcel(text: string, options: DateOptions): Outcome<CalendarDate> {
  if (!/^\d{1,7}(\.\d+)?$/.test(text)) return notRecognised(text, options);
  const serial = Math.floor(Number(text));
  if (serial < 1 || serial > EXCEL_SERIAL_MAX) return outOfRange(text);
  if (serial === EXCEL_INVENTED_DAY) return refuse({ code: 'date_impossible', params: { text } });
  return inRange(dateOfDayNumber(EXCEL_DAY_ZERO + serial + (serial < EXCEL_INVENTED_DAY ? 1 : 0)), text);
}

function parsePattern(text: string, pattern: string, options: DateOptions): Outcome<CalendarDate> {
  const read = readPattern(text, pattern);
  if (read === null) return notRecognised(text, options);
  if (!isDay(read.year, read.month, read.day)) return refuse({ code: 'date_impossible', params: { text } });
  return inRange(dateOf(read.year, read.month, read.day), text);
}

function ofInstant(epochMs: number, text: string, options: DateOptions): Outcome<CalendarDate> {
  const zone = options.zone ?? DEFAULT_ZONE;
  if (Math.abs(epochMs) > 8.64e15) return outOfRange(text);
  const date = dateInZone(epochMs, zone);
  return date === null ? refuse({ code: 'date_zone_unknown', params: { zone } }) : inRange(date, text);
}

function inRange(date: CalendarDate, text: string): Outcome<CalendarDate> {
  const year = yearOf(date);
  return year >= YEAR_MIN && year <= YEAR_MAX ? accept(date) : outOfRange(text);
}

function outOfRange(text: string): Outcome<never> {
  return refuse({
    code: 'date_out_of_range',
    params: { text, yearMin: String(YEAR_MIN), yearMax: String(YEAR_MAX) },
  });
}

function notRecognised(text: string, { format = 'YYYY-MM-DD' }: DateOptions): Outcome<never> {
  return refuse({ code: 'date_not_recognised', params: { text, format } });
}
