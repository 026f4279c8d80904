import type { BusinessChecks } from '#core/flows/flow.ts';
import type { Book } from '#core/ledger/book.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import { formatAmount, roundToMinor } from '#core/money/amount.ts';
import { assert } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';

type Authority = NonNullable<BusinessChecks['authority']>;

/**
 * A voucher above the flow's limit needs a person. Measured by the larger of what it debits and credits in absolute
 * amounts, so that a large reversal, whose lines are negative, needs one too.
 */
export function checkAuthority(draft: VoucherDraft, book: Book, check: Authority): Finding[] {
  const limit = roundToMinor(check.amountMax, book.baseCurrency);
  assert(limit.ok, 'the flow was parsed before it ran');
  const sizeMinor = sizeOf(draft);
  if (sizeMinor <= limit.value) return [];
  const params = {
    amount: formatAmount(sizeMinor, book.baseCurrency),
    limit: formatAmount(limit.value, book.baseCurrency),
    currency: book.baseCurrency,
  };
  return [{ code: 'authority_exceeded', level: 3, effect: check.effect ?? 'hold', at: 'lines', params }];
}

function sizeOf({ lines }: VoucherDraft): bigint {
  let debitMinor = 0n;
  let creditMinor = 0n;
  for (const line of lines) {
    debitMinor += line.debitMinor < 0n ? -line.debitMinor : line.debitMinor;
    creditMinor += line.creditMinor < 0n ? -line.creditMinor : line.creditMinor;
  }
  return debitMinor > creditMinor ? debitMinor : creditMinor;
}
