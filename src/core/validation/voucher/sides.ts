import { AMOUNT_DIGITS_MAX, AMOUNT_MINOR_MAX } from '#core/limits.ts';
import { formatAmount } from '#core/money/amount.ts';
import { eachLine, finding, NO_FINDINGS, type VoucherCheck } from './check.ts';

/** V03: exactly one of debit and credit is not zero on each line. */
export const checkLineSides = eachLine(({ debitMinor, creditMinor }, { book }) => {
  if (debitMinor !== 0n && creditMinor !== 0n) {
    const debit = formatAmount(debitMinor, book.baseCurrency);
    const credit = formatAmount(creditMinor, book.baseCurrency);
    return { code: 'line_both_sides', at: 'debit', params: { debit, credit } };
  }
  const minor = debitMinor + creditMinor;
  if (minor === 0n) return { code: 'line_zero', at: 'debit', params: {} };
  if (minor <= AMOUNT_MINOR_MAX && minor >= -AMOUNT_MINOR_MAX) return null;
  const at = debitMinor !== 0n ? 'debit' : 'credit';
  const text = formatAmount(minor, book.baseCurrency);
  return { code: 'amount_too_large', at, params: { text, digits: String(AMOUNT_DIGITS_MAX) } };
});

/** V02: at least one debit line and one credit line. A red voucher keeps its sides, so it passes with negative amounts. */
export const checkBothSides: VoucherCheck = ({ lines }) => {
  let hasDebit = false;
  let hasCredit = false;
  for (const { debitMinor, creditMinor } of lines) {
    if (debitMinor !== 0n) hasDebit = true;
    if (creditMinor !== 0n) hasCredit = true;
  }
  if (hasDebit && hasCredit) return NO_FINDINGS;
  return [finding('one_sided', 'lines', {})];
};

/** V01: debits equal credits in base currency, to the last minor unit. There is no tolerance. */
export const checkBalanced: VoucherCheck = ({ lines }, { book }) => {
  let debitMinor = 0n;
  let creditMinor = 0n;
  for (const line of lines) {
    debitMinor += line.debitMinor;
    creditMinor += line.creditMinor;
  }
  if (debitMinor === creditMinor) return NO_FINDINGS;
  const params = {
    debit: formatAmount(debitMinor, book.baseCurrency),
    credit: formatAmount(creditMinor, book.baseCurrency),
    difference: formatAmount(debitMinor - creditMinor, book.baseCurrency),
  };
  return [finding('unbalanced', 'lines', params)];
};
