import Type from 'typebox';
import { newPersonalLink } from '#access/personal-links.ts';
import { requireProof } from '#access/prove.ts';
import { created, notFound, ok, trouble } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, Problem, pageOf } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import { forgetDevices } from '#storage/known-devices.ts';
import { findPersonById } from '#storage/people.ts';
import { deleteSessions, listSessions } from '#storage/person-sessions.ts';
import { deleteFactors } from '#storage/second-factors.ts';
import { PersonSessionBody, personSessionBody } from './person-session-body.ts';
import { requireRank } from './require-rank.ts';

const tag = 'People';
const params = exactly({ person: Id });
const refusals = { 403: Problem, 404: Problem, 409: Problem };

export const createPersonLink = defineRoute({
  method: 'POST',
  path: '/people/{person}/link',
  summary: 'A link that sets a password once: an invitation (72 hours) or a reset (one hour); shown once',
  tag,
  permission: 'people:write',
  scope: 'hub',
  isShownOnce: true,
  params,
  replies: {
    ...refusals,
    201: Type.Object({
      kind: Type.Union([Type.Literal('invite'), Type.Literal('reset')]),
      url: Type.String(),
      expiresAt: Type.String(),
    }),
    422: Problem,
  },
  async change({ params: { person }, raw }, { tx, now }) {
    requireProof(raw.access, now());
    const row = await findPersonById(tx, Number(person));
    if (!row) return notFound('person', person);
    await requireRank(tx, raw.access, row);
    const about = { hubUrl: raw.caller.origin, by: raw.principal, now: now() };
    const link = await newPersonalLink(tx, row, about);
    if (!link.ok) return trouble(link.refusal);
    return created({ ...link.value, expiresAt: link.value.expiresAt.toISOString() });
  },
});

export const resetFactors = defineRoute({
  method: 'POST',
  path: '/people/{person}/reset-factors',
  summary: 'Take away every second factor of somebody who lost theirs; every session ends',
  tag,
  permission: 'people:write',
  scope: 'hub',
  params,
  replies: { ...refusals, 204: Type.Null() },
  async change({ params: { person }, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    const row = await findPersonById(tx, Number(person));
    if (!row) return notFound('person', person);
    if (raw.access.principal.session?.personId === row.person_id) return trouble({ code: 'person_self' });
    await requireRank(tx, raw.access, row);
    await deleteFactors(tx, row.person_id);
    await forgetDevices(tx, row.person_id);
    const ended = await deleteSessions(tx, row.person_id);
    const [actor, subject, details] = [raw.principal, `person:${row.login}`, { ended }];
    await audit(tx, { actor, action: 'factor.reset', subject, details });
    return { status: 204, body: undefined, committed: sessions.forget };
  },
});

export const getPersonSessions = defineRoute({
  method: 'GET',
  path: '/people/{person}/sessions',
  summary: 'Where a person is signed in',
  tag,
  permission: 'people:read',
  scope: 'common',
  params,
  replies: { 200: pageOf(PersonSessionBody), 404: Problem },
  async handle({ params: { person }, raw }, { database, sessions }) {
    if (!(await findPersonById(database, Number(person)))) return notFound('person', person);
    const rows = await listSessions(database, Number(person));
    const open = rows.filter((row) => !sessions.isOver(row));
    const own = raw.access.principal.session?.sessionId;
    return ok(wholeList(open.map((row) => personSessionBody(row, own))));
  },
});

export const endPersonSessions = defineRoute({
  method: 'DELETE',
  path: '/people/{person}/sessions',
  summary: 'Sign a person out everywhere',
  tag,
  permission: 'people:write',
  scope: 'hub',
  params,
  replies: { ...refusals, 200: Type.Object({ ended: Type.Integer() }) },
  async change({ params: { person }, raw }, { tx, sessions }) {
    const row = await findPersonById(tx, Number(person));
    if (!row) return notFound('person', person);
    const ended = await deleteSessions(tx, row.person_id);
    const [actor, subject, details] = [raw.principal, `person:${row.login}`, { ended }];
    await audit(tx, { actor, action: 'session.revoke', subject, details });
    return { ...ok({ ended }), committed: sessions.forget };
  },
});
