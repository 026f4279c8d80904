import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import type { Flow } from '#core/flows/flow.ts';
import type { LookUpCrosswalk } from '#core/mapping/ports.ts';
import { sortRates } from '#core/money/rates.ts';
import type { PreviewBook } from './preview/preview-record.ts';

/** What the editor knows of the book a flow posts to. */
export interface BookFacts extends PreviewBook {
  readonly accounts: ReadonlyMap<string, Schemas['Account']>;
  readonly crosswalk: LookUpCrosswalk;
}

const PAGE = 1_000;
const PAIRS_MAX = 20_000;
const NO_ITEMS: readonly never[] = [];

/** The book's currency, chart and rates, and the crosswalks the flow names; empty until they are told. */
export function useBookFacts(code: string, flow: Flow | null): BookFacts {
  const path = { book: code };
  const isWanted = code !== '';
  const book = useTold(['/api/v1/books', code], () => api.GET('/api/v1/books/{book}', { params: { path } }), {
    isWanted,
  });
  const chart = useTold(
    ['/api/v1/books', code, 'accounts'],
    () => api.GET('/api/v1/books/{book}/accounts', { params: { path } }),
    { isWanted },
  );
  const rates = useTold(
    ['/api/v1/books', code, 'rates'],
    () => api.GET('/api/v1/books/{book}/rates', { params: { path } }),
    { isWanted },
  );
  const crosswalk = useCrosswalks(code, flow);
  const baseCurrency = book.data?.baseCurrency ?? 'CNY';
  const accounts = chart.data?.items ?? NO_ITEMS;
  const known = rates.data?.items ?? NO_ITEMS;
  return useMemo(
    () => ({
      code,
      baseCurrency,
      accounts: new Map(accounts.map((account) => [account.code, account])),
      rates: sortRates(known),
      crosswalk,
    }),
    [code, baseCurrency, accounts, known, crosswalk],
  );
}

/** The key under which the pairs of a crosswalk are kept; a change of the crosswalk touches it. */
export function crosswalkKey(book: string, name: string): readonly string[] {
  return ['/api/v1/books', book, 'crosswalks', name];
}

function useCrosswalks(book: string, flow: Flow | null): LookUpCrosswalk {
  const pairs = useQueries({
    queries: crosswalksOf(flow).map((name) => ({
      queryKey: crosswalkKey(book, name),
      queryFn: () => askPairs(book, name),
      retry: false,
    })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  return useMemo(() => {
    const tables = new Map(
      pairs.map(({ name, rows }) => [name, new Map(rows.map((row) => [row.from, row]))]),
    );
    return (name, from) => {
      const found = tables.get(name)?.get(from);
      return found === undefined ? null : { to: found.to, confidence: found.confidence ?? 1 };
    };
  }, [pairs]);
}

/** Page after page: a preview that knows only the first of them would call the others missing. */
async function askPairs(book: string, name: string) {
  const rows: Schemas['CrosswalkPair'][] = [];
  for (let after = ''; rows.length < PAIRS_MAX; ) {
    const query = { limit: PAGE, ...(after === '' ? {} : { after }) };
    const params = { path: { book, crosswalk: name }, query };
    const { items, next } = await told(api.GET('/api/v1/books/{book}/crosswalks/{crosswalk}', { params }));
    rows.push(...items);
    after = items.at(-1)?.from ?? '';
    if (next === null || after === '') break;
  }
  return { name, rows };
}

function crosswalksOf(flow: Flow | null): string[] {
  const mappings = (flow?.documents ?? []).flatMap(({ fields, lines }) => [
    ...Object.values(fields),
    ...Object.values(lines?.fields ?? {}),
  ]);
  const names = mappings.flatMap((one) => (typeof one === 'string' ? [] : (one.crosswalk ?? [])));
  return [...new Set(names)].filter((name) => /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/.test(name)).sort();
}
