import Type from 'typebox';
import { notFound, ok, trouble } from '#api/http/answer.ts';
import { nextAddress } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, orNull, Page, Problem } from '#api/http/schemas.ts';
import type { LookupValues } from '#connectors/kit/connector.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { findConnection } from '#storage/connections.ts';

const ROWS_MAX = 100_000;

export const lookUpConnection = defineRoute({
  method: 'GET',
  path: '/connections/{connection}/lookup/{kind}',
  summary: 'Read accounts, rates or the values of a dimension from the system itself',
  tag: 'Connections',
  permission: 'connections:read',
  scope: 'named',
  params: exactly({
    connection: Code,
    kind: Type.String({
      maxLength: 63,
      description: 'accounts, rates, or a dimension: customer, department, …',
    }),
  }),
  query: exactly(Page),
  replies: {
    200: Type.Object({
      rehearsal: Type.Boolean({ description: 'It comes from a simulator' }),
      items: Type.Array(Type.Record(Type.String(), Type.Unknown()), {
        description: 'As the system has them',
      }),
      next: orNull(Type.String()),
    }),
    404: Problem,
    422: Problem,
    502: Problem,
  },
  async handle({ params: { connection: code, kind }, query, raw }, { database, connections }) {
    const row = await findConnection(database, code);
    if (!row) return notFound('connection', code);
    const { connector, client, bucket } = await connections.get(row.connection_id);
    const pages = pagesOf(connector.lookup ?? {}, { client, kind, signal: raw.signal });
    if (pages === null) {
      return trouble({ code: 'lookup_unsupported', params: { connector: connector.name, kind } });
    }
    const start = offsetOf(query.after);
    const limit = query.limit ?? 100;
    await bucket.take(raw.signal);
    const rows = await take(pages, start + limit + 1);
    const items = rows.slice(start, start + limit).map(plain);
    const next = rows.length > start + limit ? nextAddress(raw, String(start + limit)) : null;
    return ok({ rehearsal: row.rehearsal !== null, items, next });
  },
});

function pagesOf(
  lookup: LookupValues,
  { client, kind, signal }: { client: unknown; kind: string; signal: AbortSignal },
): AsyncIterable<readonly object[]> | null {
  if (kind === 'accounts') return lookup.accounts?.(client, signal) ?? null;
  if (kind === 'rates') return lookup.rates?.(client, signal) ?? null;
  return lookup.dimension?.(client, kind, signal) ?? null;
}

/** Systems are read page by page from the beginning; what is behind the page is not asked for. */
async function take(pages: AsyncIterable<readonly object[]>, count: number): Promise<object[]> {
  const rows: object[] = [];
  for await (const page of pages) {
    rows.push(...page);
    if (rows.length >= count) break;
  }
  return rows;
}

function offsetOf(after: string | undefined): number {
  const offset = after === undefined ? 0 : Number(after);
  if (Number.isInteger(offset) && offset >= 0 && offset <= ROWS_MAX) return offset;
  throw new RefusalError({ code: 'cursor_invalid', at: 'query.after' });
}

/** Whole numbers that JSON cannot hold become text. */
function plain(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]),
  );
}
