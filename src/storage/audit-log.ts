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
  const [now] = await tx.query<{ at: Date; previous: Buffer | null }>(
    `select date_trunc('milliseconds', clock_timestamp()) as at,
            (select hash from audit_log order by entry_id desc limit 1) as previous`,
  );
  const { at, previous } = now!;
  const details = JSON.stringify(entry.details ?? {});
  const previousHash = previous ?? AUDIT_CHAIN_START;
  await tx.query(
    `insert into audit_log (at, actor, action, subject, details, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      at,
      entry.actor,
      entry.action,
      entry.subject,
      details,
      previousHash,
      auditHash({ ...entry, at, details }, previousHash),
    ],
  );
}

/** What the first entry is chained to. */
export const AUDIT_CHAIN_START: Uint8Array = new Uint8Array(32);

export interface AuditText {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** The JSON text, as it was written. */
  readonly details: string;
}

/** The hash of an entry: over everything it says and the entry before it. */
export function auditHash(entry: AuditText, previous: Uint8Array): Uint8Array {
  const { at, actor, action, subject, details } = entry;
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([at.toISOString(), actor, action, subject, details]))
    .digest();
}

export interface AuditLink extends AuditText {
  readonly entry_id: bigint;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
  /** The hash covers milliseconds; no entry is dated more finely. */
  readonly isWholeMs: boolean;
}

/** Entries oldest first with their hashes, a page at a time: what `verify` follows. */
export async function readAuditChain(tx: Tx, page: { after: bigint; limit: number }): Promise<AuditLink[]> {
  return tx.query<AuditLink>(
    `select entry_id, at, actor, action, subject, details::text as details, previous_hash, hash,
            at = date_trunc('milliseconds', at) as "isWholeMs"
       from audit_log where entry_id > $1 order by entry_id limit $2`,
    [page.after, page.limit],
  );
}
