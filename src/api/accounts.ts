import Type from 'typebox';
import type { Account } from '#core/ledger/book.ts';
import { saveChart } from '#pipeline/books/save-chart.ts';
import { requireBook } from './find-book.ts';
import { ok, refusedAll } from './http/answer.ts';
import { wholeList } from './http/paging.ts';
import { defineRoute } from './http/route.ts';
import { Code, exactly, orNull, Problem, pageOf, Texts } from './http/schemas.ts';

const oneOf = <const Names extends readonly string[]>(names: Names) =>
  Type.Union(names.map((name) => Type.Literal<Names[number]>(name)));

const Members = {
  code: Type.String({ pattern: '^[A-Za-z0-9.]{1,60}$' }),
  element: Type.Optional(orNull(Type.String({ maxLength: 100 }))),
  name: Texts,
  parentCode: Type.Optional(orNull(Type.String({ maxLength: 60 }))),
  class: oneOf(['asset', 'liability', 'common', 'equity', 'cost', 'pnl']),
  side: oneOf(['debit', 'credit', 'both']),
  enabled: Type.Optional(Type.Boolean({ default: true })),
  dimensions: Type.Optional(Type.Record(Type.String(), oneOf(['must', 'may']))),
  cash: Type.Optional(orNull(oneOf(['cash', 'bank']))),
  quantity: Type.Optional(Type.Boolean({ default: false })),
};

const AccountInput = exactly(Members, { $id: 'AccountInput' });
const AccountBody = Type.Object({ ...Members, isLeaf: Type.Boolean() }, { $id: 'Account' });

const tag = 'Accounts';
const params = exactly({ book: Code });

export const getAccounts = defineRoute({
  method: 'GET',
  path: '/books/{book}/accounts',
  summary: 'List the chart of accounts',
  tag,
  permission: 'books:read',
  params,
  replies: { 200: pageOf(AccountBody), 404: Problem },
  async handle(asked, context) {
    const { accounts } = await requireBook(context.database, context, asked.params.book);
    return ok(wholeList([...accounts.values()].map(accountBody)));
  },
});

export const putAccounts = defineRoute({
  method: 'PUT',
  path: '/books/{book}/accounts',
  summary: 'Add accounts or change those with the same code',
  tag,
  permission: 'books:write',
  params,
  body: exactly({ accounts: Type.Array(AccountInput, { minItems: 1, maxItems: 5_000 }) }),
  replies: { 200: Type.Object({ saved: Type.Integer() }), 404: Problem, 422: Problem },
  async change({ params: { book: code }, body, raw }, context) {
    const book = await requireBook(context.tx, context, code);
    const accounts = body.accounts.map(accountOf);
    const refusals = await saveChart(context.tx, { book, accounts, by: raw.principal });
    return refusals.length > 0 ? refusedAll('chart_refused', refusals) : ok({ saved: accounts.length });
  },
});

type Input = Type.Static<typeof AccountInput>;

function accountOf(input: Input): Omit<Account, 'id' | 'isLeaf'> {
  return {
    code: input.code,
    element: input.element ?? null,
    name: input.name,
    parentCode: input.parentCode ?? null,
    class: input.class,
    side: input.side,
    enabled: input.enabled ?? true,
    dimensions: input.dimensions ?? {},
    cash: input.cash ?? null,
    quantity: input.quantity ?? false,
  };
}

function accountBody({ id: _, ...account }: Account) {
  return account;
}
