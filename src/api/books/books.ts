import Type from 'typebox';
import { created, notFound, ok, refusedAll, trouble } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, Currency, exactly, Problem, pageOf } from '#api/http/schemas.ts';
import { checkLaterAccounts } from '#core/ledger/chart.ts';
import { newBook } from '#core/ledger/new-book.ts';
import { minorUnitsOf } from '#core/money/currency.ts';
import { setUpBook } from '#pipeline/books/set-up-book.ts';
import { type BookRow, findBook, listBooks } from '#storage/books.ts';

const BookBody = Type.Object(
  {
    code: Code,
    name: Type.String(),
    baseCurrency: Currency,
    standard: Type.String(),
    rehearsal: Type.Boolean({
      description: 'Made for trying things out: nothing of it reaches a real system',
    }),
  },
  { $id: 'Book' },
);

const DimensionRules = Type.Record(Type.String(), Type.Union([Type.Literal('must'), Type.Literal('may')]));

const NewBookBody = exactly(
  {
    code: Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    baseCurrency: Currency,
    standard: Type.Union([Type.Literal('cas'), Type.Literal('cas-small')]),
    years: Type.Array(Type.Integer({ minimum: 1900, maximum: 2999 }), { minItems: 1, maxItems: 20 }),
    rehearsal: Type.Optional(Type.Boolean({ description: 'Made for trying things out; it stays so' })),
    startMonth: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    chart: Type.Optional(
      exactly({
        codeScheme: Type.Optional(
          Type.Union([Type.Literal('dotted'), Type.Literal('4-2-2'), Type.Literal('4-4-4')]),
        ),
        details: Type.Optional(Type.Array(Type.Literal('vat'))),
        later: Type.Optional(Type.Record(Type.String(), Type.String())),
        dimensions: Type.Optional(Type.Record(Type.String(), DimensionRules)),
        quantity: Type.Optional(Type.Array(Type.String())),
      }),
    ),
  },
  { $id: 'NewBook' },
);

const tag = 'Books';

export const getBooks = defineRoute({
  method: 'GET',
  path: '/books',
  summary: 'List books',
  tag,
  permission: 'books:read',
  scope: 'list',
  replies: { 200: pageOf(BookBody) },
  async handle({ sight }, { database }) {
    const books = (await listBooks(database)).filter(({ code }) => sight.book(code));
    return ok(wholeList(books.map(bookBody)));
  },
});

export const getBook = defineRoute({
  method: 'GET',
  path: '/books/{book}',
  summary: 'Get a book',
  tag,
  permission: 'books:read',
  scope: 'named',
  params: exactly({ book: Code }),
  replies: { 200: BookBody, 404: Problem },
  async handle({ params }, { database }) {
    const row = await findBook(database, params.book);
    return row ? ok(bookBody(row)) : notFound('book', params.book);
  },
});

export const createBook = defineRoute({
  method: 'POST',
  path: '/books',
  summary: 'Create a book from a ready-made chart of accounts',
  tag,
  permission: 'books:write',
  scope: 'hub',
  body: NewBookBody,
  replies: { 201: BookBody, 409: Problem, 422: Problem },
  async change({ body, raw }, { tx }) {
    const { code, baseCurrency, standard, chart = {}, rehearsal = false } = body;
    if (minorUnitsOf(baseCurrency) === null) {
      return trouble({
        code: 'currency_unknown',
        at: 'body.baseCurrency',
        params: { currency: baseCurrency },
      });
    }
    const refusals = checkLaterAccounts(standard, chart.later ?? {});
    if (refusals.length > 0) return refusedAll('chart_refused', refusals);
    if (!isWithoutGap(body.years)) return trouble({ code: 'years_not_in_order', at: 'body.years' });
    if (await findBook(tx, code))
      return trouble({ code: 'already_exists', params: { kind: 'book', id: code } });
    const book = newBook({ ...body, id: 0 });
    await setUpBook(tx, { book, by: raw.principal, rehearsal });
    const { name } = body;
    return created(
      { code, name, baseCurrency, standard, rehearsal },
      { location: `${raw.path}/${encodeURIComponent(code)}` },
    );
  },
});

function bookBody({ code, name, base_currency: baseCurrency, standard, rehearsal }: BookRow) {
  return { code, name, baseCurrency, standard, rehearsal };
}

function isWithoutGap(years: readonly number[]): boolean {
  return years.every((year, i) => i === 0 || year === years[i - 1]! + 1);
}
