import type { Text } from '#core/trouble/message.ts';
import type { Tx } from './database.ts';

export interface FlowRow {
  readonly flow_id: number;
  readonly code: string;
  readonly book_id: number;
  readonly connection_id: number;
  readonly kind: string;
  readonly enabled: boolean;
  readonly published_version_id: number | null;
  readonly next_poll_at: Date | null;
}

export interface FlowVersionRow {
  readonly flow_version_id: number;
  readonly flow_id: number;
  readonly version: number;
  readonly definition: unknown;
  /** The YAML as it was written, with its comments. */
  readonly source: string;
  readonly created_at: Date;
  readonly created_by: string;
  readonly published_at: Date | null;
}

export interface FlowPlace {
  readonly code: string;
  readonly bookId: number;
  readonly connectionId: number;
  readonly kind: string;
}

/** The flow of this code, made or moved to this source. */
export async function saveFlow(tx: Tx, flow: FlowPlace): Promise<FlowRow> {
  const [row] = await tx.query<FlowRow>(
    `insert into flows (code, book_id, connection_id, kind) values ($1, $2, $3, $4)
     on conflict (code) do update set connection_id = excluded.connection_id, kind = excluded.kind
     returning *`,
    [flow.code, flow.bookId, flow.connectionId, flow.kind],
  );
  return row!;
}

export async function addFlowVersion(
  tx: Tx,
  version: { flowId: number; definition: unknown; source: string; createdBy: string },
): Promise<FlowVersionRow> {
  const [row] = await tx.query<FlowVersionRow>(
    `insert into flow_versions (flow_id, version, definition, source, created_by)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4 from flow_versions where flow_id = $1
     returning *`,
    [version.flowId, JSON.stringify(version.definition), version.source, version.createdBy],
  );
  return row!;
}

/** From now on records are collected under this version; work already on the lane keeps the version it came with. */
export async function publishFlowVersion(tx: Tx, flowVersionId: number): Promise<void> {
  await tx.query('update flow_versions set published_at = now() where flow_version_id = $1', [flowVersionId]);
  await tx.query(
    `update flows set published_version_id = $1 where flow_id = (select flow_id from flow_versions where flow_version_id = $1)`,
    [flowVersionId],
  );
}

export async function setFlowEnabled(tx: Tx, flowId: number, enabled: boolean): Promise<void> {
  await tx.query('update flows set enabled = $2 where flow_id = $1', [flowId, enabled]);
}

export async function listFlows(tx: Tx): Promise<FlowRow[]> {
  return tx.query<FlowRow>('select * from flows order by code');
}

export async function findFlow(tx: Tx, code: string): Promise<FlowRow | null> {
  const [row] = await tx.query<FlowRow>('select * from flows where code = $1', [code]);
  return row ?? null;
}

/**
 * Enabled, published flows that take this kind of record from this connection. What a simulator sends while the connection
 * rehearses is for books made for that only.
 */
export async function flowsFor(tx: Tx, connectionId: number, kind: string): Promise<FlowRow[]> {
  return tx.query<FlowRow>(
    `select f.* from flows f join books b using (book_id) join connections c using (connection_id)
      where connection_id = $1 and f.kind = $2 and enabled and published_version_id is not null
        and (c.rehearsal is null or b.rehearsal)
      order by flow_id`,
    [connectionId, kind],
  );
}

export async function findFlowVersion(tx: Tx, flowVersionId: number): Promise<FlowVersionRow | null> {
  const [row] = await tx.query<FlowVersionRow>('select * from flow_versions where flow_version_id = $1', [
    flowVersionId,
  ]);
  return row ?? null;
}

export async function listFlowVersions(tx: Tx, flowId: number): Promise<FlowVersionRow[]> {
  return tx.query<FlowVersionRow>('select * from flow_versions where flow_id = $1 order by version desc', [
    flowId,
  ]);
}

/** Codes of the checks that published flows make themselves, with the text given to them. */
export async function listCheckTitles(tx: Tx): Promise<{ code: string; title: Text }[]> {
  return tx.query<{ code: string; title: Text }>(
    `select distinct on (code) c.it ->> 'code' as code, c.it -> 'title' as title
       from flows f join flow_versions v on v.flow_version_id = f.published_version_id,
            jsonb_path_query(v.definition, '$.documents[*].checks[*] ? (exists (@.title))') as c(it)
      order by code, v.flow_version_id desc`,
  );
}

/** Flows whose poll is due and whose connection does not wait; each is given to one caller only. `nextAt` says when each is due again. */
export async function claimPolls(
  tx: Tx,
  nextAt: (flow: FlowRow) => Promise<Date> | Date,
): Promise<FlowRow[]> {
  const due = await tx.query<FlowRow>(
    `select * from flows where enabled and published_version_id is not null and next_poll_at <= now()
        and connection_id not in (select connection_id from connections where pause is not null)
      order by flow_id for update skip locked`,
  );
  for (const flow of due) await scheduleFlow(tx, flow.flow_id, await nextAt(flow));
  return due;
}

/** When the flow polls next; null stops it. */
export async function scheduleFlow(tx: Tx, flowId: number, at: Date | null): Promise<void> {
  await tx.query('update flows set next_poll_at = $2 where flow_id = $1', [flowId, at]);
}
