import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, told } from '#console/api/client.ts';
import { crosswalkKey } from '#console/pages/flows/edit/use-book-facts.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import type { Known, SavedPair } from './crosswalk-rows.ts';
import { words } from './words.ts';

interface Where {
  readonly book: string;
  readonly crosswalk: string;
}

const PAGE = 200;
const ROWS = '/api/v1/books/{book}/crosswalks/{crosswalk}';
const PAIR = '/api/v1/books/{book}/crosswalks/{crosswalk}/pairs/{from}';

/** The pairs of a crosswalk in which a text occurs, a page at a time. */
export function usePairs(where: Where, search: string) {
  const asked = useInfiniteQuery({
    queryKey: [...crosswalkKey(where.book, where.crosswalk), 'to-edit', search],
    initialPageParam: '',
    queryFn: ({ pageParam: after }) =>
      told(
        api.GET(ROWS, {
          params: {
            path: where,
            query: { limit: PAGE, ...(search === '' ? {} : { search }), ...(after === '' ? {} : { after }) },
          },
        }),
      ),
    getNextPageParam: ({ items, next }) => (next === null ? undefined : items.at(-1)?.from),
    placeholderData: keepPreviousData,
  });
  const saved: SavedPair[] = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const known: Known = {
    pairs: new Map(saved.map(({ from, to }) => [from, to])),
    isWhole: search === '' && !asked.hasNextPage && asked.isSuccess,
  };
  return { asked, saved, known };
}

/** Saves pairs; those with the same code of theirs are replaced. */
export function useSavePairs(where: Where) {
  const say = useSay(words);
  return useChange({
    change: (pairs: readonly { readonly from: string; readonly to: string }[]) =>
      told(api.PUT(ROWS, { params: { path: where }, body: { pairs: [...pairs] } })),
    touches: touchedBy(where),
    done: ({ saved }) => say('saved', { name: where.crosswalk, n: saved }),
  });
}

/** Forgets a pair; until the message is gone, it can be put back as it was. */
export function useRemovePair(where: Where) {
  const say = useSay(words);
  return useChange({
    change: (from: string) => told(api.DELETE(PAIR, { params: { path: { ...where, from } } })),
    touches: touchedBy(where),
    done: ({ from }) => say('removed', { from }),
    undo:
      ({ from, to, confidence, confirmedBy }) =>
      () =>
        told(
          api.PUT(PAIR, {
            params: { path: { ...where, from } },
            body: { to, confidence, confirmed: confirmedBy !== null },
          }),
        ),
  });
}

/** What the editor keeps of it, and what the page of crosswalks does. */
function touchedBy({ book }: Where): string[][] {
  return [['/api/v1/books', book, 'crosswalks'], ['/api/v1/books/{book}/crosswalks'], [ROWS]];
}
