import type { BusinessChecks } from '#core/flows/flow.ts';
import type { Book } from '#core/ledger/book.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import type { Finding } from '#core/validation/finding.ts';

type CreditLimit = NonNullable<BusinessChecks['creditLimit']>;

/** What a customer (or whatever the dimension is) owes before this voucher, in base minor units. */
export type Exposure = (code: string) => bigint;

/**
 * One finding for each customer whom this voucher takes over the credit limit in the master data. A voucher that lowers
 * what is owed passes, however much is still owed; a customer without a limit always passes.
 */
export function checkCreditLimit(
  draft: VoucherDraft,
  { book, exposure }: { readonly book: Book; readonly exposure: Exposure },
  check: CreditLimit,
): Finding[] {
  const values = book.dimensions.get(check.dimension);
  const findings: Finding[] = [];
  for (const [code, netMinor] of netByCode(draft, check)) {
    const limitMinor = values?.get(code)?.creditLimitMinor ?? null;
    if (limitMinor === null || netMinor <= 0n) continue;
    const owedMinor = exposure(code) + netMinor;
    if (owedMinor <= limitMinor) continue;
    const params = {
      dimension: check.dimension,
      value: code,
      owed: formatAmount(owedMinor, book.baseCurrency),
      limit: formatAmount(limitMinor, book.baseCurrency),
      currency: book.baseCurrency,
    };
    findings.push({
      code: 'credit_limit_exceeded',
      level: 3,
      effect: check.effect ?? 'hold',
      at: 'lines',
      params,
    });
  }
  return findings;
}

function netByCode({ lines }: VoucherDraft, { account, dimension }: CreditLimit): Map<string, bigint> {
  const nets = new Map<string, bigint>();
  for (const line of lines) {
    const code = line.dimensions[dimension];
    if (line.account !== account || code === undefined) continue;
    nets.set(code, (nets.get(code) ?? 0n) + line.debitMinor - line.creditMinor);
  }
  return nets;
}
