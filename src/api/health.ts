import Type from 'typebox';
import { pingDatabase } from '#storage/sessions.ts';
import { ok } from './http/answer.ts';
import { defineRoute } from './http/route.ts';
import { Problem } from './http/schemas.ts';

const Alive = Type.Object({ ok: Type.Literal(true) });

/** The process runs. Asks nobody else, so that a slow database does not get it restarted. */
export const health = defineRoute({
  method: 'GET',
  path: '/health',
  summary: 'Is the process alive?',
  tag: 'Operation',
  permission: 'none',
  scope: 'common',
  replies: { 200: Alive },
  async handle() {
    return ok({ ok: true });
  },
});

/** The hub can do its work: its database answers. */
export const ready = defineRoute({
  method: 'GET',
  path: '/ready',
  summary: 'Can it work?',
  tag: 'Operation',
  permission: 'none',
  scope: 'common',
  replies: { 200: Alive, 503: Problem },
  async handle(_, { database }) {
    await pingDatabase(database);
    return ok({ ok: true });
  },
});
