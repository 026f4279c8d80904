import type { Language, Text } from '#core/trouble/message.ts';
import type { Words } from './define-words.ts';
import { formatNumber } from './format.ts';

type Placed<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placed<Rest>
  : never;

type Params<Named extends Text> = [Placed<Named['zh']>] extends [never]
  ? []
  : [Readonly<Record<Placed<Named['zh']>, string | number>>];

/** Says a text of `Defined` in the reader's language. */
export type Say<Defined extends Words> = <Key extends keyof Defined & string>(
  key: Key,
  ...params: Params<Defined[Key]>
) => string;

/** A `say` for these words in this language. Numbers are written the way the language writes them. */
export function sayIn<Defined extends Words>(words: Defined, language: Language): Say<Defined> {
  return (key, ...[params]) => fill(words[key]?.[language] ?? key, params ?? {}, language);
}

function fill(
  template: string,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return typeof value === 'number' ? formatNumber(value, language) : (value ?? '');
  });
}
