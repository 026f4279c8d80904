import type { Schemas } from '#console/api/paths.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { findVocabularyField } from '#core/documents/vocabulary.ts';
import { ruleWords, words } from './words.ts';

export type FieldRule = Schemas['FieldRule'];

/** Says what a field rule means for whoever is under it. */
export function useRuleText(): (rule: FieldRule) => string {
  const say = useSay(words);
  const sayRule = useSay(ruleWords);
  const reader = language.use();
  return ({ kind, field, show }) =>
    sayRule(show, {
      kind: kind === '*' ? say('everyKind') : kind,
      field: field === '*' ? say('everyField') : (findVocabularyField(field)?.title[reader] ?? field),
    });
}
