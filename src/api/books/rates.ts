import Type from 'typebox';
import { requireBook } from '#api/find-book.ts';
import { firstOf } from '#api/first-of.ts';
import { ok, refusedAll } from '#api/http/answer.ts';
import { page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, Currency, Day, exactly, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { dayOf } from '#api/time-range.ts';
import { isCalendarDate } from '#core/calendar/date.ts';
import type { Rate } from '#core/ledger/book.ts';
import { minorUnitsOf } from '#core/money/currency.ts';
import { type Refusal, RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { saveRates } from '#storage/book-data.ts';
import { listRates } from '#storage/rate-list.ts';

const RateBody = exactly(
  {
    currency: Currency,
    type: Type.String({ minLength: 1, maxLength: 40, description: 'spot, month, …' }),
    date: Day,
    rate: Type.String({
      pattern: '^(?=.*[1-9])[0-9]{1,12}(\\.[0-9]{1,12})?$',
      description: 'Base units for one unit of the currency, as a decimal',
    }),
  },
  { $id: 'Rate' },
);

const tag = 'Rates';
const params = exactly({ book: Code });

export const getRates = defineRoute({
  method: 'GET',
  path: '/books/{book}/rates',
  summary: 'List exchange rates, the newest day first',
  tag,
  permission: 'books:read',
  scope: 'named',
  params,
  query: exactly({
    ...Page,
    currency: Type.Optional(Currency),
    type: Type.Optional(Type.String({ maxLength: 40 })),
    dateFrom: Type.Optional(Day),
    dateTo: Type.Optional(Day),
  }),
  replies: { 200: pageOf(RateBody), 404: Problem },
  async handle({ params: { book: code }, query, raw }, context) {
    const { id } = await requireBook(context.database, context, code);
    const { currency, type, dateFrom, dateTo, limit = 100 } = query;
    const rows = await listRates(context.database, id, {
      ...(currency === undefined ? {} : { currency }),
      ...(type === undefined ? {} : { type }),
      ...(dateFrom === undefined ? {} : { from: dayOf(dateFrom, 'query.dateFrom') }),
      ...(dateTo === undefined ? {} : { to: dayOf(dateTo, 'query.dateTo') }),
      ...(query.after === undefined ? {} : { after: readCursor(query.after) }),
      limit: limit + 1,
    });
    return ok(page(rows, { raw, limit, after: cursorOf, item: (rate) => rate }));
  },
});

function cursorOf({ date, currency, type }: Rate): string {
  return `${date}~${currency}~${type}`;
}

function readCursor(after: string) {
  const [, date, currency, type] = /^(\d{4}-\d{2}-\d{2})~([A-Z]{3})~(.{1,40})$/u.exec(after) ?? [];
  if (date === undefined || currency === undefined || type === undefined) {
    throw new RefusalError({ code: 'cursor_invalid', at: 'query.after' });
  }
  return { date: dayOf(date, 'query.after'), currency, type };
}

export const putRates = defineRoute({
  method: 'PUT',
  path: '/books/{book}/rates',
  summary: 'Add rates or replace those of the same currency, type and day',
  tag,
  permission: 'books:write',
  scope: 'named',
  params,
  body: exactly({ rates: Type.Array(RateBody, { minItems: 1, maxItems: 10_000 }) }),
  replies: { 200: Type.Object({ saved: Type.Integer() }), 404: Problem, 422: Problem },
  async change(asked, context) {
    const book = await requireBook(context.tx, context, asked.params.book);
    const refusals = asked.body.rates.flatMap(judge);
    if (refusals.length > 0) return refusedAll('rates_refused', refusals);
    const last = new Map(
      asked.body.rates.map((rate) => [`${rate.currency} ${rate.type} ${rate.date}`, rate]),
    );
    await saveRates(context.tx, book.id, [...last.values()]);
    await audit(context.tx, {
      actor: asked.raw.principal,
      action: 'rates.save',
      subject: `book:${book.code}`,
      details: { count: last.size, ...firstOf(last, ({ rate }, key) => `${key} = ${rate}`) },
    });
    return ok({ saved: last.size });
  },
});

function judge({ currency, date }: Rate, i: number): Refusal[] {
  const at = `body.rates[${i}]`;
  if (minorUnitsOf(currency) === null)
    return [{ code: 'currency_unknown', at: `${at}.currency`, params: { currency } }];
  return isCalendarDate(date) ? [] : [{ code: 'date_impossible', at: `${at}.date`, params: { text: date } }];
}
