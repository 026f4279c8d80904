import Type from 'typebox';
import { enter } from '#access/entry.ts';
import { refuseOtherSites } from '#access/session-cookie.ts';
import { needsSetUp, setUp } from '#access/set-up.ts';
import { ok, trouble } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem } from '#api/http/schemas.ts';
import { LanguageName, SessionBody, sessionBody } from '#api/people/session-body.ts';
import { PasswordText } from './session.ts';

const tag = 'Signing in';

export const getSetUp = defineRoute({
  method: 'GET',
  path: '/setup',
  summary: 'Whether nobody is there yet',
  tag,
  permission: 'none',
  scope: 'common',
  replies: { 200: Type.Object({ open: Type.Boolean() }) },
  handle: async (_, { database }) => ok({ open: await needsSetUp(database) }),
});

export const postSetUp = defineRoute({
  method: 'POST',
  path: '/setup',
  summary: 'Make the first person, by the link that the first start prints, on the same machine',
  tag,
  permission: 'none',
  scope: 'own',
  isShownOnce: true,
  body: exactly({
    token: Type.String({ minLength: 1, maxLength: 200 }),
    login: Type.String({ minLength: 1, maxLength: 200 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    password: PasswordText,
    language: LanguageName,
    alone: Type.Optional(
      Type.Boolean({ description: 'One person does everything: every role, and no duties kept apart' }),
    ),
  }),
  replies: { 200: SessionBody, 403: Problem, 409: Problem, 422: Problem },
  async change({ body, raw }, { tx, now, sessions }) {
    refuseOtherSites(raw.caller);
    const { caller } = raw;
    const first = { ...body, alone: body.alone ?? false };
    const made = await setUp(tx, first, { caller, now: now() });
    if (!made.ok) return trouble(made.refusal);
    const entering = { person: made.value, factors: ['password'], caller, now: now() } as const;
    const { session, cookies } = await enter(tx, { ...entering, previous: undefined });
    const answer = ok(await sessionBody(tx, session), { 'set-cookie': cookies });
    return { ...answer, committed: sessions.forget };
  },
});
