import type { StoredRehearsal } from './connections.ts';
import type { Tx } from './database.ts';

/** What keeps a connection from changing sides. */
export interface Hindrances {
  /** Codes of flows that use it and post into real books. */
  readonly flows: string[];
  /** Deliveries to it that are under way. */
  readonly sending: number;
}

/** Asked while the row of the connection is locked, so that nobody changes sides at the same time. */
export async function rehearsalHindrances(tx: Tx, connectionId: number): Promise<Hindrances> {
  await tx.query('select connection_id from connections where connection_id = $1 for update', [connectionId]);
  const flows = await tx.query<{ code: string }>(
    `select distinct f.code from flows f join books b using (book_id) join connections c on c.connection_id = $1
       join flow_versions v on v.flow_version_id = f.published_version_id
      where not b.rehearsal and (f.connection_id = c.connection_id
         or jsonb_path_exists(v.definition, '$.*[*].connection ? (@ == $code)', jsonb_build_object('code', c.code)))
      order by f.code`,
    [connectionId],
  );
  const [sending] = await tx.query<{ n: number }>(
    "select count(*)::int as n from deliveries where connection_id = $1 and state = 'sending'",
    [connectionId],
  );
  return { flows: flows.map((row) => row.code), sending: sending!.n };
}

/**
 * Lets a connection talk to a simulator (or to the real system again). Where it had come in reading is forgotten: the
 * other side is read from its beginning, and what was read before is known again.
 */
export async function setRehearsal(
  tx: Tx,
  connectionId: number,
  rehearsal: StoredRehearsal | null,
): Promise<void> {
  await tx.query(
    `update connections set rehearsal = $2, state = 'active', last_error = null where connection_id = $1`,
    [connectionId, rehearsal === null ? null : JSON.stringify(rehearsal)],
  );
  await tx.query('delete from cursors where connection_id = $1', [connectionId]);
}

/** What rehearsing books still owe through this connection is owed to nobody any more. Returns how many. */
export async function withdrawRehearsed(tx: Tx, connectionId: number): Promise<number> {
  const rows = await tx.query(
    `update deliveries d set state = 'withdrawn' from books b
      where d.connection_id = $1 and d.state in ('owed', 'refused', 'dead') and b.book_id = d.book_id and b.rehearsal
  returning d.delivery_id`,
    [connectionId],
  );
  return rows.length;
}

/** Whether a flow into this book may use these connections: real books have nothing to do with simulators. */
export async function rehearsingAmong(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    'select code from connections where code = any($1) and rehearsal is not null order by code',
    [codes],
  );
  return rows.map((row) => row.code);
}
