import { LANGUAGES, type Language } from '#core/trouble/message.ts';

/** The language an `Accept-Language` header likes best of those we speak. Chinese where it says nothing we know. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
    const weight = settings.find((setting) => setting.trim().startsWith('q='));
    return { tag, q: weight === undefined ? 1 : Number(weight.trim().slice(2)) };
  });
  const known = wishes.flatMap(({ tag, q }) => {
    const language = LANGUAGES.find((name) => tag === name || tag.startsWith(`${name}-`));
    return language && q > 0 ? [{ language, q }] : [];
  });
  return known.sort((a, b) => b.q - a.q)[0]?.language ?? 'zh';
}
