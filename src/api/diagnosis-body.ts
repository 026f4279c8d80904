import Type from 'typebox';
import type { Diagnosis } from '#connectors/kit/diagnosis.ts';
import { describe } from '#core/trouble/catalogue.ts';
import type { Language } from '#core/trouble/message.ts';
import { orNull, Texts } from './http/schemas.ts';

export const DiagnosisBody = Type.Object({
  ok: Type.Boolean(),
  steps: Type.Array(
    Type.Object({
      title: Texts,
      ok: Type.Boolean(),
      detail: Type.String({ description: 'What was found, or what is wrong' }),
      advice: orNull(Type.String({ description: 'The way out; null where the step works' })),
      code: orNull(Type.String()),
    }),
  ),
});

/** A diagnosis in the words of the reader, with the evidence that a message for everybody leaves out. */
export function diagnosisBody(diagnosis: Diagnosis, language: Language) {
  const steps = diagnosis.map(({ title, found, refusal }) => {
    if (refusal === null) {
      const detail = typeof found === 'string' ? found : found[language];
      return { title, ok: true, detail, advice: null, code: null };
    }
    const { code, at, params = {} } = refusal;
    const told = describe(code, { ...params, ...(at ? { at } : {}) }, language);
    const evidence = Object.values(params).filter((value) => !`${told.title} ${told.advice}`.includes(value));
    return { title, ok: false, detail: [told.title, ...evidence].join(' · '), advice: told.advice, code };
  });
  return { ok: steps.every(({ ok }) => ok), steps };
}
