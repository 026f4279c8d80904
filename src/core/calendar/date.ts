/** A plain calendar date, `YYYY-MM-DD`. It has no time and no zone. */
export type CalendarDate = string;
