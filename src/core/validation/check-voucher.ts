import type { VoucherDraft } from '#core/ledger/voucher.ts';
import type { Finding } from './finding.ts';
import { checkAccounts } from './voucher/account.ts';
import { indexOf } from './voucher/book-index.ts';
import { type CheckContext, NO_FINDINGS, type VoucherCheck, type VoucherContext } from './voucher/check.ts';
import { checkCurrency } from './voucher/currency.ts';
import { checkDimensions } from './voucher/dimensions.ts';
import { checkAttachments, checkOneBusiness, checkReviewer, checkSummaries } from './voucher/papers.ts';
import { checkPeriod } from './voucher/period.ts';
import { checkPnlDirection } from './voucher/pnl-direction.ts';
import { checkQuantity } from './voucher/quantity.ts';
import { checkBalanceSide, checkCash } from './voucher/running-balance.ts';
import { checkBalanced, checkBothSides, checkLineSides } from './voucher/sides.ts';
import { checkSize } from './voucher/size.ts';
import { checkWord } from './voucher/word.ts';

/**
 * The rules of a voucher in the order in which their findings are shown. V07 (numbers) and V13 (immutability) are asked
 * of posted vouchers: `voucher/continuity.ts` and `core/ledger/correction.ts`.
 */
export const VOUCHER_CHECKS: readonly (readonly [rule: string, check: VoucherCheck])[] = [
  ['size', checkSize],
  ['V06', checkPeriod],
  ['V04', checkAccounts],
  ['V05', checkDimensions],
  ['V03', checkLineSides],
  ['V02', checkBothSides],
  ['V01', checkBalanced],
  ['V08', checkWord],
  ['V09', checkCurrency],
  ['V10', checkQuantity],
  ['V11', checkCash],
  ['V12', checkBalanceSide],
  ['V14', checkReviewer],
  ['V15', checkAttachments],
  ['V16', checkSummaries],
  ['V17', checkOneBusiness],
  ['V18', checkPnlDirection],
];

/**
 * Everything that is wrong with a voucher, in the written order of the rules; an empty list when it may be posted as it is.
 * A voucher beyond the size limit is judged on its size alone: whoever sent a million lines does not get a million answers.
 */
export function checkVoucher(draft: VoucherDraft, context: VoucherContext): readonly Finding[] {
  const checkContext = withIndex(context);
  let findings: readonly Finding[] = NO_FINDINGS;
  for (const [, check] of VOUCHER_CHECKS) {
    const found = check(draft, checkContext);
    if (found.length === 0) continue;
    if (found[0]?.code === 'too_many_lines') return found;
    findings = findings.length === 0 ? found : [...findings, ...found];
  }
  return findings;
}

/** True when any finding stops the voucher, for good (`block`) or until a person releases it (`hold`). */
export function stopsPosting(findings: readonly Finding[]): boolean {
  return findings.some(({ effect }) => effect !== 'flag');
}

function withIndex(context: VoucherContext): CheckContext {
  const { book, today, openingBalances } = context;
  const index = indexOf(book);
  return openingBalances === undefined ? { book, today, index } : { book, today, index, openingBalances };
}
