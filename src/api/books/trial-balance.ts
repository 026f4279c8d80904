import Type from 'typebox';
import type { Sight } from '#access/sight.ts';
import { requireBook } from '#api/find-book.ts';
import { ok } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, Currency, exactly, orNull, PeriodId, Problem, Texts } from '#api/http/schemas.ts';
import { closingOf, type Movement } from '#core/ledger/balances.ts';
import type { Book } from '#core/ledger/book.ts';
import { breakDown, levelOf } from '#core/ledger/break-down.ts';
import { trialBalance } from '#core/ledger/trial-balance.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { readMovements } from '#storage/balance-reads.ts';
import type { Tx } from '#storage/database.ts';
import { foreignMovements, movementsBy } from '#storage/ledger-reads.ts';
import { Amounts, amountsOf, movementOf, Range, rangeOf, shownFigures } from './balances.ts';

const TrialBalanceRow = Type.Object(
  {
    account: Code,
    name: Texts,
    level: Type.Integer({ description: '1 for the accounts at the top' }),
    parent: orNull(Code),
    isLeaf: Type.Boolean(),
    ...Amounts,
    by: Type.Optional(
      Type.Array(Type.Object({ code: orNull(Type.String()), name: orNull(Type.String()), ...Amounts }), {
        description: 'The same by value of the dimension asked for; null: without one',
      }),
    ),
    foreign: Type.Optional(
      Type.Array(Type.Object({ currency: Currency, ...Amounts }), {
        description: 'What of it is in foreign currencies, in those currencies',
      }),
    ),
  },
  { $id: 'TrialBalanceRow' },
);

const TrialBalanceBody = Type.Object(
  {
    book: Code,
    currency: Currency,
    from: PeriodId,
    to: PeriodId,
    balanced: Type.Boolean(),
    rows: Type.Array(TrialBalanceRow),
    total: Type.Object(Amounts),
  },
  { $id: 'TrialBalance' },
);

export const TrialBalanceQuery = {
  ...Range,
  level: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, description: 'Accounts down to this level' })),
  by: Type.Optional(Type.String({ maxLength: 63, description: 'A dimension to break every row down by' })),
  foreign: Type.Optional(Type.Boolean({ description: 'With what is in foreign currencies' })),
};

export const getTrialBalance = defineRoute({
  method: 'GET',
  path: '/books/{book}/trial-balance',
  summary:
    'Get the trial balance of a range of periods, by level and dimension; without one, of the whole book',
  tag: 'Balances',
  permission: 'balances:read',
  scope: 'figures',
  params: exactly({ book: Code }),
  query: exactly(TrialBalanceQuery),
  replies: { 200: TrialBalanceBody, 404: Problem },
  async handle({ params: { book: code }, query, sight }, context) {
    const book = await requireBook(context.database, context, code);
    return ok(await readTrialBalance(context.database, book, { ...query, sight }));
  },
});

interface Asked {
  readonly from?: number;
  readonly to?: number;
  readonly level?: number;
  readonly by?: string;
  readonly foreign?: boolean;
  readonly sight: Sight;
}

/** The trial balance as it travels and as it is exported. */
export async function readTrialBalance(
  tx: Tx,
  book: Book,
  { level = 10, by, foreign, sight, ...asked }: Asked,
) {
  const figures = shownFigures(sight, book.code);
  if (by !== undefined && figures !== 'plain') {
    throw new RefusalError({ code: 'fields_not_granted', at: 'query.by', params: { book: book.code } });
  }
  const range = rangeOf(book, asked);
  const { accounts, baseCurrency: currency } = book;
  const rows = await readMovements(tx, book.id, range);
  const balance = trialBalance(accounts, new Map(rows.map((row) => [row.account, movementOf(row)])));
  const broken = by === undefined ? null : await readBreakDown(tx, book, { ...range, dimension: by });
  const abroad = foreign ? await readForeign(tx, book, range) : null;
  return {
    book: book.code,
    currency,
    ...range,
    balanced: balance.balanced,
    rows: balance.rows
      .map((row) => ({
        ...accountOf(book, row.code),
        ...amountsOf(row, currency),
        ...broken?.(row.code),
        ...abroad?.(row.code),
      }))
      .filter((row) => row.level <= level),
    total: amountsOf(balance.total, currency),
  };
}

function accountOf({ accounts }: Book, code: string) {
  const account = accounts.get(code);
  return {
    account: code,
    name: account?.name ?? { zh: code, en: code, ja: code },
    level: levelOf(accounts, code),
    parent: account?.parentCode ?? null,
    isLeaf: account?.isLeaf ?? true,
  };
}

async function readBreakDown(
  tx: Tx,
  { id, accounts, dimensions, baseCurrency }: Book,
  query: { from: number; to: number; dimension: string },
) {
  const rows = await movementsBy(tx, id, query);
  const movements = rows.map((row) => ({ account: row.account, code: row.code, ...movementOf(row) }));
  const byAccount = breakDown(accounts, movements);
  const values = dimensions.get(query.dimension);
  return (account: string) => ({
    by: (byAccount.get(account) ?? [])
      .filter(({ movement }) => isMoving(movement))
      .map(({ code, movement }) => ({
        code,
        name: code === null ? null : (values?.get(code)?.name ?? null),
        ...amountsOf(movement, baseCurrency),
      })),
  });
}

async function readForeign(
  tx: Tx,
  { id, accounts, baseCurrency }: Book,
  range: { readonly from: number; readonly to: number },
) {
  const rows = await foreignMovements(tx, id, { ...range, baseCurrency });
  const byAccount = breakDown(
    accounts,
    rows.map((row) => ({ account: row.account, code: row.code, ...movementOf(row) })),
  );
  return (account: string) => ({
    foreign: (byAccount.get(account) ?? []).flatMap(({ code, movement }) =>
      code !== null && isMoving(movement) ? [{ currency: code, ...amountsOf(movement, code) }] : [],
    ),
  });
}

function isMoving(movement: Movement): boolean {
  const { openingMinor, debitMinor, creditMinor } = movement;
  return openingMinor !== 0n || debitMinor !== 0n || creditMinor !== 0n || closingOf(movement) !== 0n;
}
