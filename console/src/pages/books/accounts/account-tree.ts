import type { Schemas } from '#console/api/paths.ts';
import type { Account } from '#console/pages/books/book-types.ts';
import { startsLike } from '#core/ledger/pinyin-initials.ts';

/** An account with those below it. */
export interface AccountNode extends Account {
  /** Undefined rather than empty: an empty list would show a handle to open it by. */
  readonly children?: readonly AccountNode[];
}

interface Wanted {
  /** Part of a code or name, or pinyin initials. */
  readonly text: string;
  readonly class: Schemas['Account']['class'] | null;
}

/** The chart as a tree; what is wanted, and what stands above it. */
export function accountTree(accounts: readonly Account[], wanted: Wanted): AccountNode[] {
  const below = Map.groupBy(accounts, ({ parentCode }) => parentCode ?? null);
  const under = (parent: string | null, isWithin: boolean): AccountNode[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .flatMap((account) => {
        const isFound = isWithin || isWanted(account, wanted);
        const children = under(account.code, isFound);
        if (!isFound && children.length === 0) return [];
        return [{ ...account, ...(children.length === 0 ? {} : { children }) }];
      });
  return under(null, false);
}

/** Whether what is typed means this account. */
export function isMeant({ code, name }: Pick<Account, 'code' | 'name'>, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  if (text === '') return true;
  const texts = [name.zh, name.en, name.ja].map((one) => one.toLowerCase());
  return (
    code.toLowerCase().startsWith(text) ||
    texts.some((one) => one.includes(text)) ||
    startsLike(name.zh, text)
  );
}

function isWanted(account: Account, wanted: Wanted): boolean {
  return (wanted.class === null || account.class === wanted.class) && isMeant(account, wanted.text);
}
