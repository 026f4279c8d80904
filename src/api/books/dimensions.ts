import Type from 'typebox';
import { requireBook } from '#api/find-book.ts';
import { firstOf } from '#api/first-of.ts';
import { ok } from '#api/http/answer.ts';
import { codePage, page, wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Amount, Code, exactly, orNull, Page, Problem, pageOf } from '#api/http/schemas.ts';
import type { DimensionValue } from '#core/ledger/book.ts';
import { formatAmount, parseAmount } from '#core/money/amount.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { listDimensions, listDimensionValues, saveDimensionValues } from '#storage/book-data.ts';

const Name = Type.String({ pattern: '^[a-z][a-zA-Z0-9_-]{0,39}$' });

const ValueBody = exactly(
  {
    code: Code,
    name: Type.String({ maxLength: 400 }),
    enabled: Type.Optional(Type.Boolean({ default: true })),
    creditLimit: Type.Optional(orNull(Amount)),
  },
  { $id: 'DimensionValue' },
);

const tag = 'Dimensions';
const params = exactly({ book: Code, dimension: Name });

export const getDimensions = defineRoute({
  method: 'GET',
  path: '/books/{book}/dimensions',
  summary: 'List dimensions and how many values each has',
  tag,
  permission: 'books:read',
  scope: 'named',
  params: exactly({ book: Code }),
  replies: { 200: pageOf(Type.Object({ dimension: Name, values: Type.Integer() })), 404: Problem },
  async handle(asked, context) {
    const book = await requireBook(context.database, context, asked.params.book);
    const rows = await listDimensions(context.database, book.id);
    return ok(wholeList(rows.map(({ dimension, n }) => ({ dimension, values: n }))));
  },
});

export const getDimensionValues = defineRoute({
  method: 'GET',
  path: '/books/{book}/dimensions/{dimension}',
  summary: 'List the values of a dimension, by code',
  tag,
  permission: 'books:read',
  scope: 'named',
  params,
  query: exactly({
    ...Page,
    text: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Part of a code or name' })),
    enabled: Type.Optional(Type.Boolean()),
  }),
  replies: { 200: pageOf(ValueBody), 404: Problem },
  async handle(asked, context) {
    const book = await requireBook(context.database, context, asked.params.book);
    const { limit, fetch } = codePage(asked.query);
    const { dimension } = asked.params;
    const { text, enabled } = asked.query;
    const filter = { dimension, text: text ?? null, enabled: enabled ?? null };
    const rows = await listDimensionValues(context.database, book.id, { ...filter, ...fetch });
    const item = (value: DimensionValue) => valueBody(value, book.baseCurrency);
    return ok(page(rows, { raw: asked.raw, limit, after: ({ code }) => code, item }));
  },
});

export const putDimensionValues = defineRoute({
  method: 'PUT',
  path: '/books/{book}/dimensions/{dimension}',
  summary: 'Add values or change those with the same code',
  tag,
  permission: 'books:write',
  scope: 'named',
  params,
  body: exactly({ values: Type.Array(ValueBody, { minItems: 1, maxItems: 10_000 }) }),
  replies: { 200: Type.Object({ saved: Type.Integer() }), 404: Problem, 422: Problem },
  async change(asked, context) {
    const { dimension } = asked.params;
    const book = await requireBook(context.tx, context, asked.params.book);
    const values = asked.body.values.map((value, i) => readValue(value, { currency: book.baseCurrency, i }));
    const last = new Map(values.map((value) => [value.code, value]));
    await saveDimensionValues(context.tx, book.id, dimension, [...last.values()]);
    await audit(context.tx, {
      actor: asked.raw.principal,
      action: 'dimension.save',
      subject: `book:${book.code}`,
      details: {
        dimension,
        count: last.size,
        ...firstOf(last, ({ code, enabled }) => (enabled ? code : `${code} –`)),
      },
    });
    return ok({ saved: last.size });
  },
});

function readValue(
  { code, name, enabled = true, creditLimit = null }: Type.Static<typeof ValueBody>,
  { currency, i }: { currency: string; i: number },
): DimensionValue {
  if (creditLimit === null) return { code, name, enabled, creditLimitMinor: null };
  const minor = parseAmount(creditLimit, currency);
  if (!minor.ok) throw new RefusalError({ ...minor.refusal, at: `body.values[${i}].creditLimit` });
  return { code, name, enabled, creditLimitMinor: minor.value };
}

function valueBody({ code, name, enabled, creditLimitMinor }: DimensionValue, currency: string) {
  return {
    code,
    name,
    enabled,
    creditLimit: creditLimitMinor === null ? null : formatAmount(creditLimitMinor, currency),
  };
}
