import Type from 'typebox';
import { requireBook } from '#api/find-book.ts';
import { firstOf } from '#api/first-of.ts';
import { ok } from '#api/http/answer.ts';
import { codePage, page, wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, orNull, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import { type CrosswalkRow, listCrosswalk, listCrosswalks, saveCrosswalk } from '#storage/book-data.ts';

export const CrosswalkName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$' });

const PairBody = exactly(
  {
    from: Type.String({ minLength: 1, maxLength: 200, description: 'Their code' }),
    to: Type.String({ minLength: 1, maxLength: 200, description: 'Our code' }),
    confidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1, default: 1 })),
    confirmedBy: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
  },
  { $id: 'CrosswalkPair' },
);

const CrosswalkBody = Type.Object(
  {
    crosswalk: CrosswalkName,
    pairs: Type.Integer(),
    unconfirmed: Type.Integer({ description: 'Those nobody vouches for' }),
  },
  { $id: 'Crosswalk' },
);

const tag = 'Crosswalks';
const params = exactly({ book: Code, crosswalk: CrosswalkName });

export const getCrosswalks = defineRoute({
  method: 'GET',
  path: '/books/{book}/crosswalks',
  summary: 'List crosswalks and how many codes each translates',
  tag,
  permission: 'crosswalks:read',
  scope: 'named',
  params: exactly({ book: Code }),
  replies: { 200: pageOf(CrosswalkBody), 404: Problem },
  async handle(asked, context) {
    const book = await requireBook(context.database, context, asked.params.book);
    const rows = await listCrosswalks(context.database, book.id);
    return ok(
      wholeList(rows.map(({ name, n, unconfirmed }) => ({ crosswalk: name, pairs: n, unconfirmed }))),
    );
  },
});

export const getCrosswalk = defineRoute({
  method: 'GET',
  path: '/books/{book}/crosswalks/{crosswalk}',
  summary: 'List the pairs of a crosswalk, by their code',
  tag,
  permission: 'crosswalks:read',
  scope: 'named',
  params,
  query: exactly({
    ...Page,
    search: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'Part of their code or of ours' }),
    ),
    confirmed: Type.Optional(Type.Boolean()),
  }),
  replies: { 200: pageOf(PairBody), 404: Problem },
  async handle(asked, context) {
    const book = await requireBook(context.database, context, asked.params.book);
    const { limit, fetch } = codePage(asked.query);
    const { search, confirmed } = asked.query;
    const rows = await listCrosswalk(context.database, book.id, {
      name: asked.params.crosswalk,
      ...fetch,
      ...(search === undefined ? {} : { search }),
      ...(confirmed === undefined ? {} : { isConfirmed: confirmed }),
    });
    const item = ({ name: _, ...pair }: CrosswalkRow) => pair;
    return ok(page(rows, { raw: asked.raw, limit, after: ({ from }) => from, item }));
  },
});

export const putCrosswalk = defineRoute({
  method: 'PUT',
  path: '/books/{book}/crosswalks/{crosswalk}',
  summary: 'Add pairs or replace those with the same code of theirs',
  tag,
  permission: 'crosswalks:write',
  scope: 'named',
  params,
  body: exactly({ pairs: Type.Array(PairBody, { minItems: 1, maxItems: 10_000 }) }),
  replies: { 200: Type.Object({ saved: Type.Integer() }), 404: Problem },
  async change(asked, context) {
    const { crosswalk: name } = asked.params;
    const { principal } = asked.raw;
    const book = await requireBook(context.tx, context, asked.params.book);
    const last = new Map(
      asked.body.pairs.map(({ from, to, confidence = 1, confirmedBy = principal }) => [
        from,
        { name, from, to, confidence, confirmedBy },
      ]),
    );
    await saveCrosswalk(context.tx, book.id, [...last.values()]);
    await audit(context.tx, {
      actor: principal,
      action: 'crosswalk.save',
      subject: `book:${book.code}`,
      details: { crosswalk: name, count: last.size, ...firstOf(last, ({ from, to }) => `${from} → ${to}`) },
    });
    return ok({ saved: last.size });
  },
});
