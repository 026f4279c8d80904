import { accept, Fault, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { type ConnectionRow, endPause, findConnectionById, pauseConnection } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';

/** How long a caller is asked to wait before it tries again. */
export const PAUSE_WAIT_MS = 5 * 60_000;

export interface Pausing {
  readonly connection: ConnectionRow;
  /** Why it is to wait; null: it is to go on. */
  readonly note: string | null;
  readonly by: string;
  readonly now: Date;
}

/**
 * Lets a connection wait, or go on. While it waits nothing is collected from its system or delivered to it, and its webhooks
 * are told to come again; what is owed stays owed, and the cursor stays where it was. A person may still test it.
 */
export async function changePause(tx: Tx, work: Pausing): Promise<Outcome<ConnectionRow>> {
  const { connection, note, by, now } = work;
  const id = connection.connection_id;
  const changed =
    note === null
      ? await endPause(tx, id)
      : await pauseConnection(tx, id, { since: now.toISOString(), by, note });
  if (changed === null) {
    const code = note === null ? 'connection_not_paused' : 'connection_already_paused';
    return refuse({ code, params: { connection: connection.code } });
  }
  await audit(tx, {
    actor: by,
    action: note === null ? 'connection.resume' : 'connection.pause',
    subject: `connection:${connection.code}`,
    details: note === null ? {} : { note },
  });
  return accept(changed);
}

/** Stops whoever is about to ask the system for something while it is to be left alone. */
export async function requireUnpaused(tx: Tx, connectionId: number): Promise<void> {
  const connection = await findConnectionById(tx, connectionId);
  if (!connection?.pause) return;
  throw new Fault('connection_paused', {
    retry: { kind: 'wait', waitMs: PAUSE_WAIT_MS },
    params: { connection: connection.code },
  });
}
