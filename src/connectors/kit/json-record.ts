import { createHash } from 'node:crypto';
import type { CollectedRecord } from './connector.ts';

/**
 * One item of a JSON answer as a record, kept exactly as it was written. An item without an id is a record all
 * the same — it is for the mapping to hold it — and is known by its content.
 */
export function jsonRecord(item: {
  readonly kind: string;
  readonly slice: string;
  readonly id: string | null;
  readonly changedAt: string | null;
}): CollectedRecord {
  const raw = Buffer.from(item.slice, 'utf8');
  const record = {
    kind: item.kind,
    externalId: item.id ?? `no-id-${createHash('sha256').update(raw).digest('hex').slice(0, 32)}`,
    mediaType: 'application/json',
    raw,
  };
  return item.changedAt === null ? record : { ...record, changedAt: item.changedAt };
}
