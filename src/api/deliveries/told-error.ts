import { type ToldFinding, tell } from '#api/http/problem.ts';
import { isObject } from '#core/formulas/value.ts';
import type { Language } from '#core/trouble/message.ts';

/** Why an attempt came to nothing, as a sentence with the way out; null where it did not. */
export function toldError(error: unknown, language: Language): ToldFinding | null {
  if (!isObject(error) || typeof error.code !== 'string') return null;
  const params = Object.entries(isObject(error.params) ? error.params : {});
  return tell(
    {
      code: error.code,
      ...(typeof error.at === 'string' ? { at: error.at } : {}),
      params: Object.fromEntries(params.map(([name, value]) => [name, String(value)])),
    },
    language,
  );
}
