import type { Flow } from '#core/flows/flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { assert } from '#core/trouble/trouble.ts';
import { listConnections } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowVersionRow, findFlowVersion, listFlows } from '#storage/flows.ts';
import { TraceBooks } from './trace-books.ts';

/** What tracing looks up once: names of connections and flows, versions, books. */
export interface TraceContext {
  readonly tx: Tx;
  readonly books: TraceBooks;
  readonly connectionCodes: ReadonlyMap<number, string>;
  readonly flowCodes: ReadonlyMap<number, string>;
  readonly versionOf: (flowVersionId: number) => Promise<TracedDefinition>;
}

export interface TracedDefinition {
  readonly row: FlowVersionRow;
  readonly flow: Flow;
}

export async function contextOf(tx: Tx): Promise<TraceContext> {
  const connections = await listConnections(tx);
  const flows = await listFlows(tx);
  const versions = new Map<number, Promise<TracedDefinition>>();
  return {
    tx,
    books: new TraceBooks(tx),
    connectionCodes: new Map(connections.map((row) => [row.connection_id, row.code])),
    flowCodes: new Map(flows.map((row) => [row.flow_id, row.code])),
    versionOf: (id) => {
      const known = versions.get(id) ?? definitionOf(tx, id);
      versions.set(id, known);
      return known;
    },
  };
}

async function definitionOf(tx: Tx, flowVersionId: number): Promise<TracedDefinition> {
  const row = await findFlowVersion(tx, flowVersionId);
  assert(row, 'what was posted names a flow version that exists');
  const parsed = parseFlow(row.definition);
  assert(parsed.ok, 'a flow version was parsed before it was saved');
  return { row, flow: parsed.value };
}

export function codeOf(codes: ReadonlyMap<number, string>, id: number): string {
  return codes.get(id) ?? String(id);
}
