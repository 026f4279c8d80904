import { storedValue } from '#console/state/stored-value.ts';
import { LANGUAGES, type Language } from '#core/trouble/message.ts';

/** The language of the reader: chosen here, else the browser's, else Chinese. */
export const language = storedValue<Language>('tongzhang.language', (stored) => {
  const wishes = stored === null ? navigator.languages : [stored];
  return wishes.map(known).find((one) => one !== undefined) ?? 'zh';
});

function known(tag: string): Language | undefined {
  return LANGUAGES.find((name) => tag === name || tag.startsWith(`${name}-`));
}
