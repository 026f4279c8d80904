import { AUDIT_CHAIN_START, auditHash, readAuditChain } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import type { Found } from './verify-postings.ts';

const PAGE = 1_000;

/** Follows the chain of the audit log. */
export async function verifyAudit(tx: Tx, found: Found): Promise<{ entries: number; head: string }> {
  let head = AUDIT_CHAIN_START;
  let entries = 0;
  for (let after = 0n; ; ) {
    const page = await readAuditChain(tx, { after, limit: PAGE });
    for (const entry of page) {
      const isWhole = entry.previous_hash.equals(head) && entry.hash.equals(auditHash(entry, head));
      const params = { entry: String(entry.entry_id), action: entry.action };
      if (!isWhole) found({ code: 'verify_audit_chain', at: `audit ${entry.entry_id}`, params });
      head = entry.hash;
    }
    entries += page.length;
    if (page.length < PAGE) return { entries, head: Buffer.from(head).toString('hex') };
    after = page.at(-1)!.entry_id;
  }
}
