import type { CalendarDate } from '#core/calendar/date.ts';
import type { Currency } from '#core/money/currency.ts';

/**
 * A field in memory: amounts are bigint minor units of the document's currency, everything else is text
 * (dates `YYYY-MM-DD`, rates and quantities exact decimal strings), a boolean, or absent (null).
 */
export type FieldValue = string | bigint | boolean | null;
export type Fields = Readonly<Record<string, FieldValue>>;

/** A record in the standard vocabulary (`core/documents/vocabulary.ts`). */
export interface Document {
  /** `order`, `refund`, `pos-sale`, … as the flow names it. */
  readonly kind: string;
  /** The business key; unique per book and kind. */
  readonly number: string;
  readonly date: CalendarDate;
  readonly currency: Currency;
  readonly fields: Fields;
  readonly lines: readonly Fields[];
  /** Where each filled or translated value came from; only values that were not simply copied are named. */
  readonly provenance: readonly Provenance[];
}

/** `customer` = C001, by crosswalk `shop-customer` row `8812`; `dept` = D01, by table `cost-centre` rule 3. */
export interface Provenance {
  readonly field: string;
  readonly by: 'crosswalk' | 'table' | 'default' | 'formula' | 'person';
  readonly name: string;
  /** Row key of a crosswalk, 1-based rule number of a table, '' otherwise. */
  readonly rule: string;
  /** 0–1; 1 for what a person confirmed. */
  readonly confidence: number;
}
