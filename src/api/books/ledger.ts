import Type from 'typebox';
import { requireBook } from '#api/find-book.ts';
import { ok } from '#api/http/answer.ts';
import { nextAddress } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import {
  Amount,
  Code,
  Currency,
  Day,
  exactly,
  Id,
  orNull,
  Page,
  PeriodId,
  Problem,
} from '#api/http/schemas.ts';
import type { Book } from '#core/ledger/book.ts';
import { voucherLabel } from '#core/ledger/numbering.ts';
import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import {
  accountsWithin,
  type LedgerCursor,
  type LedgerRow,
  readLedger,
} from '#pipeline/books/read-ledger.ts';
import type { LedgerLine, LedgerScope } from '#storage/ledger-reads.ts';
import { rangeOf, shownFigures } from './balances.ts';
import { LedgerNames, ledgerNames } from './ledger-names.ts';

const LedgerRowBody = Type.Object(
  {
    type: Type.Union([Type.Literal('line'), Type.Literal('period'), Type.Literal('year')], {
      description: 'line, 本期合计 or 本年累计',
    }),
    period: PeriodId,
    date: orNull(Day),
    voucher: orNull(Type.Object({ id: Id, label: Type.String(), line: Type.Integer() })),
    account: orNull(Code),
    dimensions: Type.Record(Type.String(), Type.String()),
    summary: Type.String(),
    debit: Amount,
    credit: Amount,
    currency: orNull(Currency),
    amount: orNull(Type.String({ description: 'In the currency of the line' })),
    balance: Type.Object({ side: Type.String({ description: 'debit, credit or none' }), amount: Amount }),
  },
  { $id: 'LedgerRow' },
);

const LedgerBody = Type.Object(
  {
    book: Code,
    account: Code,
    name: Type.Record(Type.String(), Type.String()),
    currency: Currency,
    from: PeriodId,
    to: PeriodId,
    opening: LedgerRowBody.properties.balance,
    items: Type.Array(LedgerRowBody),
    names: LedgerNames,
    next: orNull(Type.String()),
  },
  {
    $id: 'Ledger',
    description: 'A line leads to /books/{book}/vouchers/{id}, that to documents and records',
  },
);

export const LedgerQueryBody = {
  account: Type.String({ minLength: 1, maxLength: 60, description: 'With all accounts below it' }),
  from: Type.Optional(PeriodId),
  to: Type.Optional(PeriodId),
  dimension: Type.Optional(
    Type.String({ maxLength: 500, description: 'customer:C001, several parted by a comma' }),
  ),
};

export const getLedger = defineRoute({
  method: 'GET',
  path: '/books/{book}/ledger',
  summary: 'Get the ledger of an account: opening, lines with running balance, sums of each month and year',
  tag: 'Balances',
  permission: 'balances:read',
  scope: 'figures',
  params: exactly({ book: Code }),
  query: exactly({ ...Page, ...LedgerQueryBody }),
  replies: { 200: LedgerBody, 404: Problem, 422: Problem },
  async handle({ params: { book: code }, query, raw, sight }, context) {
    const book = await requireBook(context.database, context, code);
    const scope = ledgerScope(book, query);
    const range = rangeOf(book, query);
    const page = await readLedger(context.database, {
      scope,
      ...range,
      after: query.after === undefined ? null : readCursor(query.after),
      limit: query.limit ?? 100,
      sumsOnly: shownFigures(sight, code) !== 'plain',
    });
    const { baseCurrency } = book;
    const items = page.rows.map((row) => ledgerRowBody(row, book));
    return ok({
      book: book.code,
      account: query.account,
      name: book.accounts.get(query.account)?.name ?? {},
      currency: baseCurrency,
      ...range,
      opening: balanceBody(page.openingMinor, baseCurrency),
      items,
      names: ledgerNames(book, items),
      next: page.next && nextAddress(raw, cursorText(page.next)),
    });
  },
});

/** Which lines are asked for; an account that is not in the chart ends the request. */
export function ledgerScope(
  book: Book,
  query: { readonly account: string; readonly dimension?: string },
): LedgerScope {
  const accounts = accountsWithin(book, query.account);
  if (accounts.length === 0) {
    const params = { kind: 'account', id: query.account };
    throw new RefusalError({ code: 'not_found', at: 'query.account', params });
  }
  const dimensions = Object.fromEntries(
    (query.dimension ?? '')
      .split(',')
      .filter((pair) => pair.trim() !== '')
      .map((pair): [string, string] => {
        const [name = '', ...code] = pair.split(':');
        return [name.trim(), code.join(':').trim()];
      }),
  );
  return { bookId: book.id, accountIds: accounts.map(({ id }) => id), dimensions };
}

/** A row as it travels: amounts as text, what a sum does not have empty or null. */
export function ledgerRowBody(row: LedgerRow, { baseCurrency }: Pick<Book, 'baseCurrency'>) {
  const balance = balanceBody(row.balanceMinor, baseCurrency);
  if (row.type === 'line') return { ...lineBody(row.line, baseCurrency), balance };
  const { type, period } = row;
  return {
    type,
    period,
    date: null,
    voucher: null,
    account: null,
    dimensions: {},
    summary: '',
    debit: formatAmount(row.debitMinor, baseCurrency),
    credit: formatAmount(row.creditMinor, baseCurrency),
    currency: null,
    amount: null,
    balance,
  };
}

function lineBody(line: LedgerLine, baseCurrency: string) {
  const word = VOUCHER_WORDS.find((one) => one === line.word) ?? '记';
  return {
    type: 'line' as const,
    period: line.period,
    date: line.date,
    voucher: {
      id: String(line.voucher_id),
      label: voucherLabel({ word, number: line.number }),
      line: line.line_no,
    },
    account: line.account,
    dimensions: line.dimensions,
    summary: line.summary,
    debit: formatAmount(line.debit_minor, baseCurrency),
    credit: formatAmount(line.credit_minor, baseCurrency),
    currency: line.currency,
    amount: formatAmount(line.amount_minor, line.currency),
  };
}

/** As a ledger says it: 借, 贷 or 平, and how much. */
function balanceBody(minor: bigint, currency: string) {
  const side: 'debit' | 'credit' | 'none' = minor === 0n ? 'none' : minor > 0n ? 'debit' : 'credit';
  return { side, amount: formatAmount(minor < 0n ? -minor : minor, currency) };
}

function cursorText({ period, place }: LedgerCursor): string {
  return place === null ? String(period) : [period, place.date, place.voucherId, place.lineNo].join('~');
}

function readCursor(after: string): LedgerCursor {
  const pattern = /^(\d{6})(?:~(\d{4}-\d{2}-\d{2})~(\d{1,18})~(\d{1,5}))?$/;
  const [, period, date, voucherId, lineNo] = pattern.exec(after) ?? [];
  if (period === undefined) throw new RefusalError({ code: 'cursor_invalid', at: 'query.after' });
  if (date === undefined || voucherId === undefined) return { period: Number(period), place: null };
  return { period: Number(period), place: { date, voucherId: BigInt(voucherId), lineNo: Number(lineNo) } };
}
