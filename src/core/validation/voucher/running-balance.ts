import type { VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { AccountFacts } from './book-index.ts';
import { type CheckContext, finding, NO_FINDINGS, type VoucherCheck } from './check.ts';

/** What a voucher does to one account: net effect, debit positive, and where the account first appears. */
interface Net {
  readonly account: string;
  readonly firstLine: number;
  minor: bigint;
}

/** The balance after a voucher, with what led to it. */
interface After {
  readonly net: Net;
  readonly facts: AccountFacts;
  readonly afterMinor: bigint;
}

type JudgeBalance = (after: After, context: CheckContext) => Finding | null;

/**
 * V11: cash on hand never goes below zero (block), a bank account only with the reviewer's eye on it (flag).
 * Only a voucher that lowers the balance is to blame; a receipt into an overdrawn account makes things better.
 */
export const checkCash = eachBalance(({ net, facts, afterMinor }, { book }) => {
  const { cash } = facts.account;
  if (cash === null || afterMinor >= 0n || net.minor >= 0n) return null;
  const at = `lines[${net.firstLine}].account`;
  const params = { account: net.account, balance: formatAmount(afterMinor, book.baseCurrency) };
  return cash === 'cash'
    ? finding('cash_negative', at, params)
    : finding('bank_overdraft', at, params, 'flag');
});

/**
 * V12: a balance on the unexpected side is shown to the reviewer (a receivable in credit is really an advance). For a
 * contra asset it is an error — depreciation cannot exceed itself — and a person has to look first.
 */
export const checkBalanceSide = eachBalance(({ net, facts, afterMinor }, { book }) => {
  if (facts.side === 'both' || facts.account.cash !== null) return null;
  const isDebit = facts.side === 'debit';
  const isUnexpected = isDebit ? afterMinor < 0n && net.minor < 0n : afterMinor > 0n && net.minor > 0n;
  if (!isUnexpected) return null;
  const at = `lines[${net.firstLine}].account`;
  const params = {
    account: net.account,
    name: facts.account.name.zh,
    balance: formatAmount(afterMinor, book.baseCurrency),
  };
  return finding('balance_side_unexpected', at, params, facts.isContraAsset ? 'hold' : 'flag');
});

function eachBalance(judge: JudgeBalance): VoucherCheck {
  return (draft, context) => {
    const { openingBalances, index } = context;
    if (openingBalances === undefined) return NO_FINDINGS;
    const findings: Finding[] = [];
    for (const net of netByAccount(draft.lines)) {
      const facts = index.accounts.get(net.account);
      if (facts === undefined) continue;
      const found = judge({ net, facts, afterMinor: openingBalances(net.account) + net.minor }, context);
      if (found !== null) findings.push(found);
    }
    return findings.length === 0 ? NO_FINDINGS : findings;
  };
}

function netByAccount(lines: readonly VoucherLine[]): Iterable<Net> {
  const nets = new Map<string, Net>();
  for (const [index, { account, debitMinor, creditMinor }] of lines.entries()) {
    const net = nets.get(account);
    if (net === undefined) nets.set(account, { account, firstLine: index, minor: debitMinor - creditMinor });
    else net.minor += debitMinor - creditMinor;
  }
  return nets.values();
}
