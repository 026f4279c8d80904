import type { CalendarDate } from '#core/calendar/date.ts';
import type { Currency } from '#core/money/currency.ts';
import type { Text } from '#core/trouble/message.ts';

export type AccountingStandard = 'cas' | 'cas-small' | 'ifrs' | 'us-gaap';
export type AccountClass = 'asset' | 'liability' | 'common' | 'equity' | 'cost' | 'pnl';
export type BalanceSide = 'debit' | 'credit' | 'both';

export interface Account {
  readonly id: number;
  readonly code: string;
  /** Identity across books and standards (`AccountsReceivable`); codes differ, elements do not. Null for a book's own detail account. */
  readonly element: string | null;
  readonly name: Text;
  readonly parentCode: string | null;
  readonly class: AccountClass;
  readonly side: BalanceSide;
  readonly isLeaf: boolean;
  readonly enabled: boolean;
  /** Dimension → whether a line on this account must carry it. A dimension not named here may not be carried. */
  readonly dimensions: Readonly<Record<string, 'must' | 'may'>>;
  /** Cash on hand or bank; decides voucher words (V08) and the negative-cash check (V11). */
  readonly cash: 'cash' | 'bank' | null;
  /** True where lines carry a quantity that must agree with unit price and amount (V10). */
  readonly quantity: boolean;
}

/** A period is written as year × 100 + number, e.g. 202601. */
export interface Period {
  readonly id: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly state: 'open' | 'closed';
}

export interface DimensionValue {
  readonly code: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Customer credit limit in base-currency minor units; null for none. */
  readonly creditLimitMinor: bigint | null;
}

/** Units of base currency for one unit of `currency`, as an exact decimal string. */
export interface Rate {
  readonly currency: Currency;
  readonly type: string;
  readonly date: CalendarDate;
  readonly rate: string;
}

export interface BookSettings {
  /** Largest difference between foreign amount × rate and base amount, in base minor units (V09). Default 1. */
  readonly fxToleranceMinor: bigint;
  /** V14: who prepares may not review. Default true. */
  readonly preparerMayNotReview: boolean;
  /** V18: how revenue reversals must be written. Default 'negative-credit'. */
  readonly pnlReversal: 'negative-credit' | 'any';
  /** V15: vouchers need an attachment. The source record counts as one. */
  readonly attachmentsRequired: boolean;
}

/** Everything about a book that a posting decision reads. Built once per change of master data and shared by batches. */
export interface Book {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly baseCurrency: Currency;
  readonly standard: AccountingStandard;
  readonly settings: BookSettings;
  /** By account code. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** Sorted by id, without gaps. */
  readonly periods: readonly Period[];
  /** Dimension → code → value. */
  readonly dimensions: ReadonlyMap<string, ReadonlyMap<string, DimensionValue>>;
  /** Sorted by currency, type, date. Looked up through `core/money/rates.ts`. */
  readonly rates: readonly Rate[];
}
