import type { Book } from '#core/ledger/book.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import type { AccountFacts } from './book-index.ts';
import { eachLine, type LineProblem } from './check.ts';

/** V05: what the account demands is there, what is there is known, and nothing is carried that the account does not take. */
export const checkDimensions = eachLine((line, { index, book }) => {
  const facts = index.accounts.get(line.account);
  // An unknown account has its own finding and no dimensions to ask for.
  if (facts === undefined) return null;
  return findMissing(line, facts) ?? findWrong(line, facts, book);
});

function findMissing(line: VoucherLine, { mustDimensions }: AccountFacts): LineProblem | null {
  for (const dimension of mustDimensions) {
    if ((line.dimensions[dimension] ?? '') !== '') continue;
    const params = { dimension, account: line.account };
    return { code: 'dimension_missing', at: `dimensions.${dimension}`, params };
  }
  return null;
}

function findWrong(line: VoucherLine, facts: AccountFacts, book: Book): LineProblem | null {
  for (const dimension in line.dimensions) {
    const at = `dimensions.${dimension}`;
    const value = line.dimensions[dimension] ?? '';
    const params = { dimension, value, account: line.account };
    if (!Object.hasOwn(facts.account.dimensions, dimension))
      return { code: 'dimension_not_allowed', at, params };
    const known = book.dimensions.get(dimension)?.get(value);
    if (known === undefined) return { code: 'dimension_unknown', at, params };
    if (!known.enabled) return { code: 'dimension_disabled', at, params };
  }
  return null;
}
