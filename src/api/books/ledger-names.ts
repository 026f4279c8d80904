import Type from 'typebox';
import { Texts } from '#api/http/schemas.ts';
import type { Book } from '#core/ledger/book.ts';

/** What the codes on lines are called, so that whoever shows lines need not ask for the chart and all master data. */
export const LedgerNames = Type.Object(
  {
    accounts: Type.Record(
      Type.String(),
      Type.Array(Type.Object({ code: Type.String(), name: Texts }), {
        description: 'From the top of the chart down to the account itself',
      }),
    ),
    dimensions: Type.Record(Type.String(), Type.Record(Type.String(), Type.String()), {
      description: 'By dimension and code',
    }),
  },
  { $id: 'LedgerNames' },
);

interface Coded {
  readonly account: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** The names of what stands on these lines; a code that is covered or gone has none. */
export function ledgerNames(book: Pick<Book, 'accounts' | 'dimensions'>, lines: readonly Coded[]) {
  const codes = new Set(lines.flatMap(({ account }) => (account === null ? [] : [account])));
  const dimensions: Record<string, Record<string, string>> = {};
  for (const [dimension, code] of lines.flatMap((line) => Object.entries(line.dimensions))) {
    const name = book.dimensions.get(dimension)?.get(code)?.name;
    if (name !== undefined) dimensions[dimension] = { ...dimensions[dimension], [code]: name };
  }
  return { accounts: Object.fromEntries([...codes].map((code) => [code, pathTo(book, code)])), dimensions };
}

function pathTo({ accounts }: Pick<Book, 'accounts'>, code: string) {
  const path = [];
  for (let at = accounts.get(code); at; at = accounts.get(at.parentCode ?? '')) {
    path.unshift({ code: at.code, name: at.name });
  }
  return path;
}
