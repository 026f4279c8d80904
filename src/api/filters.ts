import { RefusalError } from '#core/trouble/trouble.ts';
import { findBook } from '#storage/books.ts';
import { findConnection } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { findFlow } from '#storage/flows.ts';

export interface CodeFilters {
  readonly book?: string;
  readonly connection?: string;
  readonly flow?: string;
}

export interface IdFilters {
  readonly bookId?: number;
  readonly connectionId?: number;
  readonly flowId?: number;
}

/** Filters by code as storage wants them. A code that does not exist ends the request: an empty list would mislead. */
export async function filterIds(tx: Tx, { book, connection, flow }: CodeFilters): Promise<IdFilters> {
  return {
    ...(book === undefined ? {} : { bookId: (await found('book', book, findBook(tx, book))).book_id }),
    ...(connection === undefined
      ? {}
      : {
          connectionId: (await found('connection', connection, findConnection(tx, connection))).connection_id,
        }),
    ...(flow === undefined ? {} : { flowId: (await found('flow', flow, findFlow(tx, flow))).flow_id }),
  };
}

async function found<Row>(kind: string, id: string, search: Promise<Row | null>): Promise<Row> {
  const row = await search;
  if (row === null) throw new RefusalError({ code: 'not_found', at: `query.${kind}`, params: { kind, id } });
  return row;
}
