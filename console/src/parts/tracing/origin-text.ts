import type { Schemas } from '#console/api/paths.ts';
import type { Say } from '#console/words/say.ts';
import type { words } from './words.ts';

type Origin = Schemas['TracedOrigin'];

interface ToldOrigin {
  /** Why the value is what it is. */
  readonly why: string;
  /** Path, formula or rule, as it is written. */
  readonly from: string | null;
  /** The page of what decided, where there is one. */
  readonly link: string | null;
}

/** Where the row of the crosswalk or the table that decided stands. */
export interface Place {
  readonly book: string;
  readonly flow: string;
}

/** Why a value is what it is, in words. */
export function tellOrigin(origin: Origin, say: Say<typeof words>, place: Place): ToldOrigin {
  const { by, from, rule, ruleText } = origin;
  const name = origin.name ?? '';
  const none = { from, link: null };
  switch (by) {
    case 'path':
      return { ...none, why: say('byPath') };
    case 'enum':
      return { ...none, why: say('byEnum') };
    case 'value':
      return { ...none, why: say('byValue') };
    case 'book':
      return { ...none, why: say('byBook') };
    case 'default':
      return { ...none, why: say('byDefault') };
    case 'formula':
      return { ...none, why: say('byFormula') };
    case 'person':
      return { ...none, why: say('byPerson', { name }) };
    case 'table':
      return {
        why: say('byTable', { name, rule: rule ?? '' }),
        from: ruleText,
        link: `/flows/${encodeURIComponent(place.flow)}`,
      };
    case 'crosswalk':
      return {
        why: say('byCrosswalk', { name, rule: rule ?? '' }),
        from,
        link: crosswalkAddress(place.book, name, rule ?? ''),
      };
  }
}

/** The page of a crosswalk of a book, narrowed to a code. */
export function crosswalkAddress(book: string, crosswalk: string, search = ''): string {
  const query = new URLSearchParams({ crosswalk, ...(search === '' ? {} : { search }) });
  return `/books/${encodeURIComponent(book)}/crosswalks?${query}`;
}
