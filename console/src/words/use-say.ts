import { useMemo } from 'react';
import type { Words } from './define-words.ts';
import { language } from './language.ts';
import { type Say, sayIn } from './say.ts';

/** Says the texts of `words` in the reader's language. @example const say = useSay(words); say('title') */
export function useSay<Defined extends Words>(words: Defined): Say<Defined> {
  const reader = language.use();
  return useMemo(() => sayIn(words, reader), [words, reader]);
}
