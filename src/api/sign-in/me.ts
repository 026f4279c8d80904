import Type from 'typebox';
import { hashNewPassword } from '#access/passwords.ts';
import { requireProof } from '#access/prove.ts';
import { showPassword } from '#access/show-factor.ts';
import { notFound, ok, trouble } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { Email, PersonName } from '#api/people/person-body.ts';
import { PersonSessionBody, personSessionBody } from '#api/people/person-session-body.ts';
import { entryAnswer, LanguageName, SessionBody, sessionBody } from '#api/people/session-body.ts';
import { audit } from '#storage/audit-log.ts';
import { savePerson } from '#storage/people.ts';
import { deleteSession, deleteSessions, listSessions } from '#storage/person-sessions.ts';
import { ownPerson, ownSession, showingOf } from './own-session.ts';
import { PasswordText } from './session.ts';

const tag = 'My account';

export const patchMe = defineRoute({
  method: 'PATCH',
  path: '/me',
  summary: 'Change name, language or e-mail address; the address takes a fresh proof',
  tag,
  permission: 'self',
  scope: 'own',
  body: exactly({
    name: Type.Optional(PersonName),
    language: Type.Optional(LanguageName),
    email: Type.Optional(orNull(Email)),
  }),
  replies: { 200: SessionBody, 401: Problem, 403: Problem },
  async change({ body, raw }, { tx, now }) {
    const session = ownSession(raw);
    if (body.email !== undefined) requireProof(raw.access, now());
    await savePerson(tx, session.personId, body);
    const [actor, changed] = [raw.principal, Object.keys(body)];
    await audit(tx, { actor, action: 'person.change', subject: actor, details: { changed } });
    return ok(await sessionBody(tx, session));
  },
});

export const putPassword = defineRoute({
  method: 'PUT',
  path: '/me/password',
  summary: 'Change the password; every other session ends',
  tag,
  permission: 'self',
  scope: 'own',
  body: exactly({ current: PasswordText, next: PasswordText }),
  replies: { 200: SessionBody, 401: Problem, 422: Problem, 429: Problem },
  async handle({ body, raw }, context) {
    const { database, now } = context;
    const showing = await showingOf(database, raw, now());
    const { person } = showing;
    if (person.password_hash === null)
      return trouble({ code: 'password_elsewhere', params: { login: person.login } });
    const next = await hashNewPassword(body.next, person);
    if (!next.ok) return trouble(next.refusal);
    const entry = await showPassword(database, showing, body.current);
    if (!entry.ok) return trouble(entry.refusal);
    await database.transaction(async (tx) => {
      await savePerson(tx, person.person_id, { passwordHash: next.value });
      const ended = await deleteSessions(tx, person.person_id, showing.session.sessionId);
      const [actor, details] = [raw.principal, { by: 'person', ended }];
      await audit(tx, { actor, action: 'person.password', subject: actor, details });
    });
    return entryAnswer(context, entry);
  },
});

export const getMySessions = defineRoute({
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where I am signed in',
  tag,
  permission: 'self',
  scope: 'own',
  replies: { 200: pageOf(PersonSessionBody), 401: Problem },
  async handle({ raw }, { database, sessions }) {
    const { personId, sessionId } = ownSession(raw);
    const rows = await listSessions(database, personId);
    const open = rows.filter((row) => !sessions.isOver(row));
    return ok(wholeList(open.map((row) => personSessionBody(row, sessionId))));
  },
});

export const endMySession = defineRoute({
  method: 'DELETE',
  path: '/me/sessions/{session}',
  summary: 'Sign out elsewhere',
  tag,
  permission: 'self',
  scope: 'own',
  params: exactly({ session: Id }),
  replies: { 204: Type.Null(), 401: Problem, 404: Problem },
  async change({ params, raw }, { tx, sessions }) {
    const person = await ownPerson(tx, raw);
    if (!(await deleteSession(tx, person.person_id, BigInt(params.session))))
      return notFound('session', params.session);
    const subject = `session:${params.session}`;
    await audit(tx, { actor: raw.principal, action: 'session.revoke', subject });
    return { status: 204, body: undefined, committed: sessions.forget };
  },
});
