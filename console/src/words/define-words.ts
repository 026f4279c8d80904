import type { Text } from '#core/trouble/message.ts';

export type Words = Readonly<Record<string, Text>>;

/**
 * The texts of one page or part: one entry per text, all three languages side by side, so that none can be missing.
 * `{name}` marks a parameter; the compiler asks for it wherever the text is said.
 *
 * @example const words = defineWords({ posted: { zh: '已入账 {n} 笔', en: '{n} posted', ja: '{n} 件記帳' } });
 */
export function defineWords<const Defined extends Words>(words: Defined): Defined {
  return words;
}
