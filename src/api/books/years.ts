import Type from 'typebox';
import { requireBook } from '#api/find-book.ts';
import { created, trouble } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { addYear } from '#pipeline/books/add-year.ts';
import { PeriodBody } from './periods.ts';

export const createYear = defineRoute({
  method: 'POST',
  path: '/books/{book}/years',
  summary: 'Add the open periods of the fiscal year after the last one of a book',
  tag: 'Periods',
  permission: 'books:write',
  scope: 'named',
  params: exactly({ book: Code }),
  body: exactly({ year: Type.Integer({ minimum: 1900, maximum: 2999 }) }),
  replies: {
    201: Type.Object({ year: Type.Integer(), periods: Type.Array(PeriodBody) }),
    404: Problem,
    409: Problem,
  },
  async change({ params, body: { year }, raw }, context) {
    const { tx, cache } = context;
    const book = await requireBook(tx, context, params.book);
    const added = await addYear(tx, cache, { bookId: book.id, year, by: raw.principal });
    if (!added.ok) return trouble(added.refusal);
    const location = raw.path.replace(/years$/, 'periods');
    return created({ year, periods: added.value }, { location });
  },
});
