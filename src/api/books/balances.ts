import Type from 'typebox';
import type { Sight } from '#access/sight.ts';
import { requireBook } from '#api/find-book.ts';
import { ok } from '#api/http/answer.ts';
import { page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Amount, Code, Currency, exactly, Page, PeriodId, Problem, pageOf } from '#api/http/schemas.ts';
import { closingOf, type Movement } from '#core/ledger/balances.ts';
import type { Book } from '#core/ledger/book.ts';
import { formatAmount } from '#core/money/amount.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { type BalanceRow, readBalances } from '#storage/balance-reads.ts';

export const Amounts = { opening: Amount, debit: Amount, credit: Amount, closing: Amount };
const BalanceBody = Type.Object(
  {
    account: Code,
    dimensions: Type.Record(Type.String(), Type.String()),
    currency: Currency,
    ...Amounts,
  },
  { $id: 'Balance', description: 'Base-currency amounts; a debit balance is positive' },
);

const tag = 'Balances';
const params = exactly({ book: Code });
export const Range = {
  from: Type.Optional(PeriodId),
  to: Type.Optional(PeriodId),
};

export const getBalances = defineRoute({
  method: 'GET',
  path: '/books/{book}/balances',
  summary: 'List balances by account, dimensions and currency',
  tag,
  permission: 'balances:read',
  scope: 'figures',
  params,
  query: exactly({ ...Page, ...Range, account: Type.Optional(Type.String({ maxLength: 60 })) }),
  replies: { 200: pageOf(BalanceBody), 404: Problem },
  async handle({ params: { book: code }, query, raw, sight }, context) {
    const book = await requireBook(context.database, context, code);
    const perAccount = shownFigures(sight, code) === 'totals';
    const limit = query.limit ?? 100;
    const rows = await readBalances(context.database, book.id, {
      ...rangeOf(book, query),
      ...(query.account === undefined ? {} : { account: query.account }),
      ...(query.after === undefined ? {} : { after: readCursor(query.after) }),
      limit: limit + 1,
      perAccount,
    });
    const item = (row: BalanceRow) => balanceBody(row, book);
    return ok(page(rows, { raw, limit, after: cursorOf, item }));
  },
});

/** Sums tell what is in them: they are refused where an amount of some kind of document is not shown at all. */
export function shownFigures(sight: Sight, book: string): 'plain' | 'totals' {
  const { figures } = sight.mask(book);
  if (figures === 'hidden') throw new RefusalError({ code: 'fields_not_granted', params: { book } });
  return figures;
}

/** The periods that are asked for; without any, all of the book. */
export function rangeOf({ periods }: Book, { from, to }: { from?: number; to?: number }) {
  return { from: from ?? periods[0]?.id ?? 0, to: to ?? periods.at(-1)?.id ?? 0 };
}

export function movementOf(
  row: Pick<BalanceRow, 'opening_minor' | 'debit_minor' | 'credit_minor'>,
): Movement {
  return { openingMinor: row.opening_minor, debitMinor: row.debit_minor, creditMinor: row.credit_minor };
}

/** A movement as it travels. */
export function amountsOf(movement: Movement, currency: string) {
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
