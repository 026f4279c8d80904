import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** Which crosswalk of which book. */
export interface Where {
  readonly book: string;
  readonly crosswalk: string;
}

const LIST = '/api/v1/books/{book}/crosswalks';
const ROWS = '/api/v1/books/{book}/crosswalks/{crosswalk}';
const TOUCHES = [[LIST], [ROWS]];
/** At most this many a request. */
const AT_ONCE = 10_000;

/** Says what one code of theirs stands for. */
export function useSavePair(where: Where) {
  const say = useSay(words);
  return useChange({
    change: ({ from, to }: { from: string; to: string }) => savePair(where, from, { to }),
    touches: TOUCHES,
    done: (pair) => say('saved', pair),
  });
}

/** Saves many at once; those that have the same code of theirs are replaced. */
export function useSavePairs(where: Where) {
  const say = useSay(words);
  return useChange({
    change: async (pairs: readonly { readonly from: string; readonly to: string }[]) => {
      for (let at = 0; at < pairs.length; at += AT_ONCE) {
        const body = { pairs: pairs.slice(at, at + AT_ONCE) };
        await api.PUT(ROWS, { params: { path: where }, body });
      }
      return pairs.length;
    },
    touches: TOUCHES,
    done: (n) => say('savedMany', { n }),
  });
}

/** Forgets a pair; until the message is gone, it can be put back as it was. */
export function useRemovePair(where: Where) {
  const say = useSay(words);
  return useChange({
    change: ({ from }: Schemas['CrosswalkRow']) =>
      told(
        api.DELETE('/api/v1/books/{book}/crosswalks/{crosswalk}/pairs/{from}', {
          params: { path: { ...where, from } },
        }),
      ),
    touches: TOUCHES,
    done: ({ from }) => say('removed', { from }),
    undo:
      ({ from, to, confidence, confirmedBy }) =>
      () =>
        savePair(where, from, { to, confidence, confirmed: confirmedBy !== null }),
  });
}

function savePair(
  where: Where,
  from: string,
  body: { readonly to: string; readonly confidence?: number; readonly confirmed?: boolean },
) {
  return told(
    api.PUT('/api/v1/books/{book}/crosswalks/{crosswalk}/pairs/{from}', {
      params: { path: { ...where, from } },
      body,
    }),
  );
}
