import Type from 'typebox';
import { keepAdministrator } from '#access/administrators.ts';
import { checkLogin } from '#access/login.ts';
import { requireProof } from '#access/prove.ts';
import { created, notFound, ok, trouble } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { codePage, page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Id, orNull, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { deleteLinks } from '#storage/links.ts';
import {
  findListedPerson,
  insertPerson,
  type ListedPerson,
  listPeople,
  type PersonRow,
  savePerson,
} from '#storage/people.ts';
import { deleteSessions } from '#storage/person-sessions.ts';
import { Email, PersonBody, PersonName, personBody } from './person-body.ts';
import { requireRank } from './require-rank.ts';
import { LanguageName } from './session-body.ts';

const tag = 'People';
const params = exactly({ person: Id });
const State = Type.Union([Type.Literal('active'), Type.Literal('disabled')]);

export const getPeople = defineRoute({
  method: 'GET',
  path: '/people',
  summary: 'List people by login',
  tag,
  permission: 'people:read',
  scope: 'common',
  query: exactly({
    ...Page,
    search: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    state: Type.Optional(Type.Union([Type.Literal('invited'), State])),
    role: Type.Optional(Code),
  }),
  replies: { 200: pageOf(PersonBody) },
  async handle({ query, raw }, { database }) {
    const { limit, fetch } = codePage(query);
    const rows = await listPeople(database, { ...query, ...fetch });
    return ok(page(rows, { raw, limit, after: ({ login }) => login, item: personBody }));
  },
});

export const getPerson = defineRoute({
  method: 'GET',
  path: '/people/{person}',
  summary: 'Get a person; the ETag serves If-Match',
  tag,
  permission: 'people:read',
  scope: 'common',
  params,
  replies: { 200: PersonBody, 404: Problem },
  async handle({ params: { person } }, { database }) {
    const row = await findListedPerson(database, Number(person));
    return row ? ok(personBody(row), { etag: tagOf(row) }) : notFound('person', person);
  },
});

export const createPerson = defineRoute({
  method: 'POST',
  path: '/people',
  summary: 'Make a person, who may do nothing yet and comes in by an invitation',
  tag,
  permission: 'people:write',
  scope: 'hub',
  body: exactly({
    login: Type.String({ minLength: 1, maxLength: 200 }),
    name: PersonName,
    email: Type.Optional(orNull(Email)),
    language: Type.Optional(LanguageName),
  }),
  replies: { 201: PersonBody, 403: Problem, 409: Problem, 422: Problem },
  async change({ body, raw }, { tx, now }) {
    requireProof(raw.access, now());
    const login = checkLogin(body.login);
    if (!login.ok) return trouble(login.refusal);
    const person = await insertPerson(tx, {
      login: login.value,
      name: body.name,
      email: body.email ?? null,
      language: body.language ?? 'zh',
      state: 'invited',
      passwordHash: null,
      source: 'local',
    });
    if (person === null)
      return trouble({ code: 'already_exists', params: { kind: 'person', id: login.value } });
    await audit(tx, { actor: raw.principal, action: 'person.make', subject: `person:${person.login}` });
    const row = await mustFind(tx, person.person_id);
    const headers = { etag: tagOf(row), location: `${raw.path}/${row.person_id}` };
    return created(personBody(row), headers);
  },
});

export const patchPerson = defineRoute({
  method: 'PATCH',
  path: '/people/{person}',
  summary: 'Change a person, switch one off (every session ends at once) or on again',
  tag,
  permission: 'people:write',
  scope: 'hub',
  params,
  body: exactly({
    name: Type.Optional(PersonName),
    email: Type.Optional(orNull(Email)),
    language: Type.Optional(LanguageName),
    state: Type.Optional(State),
  }),
  replies: { 200: PersonBody, 403: Problem, 404: Problem, 409: Problem, 412: Problem },
  async change({ params: { person }, body, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    const row = await findListedPerson(tx, Number(person));
    if (!row) return notFound('person', person);
    requireMatch(raw, tagged(row));
    await requireRank(tx, raw.access, row);
    const isSelf = raw.access.principal.session?.personId === row.person_id;
    // Whoever does the switching off stays: so there is always somebody left who can switch on.
    if (isSelf && body.state === 'disabled') return trouble({ code: 'person_self' });
    const changes = { ...body, ...stateAfter(row, body.state) };
    await keepAdministrator(tx, () => savePerson(tx, row.person_id, changes));
    const ended = body.state === 'disabled' ? await shutOut(tx, row.person_id) : 0;
    const details = { changed: Object.keys(body), state: body.state, ended };
    const subject = `person:${row.login}`;
    await audit(tx, { actor: raw.principal, action: 'person.change', subject, details });
    const changed = await mustFind(tx, row.person_id);
    return { ...ok(personBody(changed), { etag: tagOf(changed) }), committed: sessions.forget };
  },
});

/** Whoever never set a password goes on being invited. */
function stateAfter(
  { password_hash, source }: PersonRow,
  wanted: 'active' | 'disabled' | undefined,
): { readonly state?: PersonRow['state'] } {
  if (wanted !== 'active') return wanted ? { state: wanted } : {};
  return { state: password_hash === null && source === 'local' ? 'invited' : 'active' };
}

async function shutOut(tx: Tx, personId: number): Promise<number> {
  await deleteLinks(tx, personId);
  return deleteSessions(tx, personId);
}

async function mustFind(tx: Tx, personId: number): Promise<ListedPerson> {
  const row = await findListedPerson(tx, personId);
  if (row === null) throw new Error('bug: a person who was just saved is not there');
  return row;
}

function tagged({ login, name, email, language, state }: ListedPerson) {
  return [login, name, email, language, state];
}

function tagOf(row: ListedPerson): string {
  return etagOf(tagged(row));
}
