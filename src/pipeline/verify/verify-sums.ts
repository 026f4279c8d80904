import { seriesKey } from '#core/ledger/numbering.ts';
import { formatAmount } from '#core/money/amount.ts';
import { checkContinuity } from '#core/validation/voucher/continuity.ts';
import type { BookRow } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { balanceDifferences, brokenSeries, numbersOf, totalDifferences } from '#storage/verification.ts';
import type { Found } from './verify-postings.ts';

/** Numbers without a gap (V07), balances and totals that are the sum of their lines. */
export async function verifySums(tx: Tx, book: BookRow, found: Found): Promise<void> {
  for (const series of await brokenSeries(tx, book.book_id)) {
    const gaps = checkContinuity(series, await numbersOf(tx, book.book_id, series));
    for (const { code, at, params } of gaps) found({ code, at, params });
    if (gaps.length > 0) continue;
    const params = { counter: String(series.last ?? 0), last: String(series.counted) };
    found({ code: 'verify_number_counter', at: seriesKey(series), params });
  }
  for (const row of await balanceDifferences(tx, book.book_id)) {
    const at = [row.period, row.account, row.dimensions, row.currency].filter(Boolean).join(' ');
    found({ code: 'verify_balance', at, params: amountsOf(row, book.base_currency) });
  }
  for (const row of await totalDifferences(tx, book.book_id)) {
    found({ code: 'verify_account_total', at: row.account, params: amountsOf(row, book.base_currency) });
  }
}

function amountsOf(
  row: { kept_debit: bigint; kept_credit: bigint; summed_debit: bigint; summed_credit: bigint },
  currency: string,
) {
  const sides = (debit: bigint, credit: bigint) =>
    `${formatAmount(debit, currency)} / ${formatAmount(credit, currency)}`;
  return {
    kept: sides(row.kept_debit, row.kept_credit),
    summed: sides(row.summed_debit, row.summed_credit),
  };
}
