import type { VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import { minorUnitsOf } from '#core/money/currency.ts';
import { multiplyRound, parseDecimal } from '#core/money/decimal.ts';
import { eachLine, type LineProblem } from './check.ts';

/** Quantities and prices are rounded where they come from; the product may miss the amount by one minor unit. */
const TOLERANCE_MINOR = 1n;

/** V10: where the account keeps quantities, quantity × unit price is the amount in the line's currency, to a minor unit. */
export const checkQuantity = eachLine((line, { index }) => {
  if (index.accounts.get(line.account)?.account.quantity !== true) return null;
  if (line.quantity === null || line.unitPrice === null) {
    // Price differences and write-downs move value without moving goods: worth a look, not a refusal.
    return { code: 'quantity_missing', at: 'quantity', params: { account: line.account }, effect: 'flag' };
  }
  return judgeProduct(line, line.quantity, line.unitPrice);
});

function judgeProduct(line: VoucherLine, quantity: string, unitPrice: string): LineProblem | null {
  const minorUnits = minorUnitsOf(line.currency);
  // An unknown currency has its own finding.
  if (minorUnits === null) return null;
  const [count, price] = [parseDecimal(quantity), parseDecimal(unitPrice)];
  const productMinor = count === null || price === null ? null : multiplyRound(count, price, minorUnits);
  const difference = productMinor === null ? null : productMinor - line.amountMinor;
  if (difference !== null && difference <= TOLERANCE_MINOR && difference >= -TOLERANCE_MINOR) return null;
  const amount = formatAmount(line.amountMinor, line.currency);
  const product = productMinor === null ? '–' : formatAmount(productMinor, line.currency);
  return { code: 'quantity_mismatch', at: 'quantity', params: { quantity, unitPrice, product, amount } };
}
