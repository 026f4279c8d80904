import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { ConnectionRow } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { rehearsalHindrances, setRehearsal, withdrawRehearsed } from '#storage/rehearsals.ts';

export interface RehearsalSwitch {
  readonly connection: ConnectionRow;
  /** Where the simulator answers and what reaches it; null: the real system again. */
  readonly to: { readonly url: string; readonly settings: Readonly<Record<string, unknown>> } | null;
  readonly by: string;
  readonly now: Date;
}

/**
 * Lets a connection rehearse, or ends it. Only while no flow posts through it into a real book: so no real voucher is ever
 * sent to a simulator, and nothing made up gets into a real book. What the rehearsal still owes ends with it.
 */
export async function switchRehearsal(tx: Tx, work: RehearsalSwitch): Promise<Outcome<null>> {
  const { connection, to, by, now } = work;
  const { connection_id: id, code } = connection;
  const { flows, sending } = await rehearsalHindrances(tx, id);
  if (to !== null && flows.length > 0) {
    return refuse({ code: 'rehearsal_book_needed', params: { connection: code, flows: flows.join(', ') } });
  }
  if (sending > 0)
    return refuse({ code: 'rehearsal_busy', params: { connection: code, count: String(sending) } });
  const withdrawn = to === null ? await withdrawRehearsed(tx, id) : 0;
  const since = now.toISOString();
  await setRehearsal(tx, id, to && { url: to.url, settings: { ...to.settings }, since, by });
  await audit(tx, {
    actor: by,
    action: to === null ? 'connection.rehearse-end' : 'connection.rehearse',
    subject: `connection:${code}`,
    details: to === null ? { withdrawn } : { url: to.url },
  });
  return accept(null);
}
