import type { Schemas } from '#console/api/paths.ts';
import { addAmounts } from '#console/pages/books/add-amounts.ts';
import { parseAmount } from '#core/money/amount.ts';
import { capitalAmount } from '#core/money/capital-amount.ts';
import { minorUnitsOf } from '#core/money/currency.ts';

type Line = Schemas['VoucherLine'];

/** A sheet of voucher paper has this many lines, as pads from the stationer's have. */
export const LINES_PER_SHEET = 6;

/** From 亿 down to 分. */
const PLACES = 11;

/** The lines of a voucher sheet by sheet; one without lines has one empty sheet. */
export function sheetsOf<Item>(lines: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.max(1, Math.ceil(lines.length / LINES_PER_SHEET));
  return Array.from({ length: count }, (_, i) => lines.slice(i * LINES_PER_SHEET, (i + 1) * LINES_PER_SHEET));
}

/**
 * The digits of an amount, each in its place from 亿 to 分; empty before the first. Null where it does not fit: too
 * large, covered, or of a currency without 角 and 分.
 *
 * @example digitsOf('12.50', 'CNY') // ['', '', '', '', '', '', '', '1', '2', '5', '0']
 */
export function digitsOf(amount: string, currency: string): readonly string[] | null {
  if (minorUnitsOf(currency) !== 2 || !/^-?\d+\.\d\d$/.test(amount)) return null;
  const digits = amount.replace(/[-.]/g, '').replace(/^0+(?=\d)/, '');
  if (digits.length > PLACES) return null;
  if (/^0*$/.test(digits)) return Array.from({ length: PLACES }, () => '');
  return [...digits.padStart(PLACES, ' ')].map((digit) => digit.trim());
}

export function isRed(amount: string): boolean {
  return amount.startsWith('-');
}

/** Zero is left empty on paper. */
export function onPaper(amount: string): string {
  return /^-?[0.]*$/.test(amount) ? '' : amount;
}

/** What the lines of one side add up to; dots where amounts are covered. */
export function sumOf(lines: readonly Line[], side: 'debit' | 'credit'): string {
  return addAmounts(lines.map((line) => line[side])) ?? '•••';
}

/** The total in capital numerals; empty where it has none. */
export function capitalsOf(amount: string, currency: string): string {
  const minor = parseAmount(amount, currency);
  return (minor.ok ? capitalAmount(minor.value, currency) : null) ?? '';
}
