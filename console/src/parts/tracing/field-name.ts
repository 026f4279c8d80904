import { sayIn } from '#console/words/say.ts';
import { findVocabularyField } from '#core/documents/vocabulary.ts';
import type { Language } from '#core/trouble/message.ts';
import { words } from './words.ts';

/**
 * What a place of a document is called: the name of the standard field, with the line it stands in; its own code where
 * the flow made the field up.
 *
 * @example fieldName('lines[2].sku', 'zh') // '第 3 行 · 商家编码/SKU'
 */
export function fieldName(place: string, reader: Language): string {
  const say = sayIn(words, reader);
  const [, index, field = place] = /^(?:.*\.)?lines\[(\d+)\]\.(.+)$/.exec(place) ?? [];
  const name = nameOf(field, reader);
  return index === undefined ? name : say('lineNo', { n: Number(index) + 1, name });
}

function nameOf(field: string, reader: Language): string {
  const say = sayIn(words, reader);
  if (field === 'lines') return say('linesOfDocument');
  if (field === 'number') return say('number');
  if (field === 'period') return say('period');
  const known = findVocabularyField(field.replace(/^.*\./, '')) ?? findVocabularyField(`doc_${field}`);
  return known?.title[reader] ?? field;
}

/** A finding's sentence without the code of its place, which stands beside it by name. */
export function withoutPlace(title: string, at: string): string {
  const rest = title.startsWith(at) ? title.slice(at.length) : title;
  return rest.replace(/^\s*[:：,，]\s*/, '');
}
