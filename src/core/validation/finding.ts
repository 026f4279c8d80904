import type { Params } from '#core/trouble/trouble.ts';

/** 1 format, 2 logic, 3 business rule, 4 trend. */
export type Level = 1 | 2 | 3 | 4;

/**
 * `block`: the record cannot be posted as it is.
 * `hold`: a person may release it after looking.
 * `flag`: posted, and shown to whoever reviews.
 */
export type Effect = 'block' | 'hold' | 'flag';

/** One thing a check found. The text is in the catalogue under `code`; `params` is the evidence. */
export interface Finding {
  readonly code: string;
  readonly level: Level;
  readonly effect: Effect;
  /** Where: `order_total`, `lines[2].account`, `row 17, "金额"`. */
  readonly at: string;
  readonly params: Params;
}
