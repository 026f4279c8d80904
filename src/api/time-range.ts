import Type from 'typebox';
import { addDays, type CalendarDate, isCalendarDate } from '#core/calendar/date.ts';
import { parseInstant } from '#core/calendar/instant.ts';
import { RefusalError } from '#core/trouble/trouble.ts';

/** A day in China, or an instant with its offset. */
export const When = Type.String({
  maxLength: 40,
  description: 'A day in China (2026-11-21, all of it) or an instant (2026-11-21T08:30:00+08:00)',
});

/** The two ends of a time; null is open. `to` is not included. */
export interface TimeRange {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** What two parameters of a query say, e.g. `receivedFrom` and `receivedTo`. A day as the end is included as a whole. */
export function timeRange<Name extends string>(
  query: { readonly [key in `${Name}From` | `${Name}To`]?: string },
  name: Name,
): TimeRange {
  const from = query[`${name}From`];
  const to = query[`${name}To`];
  return {
    from: from === undefined ? null : startOf(from, `query.${name}From`),
    to: to === undefined ? null : endOf(to, `query.${name}To`),
  };
}

export function startOf(text: string, at: string): Date {
  if (isCalendarDate(text)) return midnight(text);
  const instant = parseInstant(text);
  if (instant === null) throw new RefusalError({ code: 'time_invalid', at, params: { text } });
  return new Date(instant);
}

export function endOf(text: string, at: string): Date {
  return isCalendarDate(text) ? midnight(addDays(text, 1)) : startOf(text, at);
}

/** A date that exists; the pattern of the schema lets the 30th of February through. */
export function dayOf(text: string, at: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new RefusalError({ code: 'time_invalid', at, params: { text } });
}

/** Days begin when they begin in China, which has had no summer time since 1991. */
function midnight(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
