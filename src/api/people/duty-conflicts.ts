import Type from 'typebox';
import { conflictsIn, loadDuties } from '#access/duties.ts';
import { ok } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Id, pageOf } from '#api/http/schemas.ts';
import { grantsOfPeople } from '#storage/grants.ts';
import { findPeople } from '#storage/people.ts';
import { DutyCodes } from './duties.ts';

const GRANTS_MAX = 50_000;
const CONFLICTS_MAX = 1_000;

const DutyConflict = Type.Object(
  {
    person: Type.Object({ id: Id, login: Type.String(), name: Type.String() }),
    rule: DutyCodes,
    on: Type.Boolean({ description: 'Whether the rule holds now. Off: it would be broken if it did' }),
    roles: Type.Array(Type.String(), { description: 'Codes of all their roles' }),
  },
  { $id: 'DutyConflict' },
);

export const getDutyConflicts = defineRoute({
  method: 'GET',
  path: '/duties/conflicts',
  summary:
    'List people whose roles together break a rule, given before it was switched on or while it is off',
  tag: 'Roles and grants',
  permission: 'people:read',
  scope: 'hub',
  replies: { 200: pageOf(DutyConflict) },
  async handle(_, { database }) {
    const on = await loadDuties(database);
    const grants = await grantsOfPeople(database, GRANTS_MAX);
    const conflicts = conflictsIn(grants);
    const people = await findPeople(database, [...conflicts.keys()].slice(0, CONFLICTS_MAX).map(Number));
    const rolesOf = (id: string) => grants.flatMap((one) => (one.principal_id === id ? [one.role] : []));
    const items = people.flatMap(({ person_id, login, name }) => {
      const id = String(person_id);
      const roles = [...new Set(rolesOf(id))];
      return (conflicts.get(id) ?? []).map((rule) => ({
        person: { id, login, name },
        rule,
        on: on.has(rule),
        roles,
      }));
    });
    return ok(wholeList(items));
  },
});
