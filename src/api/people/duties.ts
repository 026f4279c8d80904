import Type from 'typebox';
import { loadDuties, saveDuties } from '#access/duties.ts';
import { DUTY_CODES, DUTY_RULES, type DutyCode } from '#access/duty-rules.ts';
import { requireProof } from '#access/prove.ts';
import { ok } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem, Texts } from '#api/http/schemas.ts';

export const DutyCodes = Type.Unsafe<DutyCode>(Type.Union(DUTY_CODES.map((code) => Type.Literal(code))));

const DutiesBody = Type.Object(
  { rules: Type.Array(Type.Object({ code: DutyCodes, title: Texts, on: Type.Boolean() })) },
  { $id: 'Duties' },
);

const tag = 'Roles and grants';

export const getDuties = defineRoute({
  method: 'GET',
  path: '/duties',
  summary: 'See which duties one person must not hold together; the ETag serves If-Match',
  tag,
  permission: 'people:read',
  scope: 'hub',
  replies: { 200: DutiesBody },
  async handle(_, { database }) {
    const on = await loadDuties(database);
    return ok(dutiesBody(on), { etag: etagOf(dutiesBody(on)) });
  },
});

export const putDuties = defineRoute({
  method: 'PUT',
  path: '/duties',
  summary: 'Switch rules on and off; grants given before stay as they are',
  tag,
  permission: 'roles:write',
  scope: 'hub',
  body: exactly({
    rules: Type.Array(exactly({ code: DutyCodes, on: Type.Boolean() }), { maxItems: DUTY_CODES.length }),
  }),
  replies: { 200: DutiesBody, 403: Problem, 412: Problem },
  async change({ body, raw }, { tx, now }) {
    requireProof(raw.access, now());
    const before = await loadDuties(tx);
    requireMatch(raw, dutiesBody(before));
    const wanted = new Map(body.rules.map(({ code, on }) => [code, on]));
    const on = new Set(DUTY_CODES.filter((code) => wanted.get(code) ?? before.has(code)));
    await saveDuties(tx, { on, by: raw.principal });
    return ok(dutiesBody(on), { etag: etagOf(dutiesBody(on)) });
  },
});

function dutiesBody(on: ReadonlySet<DutyCode>) {
  return { rules: DUTY_CODES.map((code) => ({ code, title: DUTY_RULES[code].title, on: on.has(code) })) };
}
