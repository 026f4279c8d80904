import { RefusalError } from '#core/trouble/trouble.ts';
import { type BookRow, findBook, listBooks } from '#storage/books.ts';
import { type ClientRow, findClient } from '#storage/clients.ts';
import { type ConnectionRow, findConnection, listConnections } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowRow, type FlowVersionRow, findFlow, listFlowVersions } from '#storage/flows.ts';

/** The book of this code, or a refusal that names those there are. */
export async function requireBook(tx: Tx, name: string): Promise<BookRow> {
  const book = await findBook(tx, name);
  if (book) return book;
  const known = (await listBooks(tx)).map(({ code }) => code).join(', ');
  throw new RefusalError({ code: 'cli_book_unknown', params: { name, known: known || '–' } });
}

export async function requireConnection(tx: Tx, name: string): Promise<ConnectionRow> {
  const connection = await findConnection(tx, name);
  if (connection) return connection;
  const known = (await listConnections(tx)).map(({ code }) => code).join(', ');
  throw new RefusalError({ code: 'cli_connection_unknown', params: { name, known: known || '–' } });
}

export async function requireClient(tx: Tx, name: string): Promise<ClientRow> {
  const client = await findClient(tx, name);
  if (client) return client;
  throw new RefusalError({ code: 'not_found', params: { kind: 'client', id: name } });
}

export async function requireFlow(tx: Tx, name: string): Promise<FlowRow> {
  const flow = await findFlow(tx, name);
  if (flow) return flow;
  throw new RefusalError({ code: 'cli_flow_unknown', params: { name } });
}

/** A version of a flow: the one asked for, else the one that is published. */
export async function requireVersion(tx: Tx, flow: FlowRow, version: number | null): Promise<FlowVersionRow> {
  const versions = await listFlowVersions(tx, flow.flow_id);
  const found = versions.find((one) =>
    version === null ? one.flow_version_id === flow.published_version_id : one.version === version,
  );
  if (found) return found;
  if (version === null) throw unpublished(flow);
  const params = { name: flow.code, version: String(version) };
  throw new RefusalError({ code: 'cli_flow_version_unknown', params });
}

export function requirePublished(flow: FlowRow): FlowRow {
  if (flow.published_version_id === null) throw unpublished(flow);
  return flow;
}

function unpublished(flow: FlowRow): RefusalError {
  return new RefusalError({ code: 'cli_flow_unpublished', params: { name: flow.code } });
}
