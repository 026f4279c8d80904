import type { VoucherLine } from '#core/ledger/voucher.ts';
import { convertMinor, formatAmount } from '#core/money/amount.ts';
import { minorUnitsOf } from '#core/money/currency.ts';
import { compareDecimals, parseDecimal } from '#core/money/decimal.ts';
import { type CheckContext, eachLine, type LineProblem } from './check.ts';

const ZERO = { coefficient: 0n, scale: 0 };
const ONE = { coefficient: 1n, scale: 0 };

/**
 * V09: on a base-currency line both amounts are the same and the rate is 1; on a foreign line amount × rate agrees with the
 * base amount within the book's tolerance. A foreign amount of zero is a revaluation and has nothing to multiply.
 */
export const checkCurrency = eachLine((line, context) => {
  if (line.currency === context.book.baseCurrency) return judgeBaseLine(line, context);
  return judgeForeignLine(line, context);
});

function judgeBaseLine(line: VoucherLine, { book }: CheckContext): LineProblem | null {
  const baseMinor = line.debitMinor + line.creditMinor;
  if (line.amountMinor === baseMinor && isOne(line.rate)) return null;
  const params = {
    currency: line.currency,
    amount: formatAmount(line.amountMinor, line.currency),
    base: formatAmount(baseMinor, book.baseCurrency),
    rate: line.rate,
  };
  return { code: 'fx_base_mismatch', at: 'amount', params };
}

function judgeForeignLine(line: VoucherLine, { book }: CheckContext): LineProblem | null {
  const { currency, amountMinor, rate } = line;
  if (minorUnitsOf(currency) === null)
    return { code: 'currency_unknown', at: 'currency', params: { currency } };
  if (amountMinor === 0n) return null;
  const decimal = parseDecimal(rate);
  if (decimal === null || compareDecimals(decimal, ZERO) <= 0) {
    return { code: 'rate_missing', at: 'rate', params: { currency, rate } };
  }
  const baseMinor = line.debitMinor + line.creditMinor;
  const expectedMinor = convertMinor(amountMinor, currency, rate, book.baseCurrency);
  const difference = expectedMinor - baseMinor;
  const tolerance = book.settings.fxToleranceMinor;
  if (difference <= tolerance && difference >= -tolerance) return null;
  const params = {
    currency,
    amount: formatAmount(amountMinor, currency),
    rate,
    expected: formatAmount(expectedMinor, book.baseCurrency),
    base: formatAmount(baseMinor, book.baseCurrency),
  };
  return { code: 'fx_mismatch', at: 'amount', params };
}

function isOne(rate: string): boolean {
  if (rate === '1') return true;
  const decimal = parseDecimal(rate);
  return decimal !== null && compareDecimals(decimal, ONE) === 0;
}
