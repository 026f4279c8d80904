import Type from 'typebox';
import { catalogue } from '#core/trouble/catalogue.ts';
import { notFound, ok } from './http/answer.ts';
import { defineRoute } from './http/route.ts';
import { Code, exactly, Problem, Texts } from './http/schemas.ts';
import { statusOf } from './http/status-of.ts';

/** What a problem's `type` points to: the code explained in all languages. */
export const getProblem = defineRoute({
  method: 'GET',
  path: '/problems/{code}',
  summary: 'Explain a problem or finding code',
  tag: 'Operation',
  permission: 'none',
  scope: 'common',
  params: exactly({ code: Code }),
  replies: {
    200: Type.Object({ code: Type.String(), status: Type.Integer(), title: Texts, advice: Texts }),
    404: Problem,
  },
  async handle({ params: { code } }) {
    const message = catalogue.get(code);
    return message ? ok({ code, status: statusOf(code), ...message }) : notFound('problem', code);
  },
});
