import type { Language, Text } from '#core/trouble/message.ts';

interface Said {
  readonly language: Language;
  readonly text: string;
  /** The language in which somebody reads the console. */
  readonly reader: Language;
}

/**
 * A text with what it says in one language written anew. It must be there in all three: what nobody has translated yet
 * says the same as the reader's own language. Undefined where nothing is left.
 */
export function withTitle(title: Text | undefined, { language, text, reader }: Said): Text | undefined {
  const before = title ?? { zh: '', en: '', ja: '' };
  const own = language === reader ? text : before[reader] || text;
  const after = (one: Language) => {
    if (one === language) return text || own;
    return before[one] === before[reader] ? own : before[one];
  };
  return own === '' ? undefined : { zh: after('zh'), en: after('en'), ja: after('ja') };
}
