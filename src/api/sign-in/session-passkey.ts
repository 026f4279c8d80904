import { askForPasskey } from '#access/passkeys.ts';
import { refuseOtherSites } from '#access/session-cookie.ts';
import { showPasskey } from '#access/show-factor.ts';
import { addressOf, requireTry } from '#access/throttle.ts';
import { ok } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem } from '#api/http/schemas.ts';
import { entryAnswer, SessionBody } from '#api/people/session-body.ts';
import { CredentialOptions, ShownCredential } from './passkey-bodies.ts';

const tag = 'Signing in';

export const offerPasskeySignIn = defineRoute({
  method: 'POST',
  path: '/session/passkey/options',
  summary: 'What to hand to the browser to be shown a passkey; good for five minutes',
  tag,
  permission: 'none',
  scope: 'own',
  isShownOnce: true,
  replies: { 200: CredentialOptions, 422: Problem, 429: Problem },
  async handle({ raw }, { database, sessions, now }) {
    refuseOtherSites(raw.caller);
    await requireTry(database, [{ rule: 'challenge', of: addressOf(raw.caller.ip) }], now());
    const session = (await sessions.authenticate(raw.caller))?.session;
    const place = { origin: raw.caller.origin, now: now() };
    return ok(await askForPasskey(database, session?.personId ?? null, place));
  },
});

export const showPasskeyToSignIn = defineRoute({
  method: 'POST',
  path: '/session/passkey',
  summary: 'Sign in by passkey, add it to a session begun by password, or prove again by it',
  tag,
  permission: 'none',
  scope: 'own',
  isShownOnce: true,
  body: exactly({ response: ShownCredential }),
  replies: { 200: SessionBody, 403: Problem, 422: Problem },
  async handle({ body, raw }, context) {
    refuseOtherSites(raw.caller);
    const session = (await context.sessions.authenticate(raw.caller))?.session;
    const { response } = body;
    const showing = { response, session, caller: raw.caller, now: context.now() };
    const entry = await showPasskey(context.database, showing);
    return entryAnswer(context, entry);
  },
});
