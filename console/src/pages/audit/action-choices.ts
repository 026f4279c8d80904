import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { ACTION_SENTENCES } from './action-words.ts';
import { familyWords } from './words.ts';

/**
 * What the log can be narrowed by: whole families first, by the beginning of their actions (`exception.`), then each
 * action by its sentence without names.
 */
export function useActionChoices(): readonly { readonly value: string; readonly label: string }[] {
  const sayFamily = useSay(familyWords);
  const reader = language.use();
  const families = FAMILIES.map((family) => ({ value: `${family}.`, label: sayFamily(family) }));
  const actions = Object.entries(ACTION_SENTENCES)
    .filter(([action]) => !action.includes(' '))
    .map(([value, text]) => ({
      value,
      label: withoutNames(text[reader]),
    }));
  return [...families, ...actions];
}

const FAMILIES = [
  'session',
  'person',
  'grant',
  'role',
  'client',
  'flow',
  'exception',
  'period',
  'connection',
  'audit',
] as const;

/** @example withoutNames('{who} 发布了流程 {what}') // '… 发布了流程 …' */
function withoutNames(sentence: string): string {
  return sentence.replace(/\{\w+\}/g, '…');
}
