import { eachLine } from './check.ts';

/** V04: the account exists, is a leaf of the chart, and is enabled. */
export const checkAccounts = eachLine(({ account: code }, { index, book }) => {
  const facts = index.accounts.get(code);
  if (facts === undefined) {
    return { code: 'account_unknown', at: 'account', params: { account: code, book: book.code } };
  }
  const { account } = facts;
  const params = { account: code, name: account.name.zh };
  if (!account.isLeaf) return { code: 'account_not_leaf', at: 'account', params };
  return account.enabled ? null : { code: 'account_disabled', at: 'account', params };
});
