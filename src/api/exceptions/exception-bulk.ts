import Type, { type Static } from 'typebox';
import { loadDuties } from '#access/duties.ts';
import type { Principal } from '#access/principal.ts';
import type { Sight } from '#access/sight.ts';
import type { ApiContext } from '#api/api-context.ts';
import { accepted, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { type Asked, defineRoute } from '#api/http/route.ts';
import { Code, exactly, Id, Note, Problem } from '#api/http/schemas.ts';
import { dismissExceptions, type ReplayItem, replayItems } from '#pipeline/post/replay.ts';
import { audit } from '#storage/audit-log.ts';
import { livingCorrections } from '#storage/corrections.ts';
import type { Tx } from '#storage/database.ts';
import type { ExceptionRow } from '#storage/exceptions.ts';
import { listFlows } from '#storage/flows.ts';
import { assignExceptions, countWork, listWork } from '#storage/work-list.ts';
import { Assignee, checkAssignee } from './exception-work.ts';
import { WORK_FILTERS, workFilter } from './work-query.ts';

/** At most this many a request; what is left over is told, and asked for again. */
const MANY_MAX = 50_000;

const Runs = Type.Array(Type.Object({ flow: Code, runId: Id, count: Type.Integer() }), {
  description: 'One run a flow; how far each is stands under /runs/{run}',
});
const DoneBody = Type.Object(
  {
    matched: Type.Integer({ description: 'Open exceptions that are meant' }),
    done: Type.Integer(),
    skipped: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() })),
    runs: Runs,
  },
  { $id: 'DoneToMany' },
);

const { state: _, ...FILTERS } = WORK_FILTERS;
const Choice = {
  ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 10_000 })),
  filter: Type.Optional(exactly(FILTERS)),
};

type Chosen = Static<ReturnType<typeof exactly<typeof Choice>>>;

interface Many {
  readonly tx: Tx;
  readonly rows: readonly ExceptionRow[];
  readonly by: string;
  readonly principal: Principal;
}

/** What was done with those that were meant: how many, why not the others, and the runs that go on with it. */
interface Done {
  readonly done: number;
  readonly skipped: readonly { readonly code: string; readonly count: number }[];
  readonly runs: readonly { readonly flow: string; readonly runId: string; readonly count: number }[];
}

const NOTHING: Done = { done: 0, skipped: [], runs: [] };

const facts = {
  method: 'POST',
  tag: 'Exceptions',
  scope: 'list',
  replies: { 200: DoneBody, 202: DoneBody, 422: Problem },
} as const;

export const replayMany = defineRoute({
  ...facts,
  path: '/exceptions/replay',
  summary: 'Try many records again, as runs that go on after the answer',
  permission: 'records:replay',
  body: exactly(Choice),
  change: (asked, context) => doToMany(asked, context, (many) => replayEach(many, { releasedOf: () => [] })),
});

export const releaseMany = defineRoute({
  ...facts,
  path: '/exceptions/release',
  summary:
    'Let many records pass in spite of findings that hold, and say why; those with findings that block are left out',
  permission: 'exceptions:release',
  body: exactly({ ...Choice, note: Note }),
  change: (asked, context) => doToMany(asked, context, (many) => releaseEach(many, asked.body.note)),
});

export const dismissMany = defineRoute({
  ...facts,
  path: '/exceptions/dismiss',
  summary: 'Close many exceptions for good: their records are not to be posted',
  permission: 'exceptions:dismiss',
  body: exactly({ ...Choice, note: Note }),
  change: (asked, context) =>
    doToMany(asked, context, async ({ tx, rows, by }) => {
      await dismissExceptions(tx, { exceptions: rows, by, note: asked.body.note });
      return { ...NOTHING, done: rows.length };
    }),
});

export const assignMany = defineRoute({
  ...facts,
  path: '/exceptions/assign',
  summary: 'Give many exceptions to a person, or to nobody',
  permission: 'exceptions:handle',
  body: exactly({ ...Choice, login: Assignee }),
  async change(asked, context) {
    const { login } = asked.body;
    const stranger = await checkAssignee(context.tx, login);
    return stranger ?? doToMany(asked, context, (many) => assignEach(many, login));
  },
});

async function doToMany(
  { body, raw, sight }: Asked<unknown, unknown, Chosen>,
  { tx, now }: ApiContext & { readonly tx: Tx },
  work: (many: Many) => Promise<Done>,
): Promise<Outgoing> {
  if ((body.ids === undefined) === (body.filter === undefined)) {
    return trouble({ code: 'choice_needed', at: 'body' });
  }
  const { matched, rows } = await choose(tx, body, { sight, asOf: now() });
  const done =
    rows.length === 0
      ? NOTHING
      : await work({ tx, rows, by: raw.principal, principal: raw.access.principal });
  const answer = { matched, ...done };
  return done.runs.length > 0 ? accepted(answer) : ok(answer);
}

async function choose(tx: Tx, { ids, filter = {} }: Chosen, { sight, asOf }: { sight: Sight; asOf: Date }) {
  const which = {
    ...(await workFilter(tx, filter, sight)),
    state: 'open',
    ...(ids === undefined ? {} : { ids: ids.map(BigInt) }),
  };
  const matched = await countWork(tx, which);
  const page = { sort: 'opened', direction: 'asc', asOf, limit: MANY_MAX } as const;
  const rows = await listWork(tx, which, page);
  return { matched, rows };
}

async function assignEach({ tx, rows, by }: Many, login: string | null): Promise<Done> {
  const ids = rows.map((row) => row.exception_id);
  const done = await assignExceptions(tx, ids, { to: login, by });
  const details = { to: login, count: done, ids: ids.map(String) };
  await audit(tx, { actor: by, action: 'exception.assign', subject: 'exceptions', details });
  return { ...NOTHING, done };
}

async function releaseEach(many: Many, note: string): Promise<Done> {
  const free = many.rows.filter(({ effect }) => effect === 'hold');
  const own = await ownCorrections(many, free);
  const rows = free.filter((row) => !own.has(`${row.flow_id} ${row.record_id}`));
  const releasedOf = (row: ExceptionRow) => [
    ...new Set(row.findings.filter(({ effect }) => effect === 'hold').map(({ code }) => code)),
  ];
  const done = await replayEach({ ...many, rows }, { releasedOf, note });
  const skipped = [
    ...done.skipped,
    { code: 'exception_not_releasable', count: many.rows.length - free.length },
    { code: 'duty_of_other', count: free.length - rows.length },
  ];
  return { ...done, skipped: skipped.filter(({ count }) => count > 0) };
}

/** Flow and record of those that whoever asks corrected, where one may not release one's own. */
async function ownCorrections({ tx, principal }: Many, rows: readonly ExceptionRow[]): Promise<Set<string>> {
  if (principal.kind !== 'person' || !(await loadDuties(tx)).has('release-own')) return new Set();
  const ids = rows.map((row) => row.record_id);
  const standing = await livingCorrections(tx, ids);
  const own = standing.filter((row) => row.made_by === principal.actor);
  return new Set(own.map((row) => `${row.flow_id} ${row.record_id}`));
}

async function replayEach(
  { tx, rows, by }: Many,
  { releasedOf, ...why }: { releasedOf: (row: ExceptionRow) => readonly string[]; note?: string },
): Promise<Done> {
  const flows = new Map((await listFlows(tx)).map((flow) => [flow.flow_id, flow]));
  const runs: Done['runs'][number][] = [];
  let skipped = 0;
  for (const [flowId, ofFlow] of Map.groupBy(rows, (row) => row.flow_id)) {
    const flow = flows.get(flowId);
    if (!flow || flow.published_version_id === null) {
      skipped += ofFlow.length;
      continue;
    }
    const items: ReplayItem[] = ofFlow.map((row) => ({ recordId: row.record_id, released: releasedOf(row) }));
    const runId = await replayItems(tx, { flow, items, by, ...why });
    runs.push({ flow: flow.code, runId: String(runId), count: items.length });
  }
  const done = runs.reduce((sum, { count }) => sum + count, 0);
  return { done, runs, skipped: skipped === 0 ? [] : [{ code: 'flow_not_published', count: skipped }] };
}
