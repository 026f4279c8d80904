import { eachLine } from './check.ts';

/**
 * V18: revenue is taken back by a negative credit, not by a debit, in books whose statements add up credit turnover.
 * Carrying profit and loss forward is what debits to revenue are for.
 */
export const checkPnlDirection = eachLine(({ account, debitMinor }, { index, book }, { kind }) => {
  if (book.settings.pnlReversal === 'any' || debitMinor === 0n || kind === 'closing') return null;
  const facts = index.accounts.get(account);
  if (facts === undefined || !facts.isRevenue) return null;
  const params = { account, name: facts.account.name.zh };
  return { code: 'pnl_direction', at: 'debit', params, effect: 'flag' };
});
