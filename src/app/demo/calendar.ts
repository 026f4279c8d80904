/** The sixty days of the demo. Fixed, so that every run and every document about it shows the same figures. */
const FIRST_DAY = '2026-08-24';
export const DAY_COUNT = 60;
/** Refunds come later than their sales, but not after this day. */
const LAST_REFUND_DAY = '2026-10-31';

const DAY_MS = 86_400_000;

/** The day that many days after the first one. */
export function demoDay(offset: number): string {
  return new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + offset * DAY_MS).toISOString().slice(0, 10);
}

/** That many days after `day`, but never later than the last day of refunds. */
export function refundDay(day: string, days: number): string {
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  return later < LAST_REFUND_DAY ? later : LAST_REFUND_DAY;
}
