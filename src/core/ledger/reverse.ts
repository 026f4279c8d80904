import { type CalendarDate, monthOf, yearOf } from '#core/calendar/date.ts';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import type { Book } from './book.ts';
import { voucherLabel } from './numbering.ts';
import { nextOpenPeriod, periodById } from './periods.ts';
import type { Voucher, VoucherDraft, VoucherLine } from './voucher.ts';

/** When a reversal is dated, and in which period it is posted. */
export interface ReversalPlace {
  readonly date: CalendarDate;
  readonly period: number;
}

/**
 * Where the red-letter reversal of `voucher` belongs: on its own date while its period is open, else on the first day of
 * the next open period.
 *
 * Across a fiscal year it is refused: what was wrong in an earlier year is corrected in blue through the prior-year
 * adjustment account, since a red voucher would change this year's result. `acrossYears` is for a person who knows why.
 */
export function decideReversal(
  book: Pick<Book, 'periods'>,
  voucher: Voucher,
  { acrossYears = false }: { readonly acrossYears?: boolean } = {},
): Outcome<ReversalPlace> {
  const own = periodById(book, voucher.period);
  if (own?.state === 'open') return accept({ date: voucher.date, period: own.id });
  const params = { voucher: voucherLabel(voucher), period: String(voucher.period) };
  const next = nextOpenPeriod(book, voucher.period);
  if (next === null) return refuse({ code: 'period_none_open', params });
  if (!acrossYears && fiscalYearOf(next.id) !== fiscalYearOf(voucher.period)) {
    return refuse({ code: 'reversal_of_earlier_year', params });
  }
  return accept({ date: next.startsOn, period: next.id });
}

/**
 * The red-letter reversal (红字冲销) of a posted voucher: the same accounts, sides and dimensions with negative amounts, so
 * that turnover shrinks instead of growing on the other side. Together the two add up to nothing.
 */
export function reverseVoucher(
  voucher: Voucher,
  { date, period }: ReversalPlace,
  preparedBy: string,
): VoucherDraft {
  const summary = reversalSummary(voucher);
  return {
    word: voucher.word,
    date,
    period,
    attachmentCount: 0,
    preparedBy,
    reviewedBy: null,
    kind: 'reversal',
    reverses: voucher.id,
    lines: voucher.lines.map((line) => reverseLine(line, summary)),
    sourceKinds: voucher.sourceKinds,
  };
}

/** `冲销 2026年1月 记-118号凭证`, the wording an auditor expects on a reversal. */
export function reversalSummary(voucher: Pick<Voucher, 'date' | 'word' | 'number'>): string {
  return `冲销 ${yearOf(voucher.date)}年${monthOf(voucher.date)}月 ${voucherLabel(voucher)}号凭证`;
}

function reverseLine(line: VoucherLine, summary: string): VoucherLine {
  return {
    ...line,
    summary,
    debitMinor: -line.debitMinor,
    creditMinor: -line.creditMinor,
    amountMinor: -line.amountMinor,
    quantity: line.quantity === null ? null : negateDecimalText(line.quantity),
    templateLine: null,
  };
}

function negateDecimalText(text: string): string {
  if (text.startsWith('-')) return text.slice(1);
  return /[1-9]/.test(text) ? `-${text}` : text;
}

function fiscalYearOf(periodId: number): number {
  return Math.floor(periodId / 100);
}
