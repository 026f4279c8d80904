import type { CalendarDate } from '#core/calendar/date.ts';
import type { Currency } from '#core/money/currency.ts';

/** 记 any, 收 receipts, 付 payments, 转 transfers. */
export const VOUCHER_WORDS = ['记', '收', '付', '转'] as const;
export type VoucherWord = (typeof VOUCHER_WORDS)[number];

export interface VoucherLine {
  readonly summary: string;
  /** Account code in the book's chart. */
  readonly account: string;
  /** Dimension → code. Empty object when the account takes none. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Base-currency minor units. Exactly one of debit and credit is non-zero; a red line carries it negative. */
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly currency: Currency;
  /** Minor units of `currency`, signed like the side that carries it. Equals debit+credit when `currency` is the base. */
  readonly amountMinor: bigint;
  /** Base units per unit of `currency`; '1' for the base currency. */
  readonly rate: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  /** Which template line made it (0-based), or null for a voucher entered or reversed directly. */
  readonly templateLine: number | null;
}

/** A voucher before it has a number. */
export interface VoucherDraft {
  readonly word: VoucherWord;
  readonly date: CalendarDate;
  /** Period id, e.g. 202601. */
  readonly period: number;
  readonly attachmentCount: number;
  readonly preparedBy: string;
  readonly reviewedBy: string | null;
  readonly kind: 'ordinary' | 'reversal' | 'closing' | 'correction';
  /** The voucher this one reverses, as `{id}` of the same book. */
  readonly reverses: bigint | null;
  readonly lines: readonly VoucherLine[];
  /** Kinds of the source documents, for V17. */
  readonly sourceKinds: readonly string[];
}

/** A posted voucher: immutable, numbered without gaps per book, period and word. */
export interface Voucher extends VoucherDraft {
  readonly bookId: number;
  readonly id: bigint;
  readonly number: number;
}
