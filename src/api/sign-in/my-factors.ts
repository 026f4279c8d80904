import Type from 'typebox';
import { goOn } from '#access/entry.ts';
import { requireProof } from '#access/prove.ts';
import { newRecoveryCodes } from '#access/recovery-codes.ts';
import { beginTotp, confirmTotpCode } from '#access/totp.ts';
import { created, ok, trouble } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import { factorsOf } from '#storage/second-factors.ts';
import { ownPerson, ownSession } from './own-session.ts';
import { CodeText } from './session.ts';

const tag = 'My account';
const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: 'Shown once; each works once' }),
});
const replies = { 401: Problem, 403: Problem };

export const createTotp = defineRoute({
  method: 'POST',
  path: '/me/totp',
  summary: 'A new secret for an authenticator app; it counts once a code of it was confirmed',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'set-up',
  isShownOnce: true,
  replies: {
    ...replies,
    201: Type.Object({ secret: Type.String(), uri: Type.String({ description: 'For a QR code' }) }),
  },
  async change({ raw }, { tx, now, seal, unseal }) {
    requireProof(raw.access, now());
    const person = await ownPerson(tx, raw);
    return created(await beginTotp(tx, person, { seal, open: unseal }));
  },
});

export const confirmTotp = defineRoute({
  method: 'POST',
  path: '/me/totp/confirm',
  summary: 'Take the new secret into use by a code of it; gives new recovery codes',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'set-up',
  isShownOnce: true,
  body: exactly({ code: CodeText }),
  replies: { ...replies, 200: RecoveryCodes, 422: Problem },
  async change({ body, raw }, { tx, now, seal, unseal, sessions }) {
    requireProof(raw.access, now());
    const person = await ownPerson(tx, raw);
    const shown = { personId: person.person_id, code: body.code, now: now() };
    if (!(await confirmTotpCode(tx, shown, { seal, open: unseal })))
      return trouble({ code: 'code_wrong', at: 'body.code' });
    const recoveryCodes = await newRecoveryCodes(tx, person.person_id);
    const [actor, details] = [raw.principal, { factor: 'totp' }];
    await audit(tx, { actor, action: 'factor.add', subject: actor, details });
    const step = { person, session: ownSession(raw), caller: raw.caller, now: now() };
    const entry = await goOn(tx, { ...step, factor: 'totp' });
    if (!entry) return trouble({ code: 'unauthorized', at: 'Cookie' });
    return { ...ok({ recoveryCodes }, { 'set-cookie': entry.cookies }), committed: sessions.forget };
  },
});

export const createRecoveryCodes = defineRoute({
  method: 'POST',
  path: '/me/recovery-codes',
  summary: 'New recovery codes; the earlier ones are worthless',
  tag,
  permission: 'self',
  scope: 'own',
  isShownOnce: true,
  replies: { ...replies, 200: RecoveryCodes },
  async change({ raw }, { tx, now }) {
    requireProof(raw.access, now());
    const { personId } = ownSession(raw);
    const { totp, passkeys } = await factorsOf(tx, personId);
    // Without a factor that they stand in for they would be the only one.
    if (!totp && passkeys === 0) return trouble({ code: 'second_factor_required' });
    const recoveryCodes = await newRecoveryCodes(tx, personId);
    const [actor, details] = [raw.principal, { factor: 'recovery-code' }];
    await audit(tx, { actor, action: 'factor.add', subject: actor, details });
    return ok({ recoveryCodes });
  },
});
