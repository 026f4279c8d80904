import type { Words } from './define-words.ts';
import type { Say } from './say.ts';

/** Every word of a set as something to choose, for filters and selects. */
export function choicesOf<Defined extends Words>(
  words: Defined,
  say: Say<Defined>,
): readonly { readonly value: string; readonly label: string }[] {
  return Object.keys(words).map((value) => ({ value, label: say(value as never, ...([] as never)) }));
}
