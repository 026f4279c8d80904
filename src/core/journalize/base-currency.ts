import type { Book } from '#core/ledger/book.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import { convertMinor } from '#core/money/amount.ts';
import type { Currency } from '#core/money/currency.ts';
import type { RawLine } from './raw-line.ts';

/** In which currency lines are, and what one unit of it is worth in the book. */
export interface Exchange {
  readonly currency: Currency;
  readonly rate: string;
}

type OwnBook = Pick<Book, 'baseCurrency' | 'settings'>;

/**
 * Voucher lines with both currencies.
 *
 * A negative amount stays on its side: a refund of a sale is a negative credit (红字), not a debit, so that the turnover
 * of each side remains the true one.
 *
 * Each line is converted and rounded by itself. Where the foreign amounts balance, the cents that rounding left over
 * are given one each to the largest lines, so that the voucher balances exactly in base currency and no line is
 * further than one minor unit from amount × rate.
 */
export function toVoucherLines(
  raw: readonly RawLine[],
  { currency, rate }: Exchange,
  book: OwnBook,
): VoucherLine[] {
  const base = raw.map(({ amountMinor }) =>
    currency === book.baseCurrency
      ? amountMinor
      : convertMinor(amountMinor, currency, rate, book.baseCurrency),
  );
  if (currency !== book.baseCurrency && book.settings.fxToleranceMinor >= 1n) spreadResidue(raw, base);
  return raw.map((line, index) => {
    const isDebit = line.template.source.side === 'debit';
    const amount = base[index] ?? 0n;
    return {
      summary: line.summary,
      account: line.account,
      dimensions: line.dimensions,
      debitMinor: isDebit ? amount : 0n,
      creditMinor: isDebit ? 0n : amount,
      currency,
      amountMinor: line.amountMinor,
      rate,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      templateLine: line.template.index,
    };
  });
}

/** Corrects `base` in place. Lines that do not balance in their own currency are left for validation to refuse. */
function spreadResidue(raw: readonly RawLine[], base: bigint[]): void {
  const signs = raw.map(({ template }) => (template.source.side === 'debit' ? 1n : -1n));
  const difference = (amounts: readonly bigint[]) =>
    amounts.reduce((sum, amount, index) => sum + amount * (signs[index] ?? 0n), 0n);
  if (difference(raw.map(({ amountMinor }) => amountMinor)) !== 0n) return;
  let residue = difference(base);
  if (residue === 0n) return;
  const largestFirst = base
    .map((_, index) => index)
    .sort((a, b) => compareSizes(base[b]!, base[a]!) || a - b);
  for (const index of largestFirst) {
    if (residue === 0n) return;
    const step = residue > 0n ? -1n : 1n;
    base[index] = base[index]! + step * signs[index]!;
    residue += step;
  }
}

function compareSizes(a: bigint, b: bigint): number {
  const left = a < 0n ? -a : a;
  const right = b < 0n ? -b : b;
  return left === right ? 0 : left < right ? -1 : 1;
}
