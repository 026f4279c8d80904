import Type from 'typebox';
import { goOn } from '#access/entry.ts';
import { loadGrants, needsSecondFactor } from '#access/grants.ts';
import { keepPasskey, offerPasskey, spendChallenge } from '#access/passkeys.ts';
import { requireProof } from '#access/prove.ts';
import { newRecoveryCodes } from '#access/recovery-codes.ts';
import { created, notFound, ok, trouble } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { deletePasskey, listPasskeys, type PasskeyRow, renamePasskey } from '#storage/passkeys.ts';
import { deleteRecoveryCodes } from '#storage/recovery-codes.ts';
import { factorsOf } from '#storage/second-factors.ts';
import { ownPerson, ownSession } from './own-session.ts';
import { CredentialOptions, MadeCredential } from './passkey-bodies.ts';

const tag = 'My account';
const PasskeyBody = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    host: Type.String({ description: 'The host name it works at' }),
    createdAt: Type.String(),
    usedAt: orNull(Type.String()),
  },
  { $id: 'Passkey' },
);
const Title = Type.String({ minLength: 1, maxLength: 100, description: 'What its owner calls it' });
const replies = { 401: Problem, 403: Problem };

export const getPasskeys = defineRoute({
  method: 'GET',
  path: '/me/passkeys',
  summary: 'My passkeys',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'set-up',
  replies: { ...replies, 200: pageOf(PasskeyBody) },
  async handle({ raw }, { database }) {
    return ok(wholeList((await listPasskeys(database, ownSession(raw).personId)).map(passkeyBody)));
  },
});

export const offerNewPasskey = defineRoute({
  method: 'POST',
  path: '/me/passkeys/options',
  summary: 'What to hand to the browser to make a passkey; good for five minutes',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'set-up',
  isShownOnce: true,
  replies: { ...replies, 200: CredentialOptions, 422: Problem },
  async change({ raw }, { tx, now }) {
    requireProof(raw.access, now());
    const person = await ownPerson(tx, raw);
    return ok(await offerPasskey(tx, person, { origin: raw.caller.origin, now: now() }));
  },
});

export const createPasskey = defineRoute({
  method: 'POST',
  path: '/me/passkeys',
  summary: 'Keep the passkey the browser made; with the first factor come recovery codes',
  tag,
  permission: 'self',
  scope: 'own',
  halfWay: 'set-up',
  isShownOnce: true,
  body: exactly({ title: Title, response: MadeCredential }),
  replies: {
    ...replies,
    201: Type.Object({ passkey: PasskeyBody, recoveryCodes: orNull(Type.Array(Type.String())) }),
    422: Problem,
  },
  async handle({ body, raw }, { database, now, sessions }) {
    requireProof(raw.access, now());
    const { clientDataJSON } = body.response.response;
    const challenge = await spendChallenge(database, { clientDataJSON, purpose: 'make' }, now());
    if (challenge === null) return trouble({ code: 'passkey_refused', at: 'body.response' });
    return database.transaction(async (tx) => {
      const person = await ownPerson(tx, raw);
      const personId = person.person_id;
      const place = { origin: raw.caller.origin, now: now() };
      const kept = await keepPasskey(tx, { ...body, personId, challenge }, place);
      if (!kept.ok) return trouble(kept.refusal);
      const { recoveryCodes: left } = await factorsOf(tx, personId);
      const recoveryCodes = left === 0 ? await newRecoveryCodes(tx, personId) : null;
      const [actor, details] = [raw.principal, { factor: 'passkey', id: String(kept.value.passkey_id) }];
      await audit(tx, { actor, action: 'factor.add', subject: actor, details });
      const step = { person, session: ownSession(raw), caller: raw.caller, now: now() };
      const entry = await goOn(tx, { ...step, factor: 'passkey' });
      if (!entry) return trouble({ code: 'unauthorized', at: 'Cookie' });
      const answer = { passkey: passkeyBody(kept.value), recoveryCodes };
      return { ...created(answer, { 'set-cookie': entry.cookies }), committed: sessions.forget };
    });
  },
});

export const changePasskey = defineRoute({
  method: 'PATCH',
  path: '/me/passkeys/{passkey}',
  summary: 'Give a passkey another name',
  tag,
  permission: 'self',
  scope: 'own',
  params: exactly({ passkey: Id }),
  body: exactly({ title: Title }),
  replies: { ...replies, 204: Type.Null(), 404: Problem },
  async change({ params, body: { title }, raw }, { tx }) {
    const before = await renamePasskey(tx, ownSession(raw).personId, {
      passkeyId: BigInt(params.passkey),
      title,
    });
    if (before === null) return notFound('passkey', params.passkey);
    const [actor, details] = [raw.principal, { factor: 'passkey', id: params.passkey, before, after: title }];
    await audit(tx, { actor, action: 'factor.rename', subject: actor, details });
    return { status: 204, body: undefined };
  },
});

export const removePasskey = defineRoute({
  method: 'DELETE',
  path: '/me/passkeys/{passkey}',
  summary: 'Delete a passkey; not the last second factor of somebody who must have one',
  tag,
  permission: 'self',
  scope: 'own',
  params: exactly({ passkey: Id }),
  replies: { ...replies, 204: Type.Null(), 404: Problem, 409: Problem },
  async change({ params, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    const { personId } = ownSession(raw);
    if (!(await deletePasskey(tx, personId, BigInt(params.passkey))))
      return notFound('passkey', params.passkey);
    if (await hasNoFactor(tx, personId)) {
      const grants = await loadGrants(tx, { kind: 'person', id: String(personId) });
      if (needsSecondFactor(grants)) return trouble({ code: 'second_factor_last' });
      await deleteRecoveryCodes(tx, personId);
    }
    const [actor, details] = [raw.principal, { factor: 'passkey', id: params.passkey }];
    await audit(tx, { actor, action: 'factor.remove', subject: actor, details });
    return { status: 204, body: undefined, committed: sessions.forget };
  },
});

async function hasNoFactor(tx: Tx, personId: number): Promise<boolean> {
  const { totp, passkeys } = await factorsOf(tx, personId);
  return !totp && passkeys === 0;
}

function passkeyBody({ passkey_id, title, host, created_at, used_at }: PasskeyRow) {
  return {
    id: String(passkey_id),
    title,
    host,
    createdAt: created_at.toISOString(),
    usedAt: used_at?.toISOString() ?? null,
  };
}
