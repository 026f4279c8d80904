import type { Account, Book } from '#core/ledger/book.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { postedAccounts } from '#storage/balance-reads.ts';
import { saveAccounts } from '#storage/book-data.ts';
import type { Tx } from '#storage/database.ts';
import { lockBook } from '#storage/ledger.ts';

const LOCK_WAIT_MS = 20_000;

type NewAccount = Omit<Account, 'id' | 'isLeaf'>;

/** Adds or changes accounts as the book's writer, or says which of them do not fit the chart. All or none. */
export async function saveChart(
  tx: Tx,
  { book, accounts, by }: { book: Book; accounts: readonly NewAccount[]; by: string },
): Promise<Refusal[]> {
  await lockBook(tx, book.id, LOCK_WAIT_MS);
  const posted = await postedAccounts(tx, book.id);
  const known = new Set([...book.accounts.keys(), ...accounts.map(({ code }) => code)]);
  const parentOf = new Map([...book.accounts.values(), ...accounts].map((one) => [one.code, one.parentCode]));
  const seen = new Set<string>();
  const refusals = accounts.flatMap(({ code, parentCode }, i): Refusal[] => {
    const at = `accounts[${i}]`;
    if (seen.has(code)) return [{ code: 'account_given_twice', at, params: { account: code } }];
    seen.add(code);
    if (parentCode === null) return [];
    const params = { account: code, parent: parentCode };
    if (!known.has(parentCode) || parentCode === code)
      return [{ code: 'account_parent_unknown', at, params }];
    if (isBelowItself(code, parentOf)) return [{ code: 'account_below_itself', at, params }];
    // What stands on an account would no longer stand on a leaf.
    return posted.has(parentCode) ? [{ code: 'account_parent_posted', at, params }] : [];
  });
  if (refusals.length > 0) return refusals;
  await saveAccounts(tx, book.id, accounts);
  const codes = accounts.slice(0, 50).map(({ code }) => code);
  await audit(tx, {
    actor: by,
    action: 'accounts.save',
    subject: `book:${book.code}`,
    details: { count: accounts.length, codes },
  });
  return [];
}

/** Whoever goes up from an account must arrive at the top: sums of a circle would never end. */
function isBelowItself(code: string, parentOf: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set([code]);
  for (let at = parentOf.get(code) ?? null; at !== null; at = parentOf.get(at) ?? null) {
    if (passed.has(at)) return true;
    passed.add(at);
  }
  return false;
}
