import type { Language } from '#core/trouble/message.ts';

/** Each language by its own name. */
export const LANGUAGE_NAMES: readonly (readonly [Language, string])[] = [
  ['zh', '简体中文'],
  ['en', 'English'],
  ['ja', '日本語'],
];
