import Type from 'typebox';
import { requireBook } from '#api/find-book.ts';
import { ok, refusedAll } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, orNull, Problem, pageOf, Texts } from '#api/http/schemas.ts';
import type { Account } from '#core/ledger/book.ts';
import { saveChart } from '#pipeline/books/save-chart.ts';

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

const AccountNode = Type.Object(
  { ...AccountBody.properties, children: Type.Array(Type.Unknown({ description: 'AccountNode' })) },
  { $id: 'AccountNode' },
);

const tag = 'Accounts';
const params = exactly({ book: Code });

export const getAccounts = defineRoute({
  method: 'GET',
  path: '/books/{book}/accounts',
  summary: 'List the chart of accounts',
  tag,
  permission: 'books:read',
  scope: 'named',
  params,
  replies: { 200: pageOf(AccountBody), 404: Problem },
  async handle(asked, context) {
    const { accounts } = await requireBook(context.database, context, asked.params.book);
    return ok(wholeList([...accounts.values()].map(accountBody)));
  },
});

export const getAccountTree = defineRoute({
  method: 'GET',
  path: '/books/{book}/accounts/tree',
  summary: 'Get the chart of accounts as a tree',
  tag,
  permission: 'books:read',
  scope: 'named',
  params,
  replies: { 200: pageOf(AccountNode), 404: Problem },
  async handle(asked, context) {
    const { accounts } = await requireBook(context.database, context, asked.params.book);
    const below = Map.groupBy(accounts.values(), ({ parentCode }) => parentCode);
    return ok(wholeList(nodesBelow(below, null)));
  },
});

export const putAccounts = defineRoute({
  method: 'PUT',
  path: '/books/{book}/accounts',
  summary: 'Add accounts or change those with the same code',
  tag,
  permission: 'books:write',
  scope: 'named',
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

interface Node extends ReturnType<typeof accountBody> {
  readonly children: readonly Node[];
}

/** A chart has no circles: an account's parent is there before it. */
function nodesBelow(below: ReadonlyMap<string | null, readonly Account[]>, parent: string | null): Node[] {
  return (below.get(parent) ?? [])
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((account) => ({ ...accountBody(account), children: nodesBelow(below, account.code) }));
}

function accountBody({ id: _, ...account }: Account) {
  return account;
}
