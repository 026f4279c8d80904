import Type from 'typebox';
import { redeemLink } from '#access/personal-links.ts';
import { refuseOtherSites } from '#access/session-cookie.ts';
import { ok, trouble } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem } from '#api/http/schemas.ts';
import { PasswordText } from './session.ts';

export const postRedeemLink = defineRoute({
  method: 'POST',
  path: '/links/redeem',
  summary: 'Set a password by an invitation or reset link; then sign in with it',
  tag: 'Signing in',
  permission: 'none',
  scope: 'own',
  isShownOnce: true,
  body: exactly({ token: Type.String({ minLength: 1, maxLength: 200 }), password: PasswordText }),
  replies: { 200: Type.Object({ login: Type.String() }), 403: Problem, 422: Problem },
  async change({ body, raw }, { tx, now, sessions }) {
    refuseOtherSites(raw.caller);
    const redeemed = await redeemLink(tx, { ...body, ip: raw.caller.ip }, now());
    if (!redeemed.ok) return trouble(redeemed.refusal);
    return { ...ok({ login: redeemed.value.login }), committed: sessions.forget };
  },
});
