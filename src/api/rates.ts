import Type from 'typebox';
import { isCalendarDate } from '#core/calendar/date.ts';
import type { Rate } from '#core/ledger/book.ts';
import { minorUnitsOf } from '#core/money/currency.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { saveRates } from '#storage/book-data.ts';
import { requireBook } from './find-book.ts';
import { ok, refusedAll } from './http/answer.ts';
import { wholeList } from './http/paging.ts';
import { defineRoute } from './http/route.ts';
import { Code, Currency, Day, exactly, Problem, pageOf } from './http/schemas.ts';

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
  summary: 'List exchange rates',
  tag,
  permission: 'books:read',
  params,
  query: exactly({ currency: Type.Optional(Currency) }),
  replies: { 200: pageOf(RateBody), 404: Problem },
  async handle(asked, context) {
    const { rates } = await requireBook(context.database, context, asked.params.book);
    const { currency } = asked.query;
    return ok(wholeList(rates.filter((rate) => currency === undefined || rate.currency === currency)));
  },
});

export const putRates = defineRoute({
  method: 'PUT',
  path: '/books/{book}/rates',
  summary: 'Add rates or replace those of the same currency, type and day',
  tag,
  permission: 'books:write',
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
      details: { count: last.size },
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
