import Type from 'typebox';
import { requireBook } from '#api/find-book.ts';
import { created, notFound, ok } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, orNull, Problem } from '#api/http/schemas.ts';
import { suggestCodes } from '#core/mapping/suggest-codes.ts';
import { candidatesOf } from '#pipeline/flows/code-candidates.ts';
import { audit } from '#storage/audit-log.ts';
import {
  type CrosswalkRow,
  deleteCrosswalkPair,
  findCrosswalkPair,
  saveCrosswalk,
} from '#storage/book-data.ts';
import { CrosswalkName } from './crosswalks.ts';

export const CodeSuggestion = Type.Object(
  {
    code: Type.String(),
    name: Type.String(),
    confidence: Type.Number({ description: '0–1' }),
    because: Type.String({ description: 'Their word that comes closest' }),
  },
  { $id: 'CodeSuggestion' },
);

const TheirCode = Type.String({ minLength: 1, maxLength: 200 });

const PairBody = Type.Object(
  {
    from: Type.String({ description: 'Their code' }),
    to: Type.String({ description: 'Our code' }),
    confidence: Type.Number(),
    confirmedBy: orNull(Type.String({ description: 'Who vouches for it; null: nobody yet' })),
  },
  { $id: 'CrosswalkRow' },
);

const tag = 'Crosswalks';
const params = exactly({ book: Code, crosswalk: CrosswalkName, from: TheirCode });
const path = '/books/{book}/crosswalks/{crosswalk}/pairs/{from}';

export const getCrosswalkPair = defineRoute({
  method: 'GET',
  path,
  summary: 'Get what a code of theirs stands for; its ETag serves If-Match',
  tag,
  permission: 'crosswalks:read',
  scope: 'named',
  params,
  replies: { 200: PairBody, 404: Problem },
  async handle({ params: wanted }, context) {
    const book = await requireBook(context.database, context, wanted.book);
    const row = await findCrosswalkPair(context.database, book.id, keyOf(wanted));
    return row ? ok(pairBody(row), { etag: tagOf(row) }) : notFound('crosswalk pair', wanted.from);
  },
});

export const putCrosswalkPair = defineRoute({
  method: 'PUT',
  path,
  summary: 'Say what a code of theirs stands for',
  tag,
  permission: 'crosswalks:write',
  scope: 'named',
  params,
  body: exactly({
    to: Type.String({ minLength: 1, maxLength: 200 }),
    confidence: Type.Optional(
      Type.Number({ minimum: 0, maximum: 1, description: 'Default: 1 when confirmed' }),
    ),
    confirmed: Type.Optional(Type.Boolean({ default: true, description: 'Whether you vouch for it' })),
  }),
  replies: { 200: PairBody, 201: PairBody, 404: Problem, 412: Problem },
  async change({ params: wanted, body, raw }, context) {
    const { tx } = context;
    const book = await requireBook(tx, context, wanted.book);
    const before = await findCrosswalkPair(tx, book.id, keyOf(wanted));
    requireMatch(raw, tagged(before));
    const { to, confirmed = true, confidence = 1 } = body;
    const row = { ...keyOf(wanted), to, confidence, confirmedBy: confirmed ? raw.principal : null };
    await saveCrosswalk(tx, book.id, [row]);
    await audit(tx, {
      actor: raw.principal,
      action: 'crosswalk.save',
      subject: `book:${book.code}`,
      details: { crosswalk: row.name, from: row.from, to, before: before?.to ?? null, confirmed },
    });
    return before
      ? ok(pairBody(row), { etag: tagOf(row) })
      : created(pairBody(row), { etag: tagOf(row), location: raw.path });
  },
});

export const removeCrosswalkPair = defineRoute({
  method: 'DELETE',
  path,
  summary: 'Forget what a code of theirs stands for; what was posted with it stays',
  tag,
  permission: 'crosswalks:write',
  scope: 'named',
  params,
  replies: { 200: PairBody, 404: Problem, 412: Problem },
  async change({ params: wanted, raw }, context) {
    const { tx } = context;
    const book = await requireBook(tx, context, wanted.book);
    const row = await findCrosswalkPair(tx, book.id, keyOf(wanted));
    if (!row) return notFound('crosswalk pair', wanted.from);
    requireMatch(raw, tagged(row));
    await deleteCrosswalkPair(tx, book.id, keyOf(wanted));
    await audit(tx, {
      actor: raw.principal,
      action: 'crosswalk.delete',
      subject: `book:${book.code}`,
      details: { crosswalk: row.name, from: row.from, to: row.to },
    });
    return ok(pairBody(row));
  },
});

export const getCrosswalkSuggestions = defineRoute({
  method: 'GET',
  path: '/books/{book}/crosswalks/{crosswalk}/suggestions',
  summary: 'Suggest codes of ours for a code of theirs, by how alike the names are',
  tag,
  permission: 'crosswalks:read',
  scope: 'named',
  params: exactly({ book: Code, crosswalk: CrosswalkName }),
  query: exactly({
    from: TheirCode,
    name: Type.Optional(Type.String({ maxLength: 200, description: 'What they call it' })),
  }),
  replies: {
    200: Type.Object({ dimension: orNull(Type.String()), suggestions: Type.Array(CodeSuggestion) }),
    404: Problem,
  },
  async handle({ params: wanted, query }, context) {
    const book = await requireBook(context.database, context, wanted.book);
    const { dimension, codes } = await candidatesOf(context.database, book.id, wanted.crosswalk);
    const words = query.name === undefined ? [query.from] : [query.name, query.from];
    return ok({ dimension, suggestions: suggestCodes(words, codes) });
  },
});

function keyOf({ crosswalk: name, from }: { readonly crosswalk: string; readonly from: string }) {
  return { name, from };
}

function pairBody({ from, to, confidence, confirmedBy }: CrosswalkRow) {
  return { from, to, confidence, confirmedBy };
}

function tagged(row: CrosswalkRow | null) {
  return row && [row.from, row.to, row.confidence, row.confirmedBy];
}

function tagOf(row: CrosswalkRow): string {
  return etagOf(tagged(row));
}
