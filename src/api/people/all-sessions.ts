import Type from 'typebox';
import { notFound, ok } from '#api/http/answer.ts';
import { idPage, page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import { deleteAnySession, listAllSessions } from '#storage/person-sessions.ts';
import { PersonSessionBody, personSessionBody } from './person-session-body.ts';

const SessionOfPerson = Type.Object(
  {
    ...PersonSessionBody.properties,
    person: Type.Object({ id: Id, login: Type.String(), name: Type.String() }),
  },
  { $id: 'SessionOfPerson' },
);

const tag = 'People';

export const getSessions = defineRoute({
  method: 'GET',
  path: '/sessions',
  summary: 'List where everybody is signed in, newest first',
  tag,
  permission: 'people:read',
  scope: 'hub',
  query: exactly({ ...Page, search: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) }),
  replies: { 200: pageOf(SessionOfPerson) },
  async handle({ query, raw }, { database, sessions }) {
    const { search, ...turning } = query;
    const { limit, fetch } = idPage(turning);
    const filter = { ...sessions.standingSince(), ...(search === undefined ? {} : { search }) };
    const rows = await listAllSessions(database, { ...filter, ...fetch });
    const own = raw.access.principal.session?.sessionId;
    return ok(
      page(rows, {
        raw,
        limit,
        after: (row) => String(row.session_id),
        item: (row) => ({
          ...personSessionBody(row, own),
          person: { id: String(row.person_id), login: row.login, name: row.name },
        }),
      }),
    );
  },
});

export const endAnySession = defineRoute({
  method: 'DELETE',
  path: '/sessions/{session}',
  summary: 'End one session of anybody at once',
  tag,
  permission: 'people:write',
  scope: 'hub',
  params: exactly({ session: Id }),
  replies: { 204: Type.Null(), 403: Problem, 404: Problem },
  async change({ params: { session }, raw }, { tx, sessions }) {
    const gone = await deleteAnySession(tx, BigInt(session));
    if (!gone) return notFound('session', session);
    const [actor, subject, details] = [raw.principal, `person:${gone.login}`, { session, ended: 1 }];
    await audit(tx, { actor, action: 'session.revoke', subject, details });
    return { status: 204, body: undefined, committed: sessions.forget };
  },
});
