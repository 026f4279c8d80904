import { fieldName } from '#console/parts/tracing/field-name.ts';
import { sayIn } from '#console/words/say.ts';
import type { Language } from '#core/trouble/message.ts';
import { evidenceWords } from './words.ts';

interface Evidence {
  readonly name: string;
  readonly value: string;
}

/** Said by the finding itself. */
const TOLD = new Set(['titleZh', 'titleEn', 'titleJa', 'check', 'at', 'path']);

/** What is no field of the document. */
const NAMED = [
  ...(['formula', 'text', 'source', 'values', 'record'] as const),
  ...(['expected', 'found', 'difference', 'limit', 'allowed'] as const),
] as const;

/** What a check looked at, by names people know; what its sentence says already is left out. */
export function evidenceOf(
  { params, title }: { readonly params: Readonly<Record<string, string>>; readonly title: string },
  reader: Language,
): Evidence[] {
  return Object.entries(params)
    .filter(([name, value]) => !TOLD.has(name) && value !== '' && !title.includes(value))
    .map(([name, value]) => ({ name: nameOf(name, reader), value }));
}

function nameOf(name: string, reader: Language): string {
  const known = NAMED.find((one) => one === name);
  return known === undefined ? fieldName(name, reader) : sayIn(evidenceWords, reader)(known);
}
