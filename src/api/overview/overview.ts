import Type from 'typebox';
import type { Sight } from '#access/sight.ts';
import { loadCodeNames } from '#api/books/code-names.ts';
import { ok } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { loadNames } from '#api/names.ts';
import { When } from '#api/time-range.ts';
import { formatAmount } from '#core/money/amount.ts';
import { type BookRow, listBooks } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import {
  type FigureFilter,
  type FigureRow,
  type OpenExceptions,
  readDeliveryBacklog,
  readFiguresOf,
  readLaneBacklog,
  readOpenExceptions,
} from '#storage/overview.ts';
import type { FlowPlace } from '#storage/places.ts';
import { OverviewBody } from './body.ts';
import { byBook, byConnection, byFlow } from './by-place.ts';
import { type Drill, listOf, waitingList } from './drill.ts';
import {
  COUNTED_NAMES,
  type Counted,
  countsOf,
  latencyOf,
  measureOf,
  seriesOf,
  splitRows,
  successRate,
} from './figures.ts';
import { filterOf } from './question.ts';

export const getOverview = defineRoute({
  method: 'GET',
  path: '/overview',
  summary: 'What came in, was posted, held, delivered and written back; each figure with the list behind it',
  tag: 'Overview',
  permission: 'overview:read',
  scope: 'list',
  query: exactly({
    from: Type.Optional(When),
    to: Type.Optional(When),
    by: Type.Optional(Type.Union([Type.Literal('hour'), Type.Literal('day')])),
    book: Type.Optional(Code),
    connection: Type.Optional(Code),
    flow: Type.Optional(Code),
    code: Type.Optional(
      Type.String({ maxLength: 200, description: 'A finding: only what was held for it is counted' }),
    ),
  }),
  replies: { 200: OverviewBody, 400: Problem, 404: Problem },
  async handle({ query, raw, sight }, { database, now }) {
    const { filter, flows } = await filterOf(database, { query, sight, now: now() });
    const { from, to } = filter;
    const { book, connection, flow, code } = query;
    const named = { book, connection, flow, code };
    const drill: Drill = {
      from,
      to,
      ...Object.fromEntries(Object.entries(named).filter(([, value]) => value)),
    };
    const telling = {
      drill,
      nameOf: await loadCodeNames(database, raw.language),
      money: moneyOf(await listBooks(database), sight),
      flows,
    };
    const happened = await tellHappened(database, filter, telling);
    return ok({ ...happened, now: await tellStanding(database, filter, telling) });
  },
});

type Money = (
  rows: readonly { book_id: number | null; minor: bigint }[],
) => { currency: string; amount: string }[];

interface Telling {
  readonly drill: Drill;
  readonly nameOf: (code: string) => string;
  readonly money: Money;
  readonly flows: readonly FlowPlace[];
}

async function tellHappened(tx: Tx, filter: FigureFilter, telling: Telling) {
  const rows = await readFiguresOf(tx, filter);
  const { total, steps, places } = splitRows(rows);
  const names = await loadNames(tx);
  const { flows } = telling;
  const counts = countsOf(total);
  const figure = (name: Counted) => {
    const of = total.filter(({ measure }) => measure === measureOf(name));
    return { count: counts[name], amounts: sum(of, telling), list: listOf(measureOf(name), telling.drill) };
  };
  return {
    from: filter.from.toISOString(),
    to: filter.to.toISOString(),
    by: filter.grain,
    figures: Object.fromEntries(COUNTED_NAMES.map((name) => [name, figure(name)])),
    successRate: successRate(counts),
    latency: { posted: latencyOf(total, 'posted-after'), delivered: latencyOf(total, 'delivered-after') },
    series: seriesOf(steps, filter),
    byConnection: byConnection(places, (id) => names.connection(id) ?? ''),
    byFlow: byFlow(places, flows),
    byBook: byBook(places, flows),
    byCode: byCode(total, telling),
  };
}

function byCode(rows: readonly FigureRow[], telling: Telling) {
  const found = rows.filter(({ measure }) => measure === 'finding');
  return [...Map.groupBy(found, ({ detail }) => detail ?? '')]
    .map(([code, of]) => ({
      code,
      title: telling.nameOf(code),
      count: of.reduce((count, { n }) => count + n, 0),
      amounts: sum(of, telling),
      list: listOf('held', { ...telling.drill, code }),
    }))
    .toSorted((a, b) => b.count - a.count);
}

function sum(rows: readonly FigureRow[], { money }: Telling) {
  return money(rows.map(({ book_id, amount_minor }) => ({ book_id, minor: amount_minor })));
}

async function tellStanding(tx: Tx, filter: FigureFilter, telling: Telling) {
  const { drill } = telling;
  const lane = await readLaneBacklog(tx, filter);
  const deliveries = await readDeliveryBacklog(tx, filter);
  const waiting = (states: readonly string[], list: string) => {
    const of = deliveries.filter(({ state }) => states.includes(state));
    const oldest = of.map((row) => row.oldest.toISOString()).toSorted()[0] ?? null;
    return { count: of.reduce((count, { n }) => count + n, 0), oldestAt: oldest, list };
  };
  return {
    lane: {
      count: lane.n,
      oldestAt: lane.oldest?.toISOString() ?? null,
      list: waitingList('/records', { state: 'waiting' }, drill),
    },
    owed: waiting(['owed'], waitingList('/deliveries', { state: 'owed' }, drill)),
    sending: waiting(['sending'], waitingList('/deliveries', { state: 'sending' }, drill)),
    stopped: waiting(['refused', 'dead'], waitingList('/deliveries', { state: 'stopped' }, drill)),
    exceptions: tellExceptions(await readOpenExceptions(tx, filter), telling),
  };
}

function tellExceptions(rows: readonly OpenExceptions[], { drill, nameOf, money }: Telling) {
  const facts = (of: readonly OpenExceptions[]) => ({
    count: of.reduce((count, { n }) => count + n, 0),
    amounts: money(of.map(({ book_id, impact_minor }) => ({ book_id, minor: impact_minor }))),
  });
  const all = rows.filter(({ code }) => code === null);
  const list = (more: object) => waitingList('/exceptions', { state: 'open' }, { ...drill, ...more });
  const codes = Map.groupBy(
    rows.filter(({ code }) => code !== null),
    ({ code }) => code ?? '',
  );
  return {
    ...facts(all),
    oldestAt: all.map(({ oldest }) => oldest.toISOString()).toSorted()[0] ?? null,
    list: list({}),
    byCode: [...codes]
      .map(([code, of]) => ({
        code,
        title: nameOf(code),
        ...facts(of),
        list: list({ code }),
      }))
      .toSorted((a, b) => b.count - a.count),
  };
}

/** Sums by currency; none of books in which the caller is shown no sums. */
function moneyOf(books: readonly BookRow[], sight: Sight): Money {
  const byId = new Map(books.map((book) => [book.book_id, book]));
  return (rows) => {
    const sums = new Map<string, bigint>();
    for (const { book_id, minor } of rows) {
      const book = book_id === null ? undefined : byId.get(book_id);
      if (!book || minor === 0n || sight.mask(book.code).figures === 'hidden') continue;
      sums.set(book.base_currency, (sums.get(book.base_currency) ?? 0n) + minor);
    }
    return [...sums].map(([currency, minor]) => ({ currency, amount: formatAmount(minor, currency) }));
  };
}
