import Type from 'typebox';
import { noSessionCookie, refuseOtherSites } from '#access/session-cookie.ts';
import { showPasskey, showPassword, showRecoveryCode, showTotp } from '#access/show-factor.ts';
import { ownPassword, signIn } from '#access/sign-in.ts';
import { directoryPassword } from '#access/sign-on/directory-password.ts';
import { ok } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem } from '#api/http/schemas.ts';
import { entryAnswer, SessionBody, sessionBody } from '#api/people/session-body.ts';
import { audit } from '#storage/audit-log.ts';
import { deleteSession } from '#storage/person-sessions.ts';
import { ownSession, showingOf } from './own-session.ts';
import { ShownCredential } from './passkey-bodies.ts';

const tag = 'Signing in';
export const PasswordText = Type.String({ minLength: 1, maxLength: 1024 });
export const CodeText = Type.String({ pattern: '^[0-9]{6}$', description: 'Of the authenticator app' });
const replies = { 200: SessionBody, 401: Problem, 403: Problem, 422: Problem, 429: Problem };

export const getSession = defineRoute({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, how far, and what they may do',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'always',
  replies: { 200: SessionBody, 401: Problem },
  handle: async ({ raw }, { database }) => ok(await sessionBody(database, ownSession(raw))),
});

export const createSession = defineRoute({
  method: 'POST',
  path: '/session',
  summary: 'Sign in; a second factor may have to follow',
  tag,
  permission: 'none',
  scope: 'own',
  isShownOnce: true,
  body: exactly({
    login: Type.String({ minLength: 1, maxLength: 200 }),
    password: PasswordText,
    provider: Type.Optional(
      Type.String({ maxLength: 40, description: 'A directory that checks the password; see GET /sign-on' }),
    ),
  }),
  replies,
  async handle({ body, raw }, context) {
    const { database, sessions, now } = context;
    refuseOtherSites(raw.caller);
    const previous = (await sessions.authenticate(raw.caller))?.session;
    const attempt = { login: body.login, caller: raw.caller, now: now(), previous };
    const { password, provider } = body;
    const check = provider
      ? directoryPassword(
          { database, ports: context.signOnPorts, open: context.unseal },
          { provider, password, caller: raw.caller },
        )
      : ownPassword(database, password);
    const entry = await signIn(database, attempt, check);
    return entryAnswer(context, entry);
  },
});

export const showCode = defineRoute({
  method: 'POST',
  path: '/session/totp',
  summary: 'Show a code of the authenticator app',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'always',
  isShownOnce: true,
  body: exactly({ code: CodeText }),
  replies,
  async handle({ body, raw }, context) {
    const { database, seal, unseal, now } = context;
    const showing = await showingOf(database, raw, now());
    const entry = await showTotp(database, showing, { code: body.code, box: { seal, open: unseal } });
    return entryAnswer(context, entry);
  },
});

export const spendRecoveryCode = defineRoute({
  method: 'POST',
  path: '/session/recovery-code',
  summary: 'Show a recovery code; it works once',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'always',
  isShownOnce: true,
  body: exactly({ code: Type.String({ minLength: 16, maxLength: 40 }) }),
  replies,
  async handle({ body, raw }, context) {
    const showing = await showingOf(context.database, raw, context.now());
    const entry = await showRecoveryCode(context.database, showing, body.code);
    return entryAnswer(context, entry);
  },
});

export const proveSession = defineRoute({
  method: 'POST',
  path: '/session/prove',
  summary: 'Prove once more to be there: by password, code or passkey',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'set-up',
  isShownOnce: true,
  body: Type.Union([
    exactly({ password: PasswordText }),
    exactly({ code: CodeText }),
    exactly({ response: ShownCredential }),
  ]),
  replies,
  async handle({ body, raw }, context) {
    const { database, seal, unseal, now } = context;
    const showing = await showingOf(database, raw, now());
    const show = async () => {
      if ('password' in body) return showPassword(database, showing, body.password);
      if ('response' in body) return showPasskey(database, { ...showing, response: body.response });
      return showTotp(database, showing, { code: body.code, box: { seal, open: unseal } });
    };
    const entry = await show();
    return entryAnswer(context, entry);
  },
});

export const endSession = defineRoute({
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'always',
  replies: { 204: Type.Null(), 401: Problem },
  async change({ raw }, { tx, sessions }) {
    const { personId, sessionId } = ownSession(raw);
    await deleteSession(tx, personId, sessionId);
    await audit(tx, { actor: raw.principal, action: 'session.end', subject: `session:${sessionId}` });
    const headers = { 'set-cookie': noSessionCookie(raw.caller) };
    return { status: 204, body: undefined, headers, committed: sessions.forget };
  },
});
