import { createHash } from 'node:crypto';
import type { Tx } from './database.ts';

export interface AuditEntry {
  readonly actor: string;
  /** What was done, e.g. `flow.publish`. */
  readonly action: string;
  /** To what, e.g. `flow:shop-orders`. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

const LOCK = 0x61756474; // 'audt': entries are chained, so they are written one at a time.

/** Writes one entry in the caller's transaction: what was not kept was not logged, and the other way round. */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const [last] = await tx.query<{ hash: Buffer }>(
    'select hash from audit_log order by entry_id desc limit 1',
  );
  const previous = last?.hash ?? Buffer.alloc(32);
  const details = JSON.stringify(entry.details ?? {});
  const hash = createHash('sha256')
    .update(previous)
    .update(JSON.stringify([entry.actor, entry.action, entry.subject, details]))
    .digest();
  await tx.query(
    'insert into audit_log (actor, action, subject, details, previous_hash, hash) values ($1, $2, $3, $4, $5, $6)',
    [entry.actor, entry.action, entry.subject, details, previous, hash],
  );
}

export interface AuditRow {
  readonly entry_id: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: unknown;
}

export async function listAudit(tx: Tx, page: { after?: bigint; limit: number }): Promise<AuditRow[]> {
  return tx.query<AuditRow>(
    `select entry_id, at, actor, action, subject, details from audit_log
      where ($1::int8 is null or entry_id < $1) order by entry_id desc limit $2`,
    [page.after ?? null, page.limit],
  );
}
