import { addDays, type CalendarDate } from '#core/calendar/date.ts';
import type { Finding } from '#core/validation/finding.ts';

/** A document dated more than `futureDaysMax` days (default 0) after today waits for a person. */
export function checkFutureDate(
  date: CalendarDate,
  { today, futureDaysMax = 0 }: { readonly today: CalendarDate; readonly futureDaysMax?: number | undefined },
): Finding[] {
  if (date <= today || date <= addDays(today, futureDaysMax)) return [];
  const params = { date, today, days: String(futureDaysMax) };
  return [{ code: 'future_date', level: 3, effect: 'hold', at: 'doc_date', params }];
}
