import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { eventWords } from './words.ts';

/** What an event is called; one this console does not know, by its code. */
export function useEventName(): (type: string) => string {
  const names = new Map(choicesOf(eventWords, useSay(eventWords)).map(({ value, label }) => [value, label]));
  return (type) => names.get(type) ?? type;
}
