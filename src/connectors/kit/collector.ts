import type { CollectedPage, Connector, Cursor } from './connector.ts';

export type Collector<Client> = (
  client: Client,
  cursor: Cursor,
  signal: AbortSignal,
) => AsyncIterable<CollectedPage>;

/** What reads records of this kind, whether the connector fixes its kinds or its settings name them; null for neither. */
export function collectorOf<Settings, Client>(
  connector: Connector<Settings, Client>,
  kind: string,
): Collector<Client> | null {
  const { collect, collectAny } = connector;
  if (collect !== undefined && Object.hasOwn(collect, kind)) return collect[kind] ?? null;
  return collectAny ? (client, cursor, signal) => collectAny(client, { kind, cursor, signal }) : null;
}
