import type { Tx } from './database.ts';

export interface ConnectionRow {
  readonly connection_id: number;
  readonly code: string;
  readonly connector: string;
  readonly title: string;
  readonly settings: Record<string, unknown>;
  /** Encrypted; the key is outside the database. */
  readonly secrets: Buffer | null;
  readonly state: 'active' | 'paused' | 'broken';
  readonly last_error: unknown;
  readonly checked_at: Date | null;
}

export interface NewConnection {
  readonly code: string;
  readonly connector: string;
  readonly title: string;
  readonly settings: Record<string, unknown>;
  readonly secrets: Uint8Array | null;
}

/** The connection of this code, made or changed. */
export async function saveConnection(tx: Tx, connection: NewConnection): Promise<ConnectionRow> {
  const [row] = await tx.query<ConnectionRow>(
    `insert into connections (code, connector, title, settings, secrets) values ($1, $2, $3, $4, $5)
     on conflict (code) do update set connector = excluded.connector, title = excluded.title,
       settings = excluded.settings, secrets = excluded.secrets, state = 'active', last_error = null
     returning *`,
    [
      connection.code,
      connection.connector,
      connection.title,
      JSON.stringify(connection.settings),
      connection.secrets,
    ],
  );
  return row!;
}

export async function listConnections(tx: Tx): Promise<ConnectionRow[]> {
  return tx.query<ConnectionRow>('select * from connections order by code');
}

export async function findConnection(tx: Tx, code: string): Promise<ConnectionRow | null> {
  const [row] = await tx.query<ConnectionRow>('select * from connections where code = $1', [code]);
  return row ?? null;
}

export async function findConnectionById(tx: Tx, connectionId: number): Promise<ConnectionRow | null> {
  const [row] = await tx.query<ConnectionRow>('select * from connections where connection_id = $1', [
    connectionId,
  ]);
  return row ?? null;
}

export async function setConnectionState(
  tx: Tx,
  connectionId: number,
  health: { state: ConnectionRow['state']; error?: unknown },
): Promise<void> {
  await tx.query(
    'update connections set state = $2, last_error = $3, checked_at = now() where connection_id = $1',
    [connectionId, health.state, health.error === undefined ? null : JSON.stringify(health.error)],
  );
}

/** What a connector left behind to resume from; JSON. */
export type StoredCursor = Readonly<Record<string, string | number | boolean | null>> | null;

export async function readCursor(tx: Tx, connectionId: number, kind: string): Promise<StoredCursor> {
  const [row] = await tx.query<{ cursor: StoredCursor }>(
    'select cursor from cursors where connection_id = $1 and kind = $2',
    [connectionId, kind],
  );
  return row?.cursor ?? null;
}

export async function saveCursor(
  tx: Tx,
  connectionId: number,
  cursor: { kind: string; cursor: unknown },
): Promise<void> {
  await tx.query(
    `insert into cursors (connection_id, kind, cursor) values ($1, $2, $3)
     on conflict (connection_id, kind) do update set cursor = excluded.cursor, updated_at = now()`,
    [connectionId, cursor.kind, JSON.stringify(cursor.cursor)],
  );
}
