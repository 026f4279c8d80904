import Type from 'typebox';
import { closingOf, type Movement } from '#core/ledger/balances.ts';
import type { Book } from '#core/ledger/book.ts';
import { trialBalance } from '#core/ledger/trial-balance.ts';
import { formatAmount } from '#core/money/amount.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { type BalanceRow, readBalances, readMovements } from '#storage/balance-reads.ts';
import { requireBook } from './find-book.ts';
import { ok } from './http/answer.ts';
import { page } from './http/paging.ts';
import { defineRoute } from './http/route.ts';
import { Amount, Code, Currency, exactly, Page, PeriodId, Problem, pageOf } from './http/schemas.ts';

const Amounts = { opening: Amount, debit: Amount, credit: Amount, closing: Amount };
const BalanceBody = Type.Object(
  {
    account: Code,
    dimensions: Type.Record(Type.String(), Type.String()),
    currency: Currency,
    ...Amounts,
  },
  { $id: 'Balance', description: 'Base-currency amounts; a debit balance is positive' },
);

const TrialBalanceBody = Type.Object(
  {
    book: Code,
    currency: Currency,
    from: PeriodId,
    to: PeriodId,
    balanced: Type.Boolean(),
    rows: Type.Array(Type.Object({ account: Code, ...Amounts })),
    total: Type.Object(Amounts),
  },
  { $id: 'TrialBalance' },
);

const tag = 'Balances';
const params = exactly({ book: Code });
const Range = {
  from: Type.Optional(PeriodId),
  to: Type.Optional(PeriodId),
};

export const getBalances = defineRoute({
  method: 'GET',
  path: '/books/{book}/balances',
  summary: 'List balances by account, dimensions and currency',
  tag,
  permission: 'balances:read',
  params,
  query: exactly({ ...Page, ...Range, account: Type.Optional(Type.String({ maxLength: 60 })) }),
  replies: { 200: pageOf(BalanceBody), 404: Problem },
  async handle({ params: { book: code }, query, raw }, context) {
    const book = await requireBook(context.database, context, code);
    const limit = query.limit ?? 100;
    const rows = await readBalances(context.database, book.id, {
      ...rangeOf(book, query),
      ...(query.account === undefined ? {} : { account: query.account }),
      ...(query.after === undefined ? {} : { after: readCursor(query.after) }),
      limit: limit + 1,
    });
    const item = (row: BalanceRow) => balanceBody(row, book);
    return ok(page(rows, { raw, limit, after: cursorOf, item }));
  },
});

export const getTrialBalance = defineRoute({
  method: 'GET',
  path: '/books/{book}/trial-balance',
  summary: 'Get the trial balance of a range of periods; without one, of the whole book',
  tag,
  permission: 'balances:read',
  params,
  query: exactly(Range),
  replies: { 200: TrialBalanceBody, 404: Problem },
  async handle({ params: { book: code }, query }, context) {
    const book = await requireBook(context.database, context, code);
    const range = rangeOf(book, query);
    const rows = await readMovements(context.database, book.id, range);
    const leaves = new Map(rows.map((row) => [row.account, movementOf(row)]));
    const balance = trialBalance(book.accounts, leaves);
    const currency = book.baseCurrency;
    return ok({
      book: book.code,
      currency,
      ...range,
      balanced: balance.balanced,
      rows: balance.rows.map((row) => ({ account: row.code, ...amountsOf(row, currency) })),
      total: amountsOf(balance.total, currency),
    });
  },
});

function rangeOf({ periods }: Book, { from, to }: { from?: number; to?: number }) {
  return { from: from ?? periods[0]?.id ?? 0, to: to ?? periods.at(-1)?.id ?? 0 };
}

function movementOf(row: Pick<BalanceRow, 'opening_minor' | 'debit_minor' | 'credit_minor'>): Movement {
  return { openingMinor: row.opening_minor, debitMinor: row.debit_minor, creditMinor: row.credit_minor };
}

function amountsOf(movement: Movement, currency: string) {
  return {
    opening: formatAmount(movement.openingMinor, currency),
    debit: formatAmount(movement.debitMinor, currency),
    credit: formatAmount(movement.creditMinor, currency),
    closing: formatAmount(closingOf(movement), currency),
  };
}

function balanceBody(row: BalanceRow, { baseCurrency }: Book) {
  const { account, dimensions, currency } = row;
  return { account, dimensions, currency, ...amountsOf(movementOf(row), baseCurrency) };
}

function cursorOf({ account, set_id: setId, currency }: BalanceRow): string {
  return `${account}~${setId}~${currency}`;
}

function readCursor(after: string) {
  const [, account, setId, currency] = /^([^~]+)~(\d{1,9})~([A-Z]{3})$/.exec(after) ?? [];
  if (account === undefined || setId === undefined || currency === undefined) {
    throw new RefusalError({ code: 'cursor_invalid', at: 'query.after' });
  }
  return { account, setId: Number(setId), currency };
}
