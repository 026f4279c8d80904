import Type from 'typebox';
import type { Access } from '#access/access.ts';
import { Code, exactly, Id, orNull, Texts } from '#api/http/schemas.ts';
import { loadNames, type Names } from '#api/names.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowHeadRow, listFlowHeads } from '#storage/flow-heads.ts';
import type { FlowRow } from '#storage/flows.ts';
import { listFlowPlaces } from '#storage/places.ts';

export const Trigger = Type.Object(
  {
    poll: Type.Optional(Type.Object({ every: Type.String() })),
    cron: Type.Optional(Type.String()),
    zone: Type.Optional(Type.String({ description: 'Of cron. Default Asia/Shanghai' })),
    webhook: Type.Optional(Type.Boolean()),
    folder: Type.Optional(Type.Object({ path: Type.String(), pattern: Type.Optional(Type.String()) })),
    manual: Type.Optional(Type.Boolean()),
    api: Type.Optional(Type.Boolean()),
  },
  { $id: 'Trigger', description: 'How a flow begins: one of poll, cron, webhook, folder, manual, api' },
);

export const FlowBody = Type.Object(
  {
    code: Code,
    title: orNull(Texts),
    book: Code,
    connection: Code,
    connections: Type.Array(Code, { description: 'It takes from, sends to or writes back to' }),
    kind: Type.String(),
    enabled: Type.Boolean(),
    trigger: orNull(Trigger),
    publishedVersion: orNull(Type.Integer()),
    newestVersion: Type.Integer(),
    nextPollAt: orNull(Type.String()),
    held: orNull(Type.Integer({ description: 'Exceptions open; null where they are not granted' })),
    lastRun: orNull(exactly({ id: Id, state: Type.String(), startedAt: Type.String() })),
  },
  { $id: 'Flow' },
);

/** Flows as they travel; of how they are doing, what is granted. */
export async function flowBodies(tx: Tx, flows: readonly FlowRow[], access: Access) {
  const names = await loadNames(tx);
  const ids = flows.map(({ flow_id: id }) => id);
  const heads = new Map((await listFlowHeads(tx, ids)).map((head) => [head.flow_id, head]));
  const places = new Map((await listFlowPlaces(tx)).map((place) => [place.flow_id, place]));
  return flows.map((flow) => {
    const head = heads.get(flow.flow_id)!;
    const place = places.get(flow.flow_id)!;
    const shows = (permission: 'exceptions:read' | 'runs:read') => access.sight(permission).traffic(place);
    return {
      ...factsOf(flow, head, names),
      connections: [...new Set(place.connections)],
      held: shows('exceptions:read') ? head.held : null,
      lastRun: shows('runs:read') ? lastRunOf(head) : null,
    };
  });
}

function factsOf(flow: FlowRow, head: FlowHeadRow, names: Names) {
  return {
    code: flow.code,
    title: head.title,
    book: names.book(flow.book_id),
    connection: names.connection(flow.connection_id),
    kind: flow.kind,
    enabled: flow.enabled,
    trigger: head.trigger,
    publishedVersion: head.published_version,
    newestVersion: head.newest_version,
    nextPollAt: flow.next_poll_at?.toISOString() ?? null,
  };
}

function lastRunOf({ last_run_id: id, last_run_state: state, last_run_at: at }: FlowHeadRow) {
  return id === null || state === null || at === null
    ? null
    : { id: String(id), state, startedAt: at.toISOString() };
}
