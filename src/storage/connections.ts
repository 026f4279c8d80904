import type { Tx } from './database.ts';
import { evidenceJson } from './json-text.ts';

export interface ConnectionRow {
  readonly connection_id: number;
  readonly code: string;
  readonly connector: string;
  readonly title: string;
  readonly settings: Record<string, unknown>;
  /** Encrypted; the key is outside the database. */
  readonly secrets: Buffer | null;
  readonly state: 'active' | 'broken';
  /** Set while it is to wait: somebody's wish, whatever its health. */
  readonly pause: StoredPause | null;
  readonly last_error: unknown;
  readonly checked_at: Date | null;
  /** While it rehearses: where the simulator answers, and the settings that reach it. Null: the real system. */
  readonly rehearsal: StoredRehearsal | null;
}

export interface StoredPause {
  readonly since: string;
  readonly by: string;
  readonly note: string;
}

export interface StoredRehearsal {
  readonly url: string;
  readonly settings: Record<string, unknown>;
  readonly since: string;
  readonly by: string;
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
    [connectionId, health.state, health.error === undefined ? null : evidenceJson(health.error)],
  );
}

/** How a connection is, in one word. */
export function connectionState({ state, pause }: Pick<ConnectionRow, 'state' | 'pause'>) {
  return pause ? 'paused' : state;
}

/** The connection, waiting from now on; null where it waits already. */
export async function pauseConnection(
  tx: Tx,
  connectionId: number,
  pause: StoredPause,
): Promise<ConnectionRow | null> {
  const [row] = await tx.query<ConnectionRow>(
    'update connections set pause = $2 where connection_id = $1 and pause is null returning *',
    [connectionId, JSON.stringify(pause)],
  );
  return row ?? null;
}

/** The connection, going on from now on; null where it does not wait. */
export async function endPause(tx: Tx, connectionId: number): Promise<ConnectionRow | null> {
  const [row] = await tx.query<ConnectionRow>(
    'update connections set pause = null where connection_id = $1 and pause is not null returning *',
    [connectionId],
  );
  return row ?? null;
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
