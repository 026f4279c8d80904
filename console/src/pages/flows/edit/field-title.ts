import { findVocabularyField } from '#core/documents/vocabulary.ts';
import type { Language } from '#core/trouble/message.ts';

/** What a standard field is called; a field the flow made up is called by its own name. */
export function fieldTitle(field: string, language: Language): string {
  // A document's business key is its number, which the vocabulary lists as doc_no.
  const id = field === 'number' ? 'doc_no' : field;
  return findVocabularyField(id)?.title[language] ?? field;
}

/** The title with the field's id, which is what formulas and templates say. */
export function fieldLabel(field: string, language: Language): string {
  const title = fieldTitle(field, language);
  return title === field ? field : `${title} ${field}`;
}
