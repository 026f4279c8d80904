import { listBooks } from '#storage/books.ts';
import { listConnections } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { listFlows } from '#storage/flows.ts';

/** Codes by the ids that rows carry. Ids of books, connections and flows stay inside. */
export interface Names {
  book(id: number): string;
  connection(id: number | null): string | null;
  flow(id: number | null): string | null;
}

export async function loadNames(tx: Tx): Promise<Names> {
  const books = new Map((await listBooks(tx)).map((row) => [row.book_id, row.code]));
  const connections = new Map((await listConnections(tx)).map((row) => [row.connection_id, row.code]));
  const flows = new Map((await listFlows(tx)).map((row) => [row.flow_id, row.code]));
  return {
    book: (id) => books.get(id) ?? String(id),
    connection: (id) => (id === null ? null : (connections.get(id) ?? String(id))),
    flow: (id) => (id === null ? null : (flows.get(id) ?? String(id))),
  };
}
