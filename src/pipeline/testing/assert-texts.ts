import assert from 'node:assert/strict';
import { describe } from '#core/trouble/catalogue.ts';
import { LANGUAGES } from '#core/trouble/message.ts';
import type { Params } from '#core/trouble/trouble.ts';

/** In three languages: a title that names what it must, and an advice; every place is filled. */
export function assertTexts(code: string, params: Params, named: readonly string[]): void {
  for (const language of LANGUAGES) {
    const { title, advice } = describe(code, params, language);
    for (const text of [title, advice]) {
      assert.ok(text.length > 5, `${language}: ${text}`);
      assert.doesNotMatch(text, /\{\w+\}|(?<!\d)–|^\s*[:：]/, `${language}: a place is empty in "${text}"`);
    }
    for (const name of named) assert.ok(title.includes(name), `${language}: "${title}" names ${name}`);
  }
}
