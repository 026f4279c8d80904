import { isRecord, listAt, textAt, valueAt } from '#connectors/kit/json.ts';
import type { BaseRecord } from './base-table.ts';
import type { Scalar } from './filter.ts';
import { isStatus } from './voucher.ts';

/** A line of `base-data.ndjson` as the record it describes. The simulator only reads what it wrote itself. */
export function readBaseLine(line: unknown): BaseRecord {
  const status = textAt(line, 'status');
  return {
    id: Number(valueAt(line, 'id')),
    number: textAt(line, 'number'),
    fields: readScalars(valueAt(line, 'fields')),
    dimensions: listAt(line, 'dimensions').map(String),
    status: isStatus(status) ? status : 'C',
    forbid: textAt(line, 'forbid') === 'B' ? 'B' : 'A',
    org: textAt(line, 'org'),
    createdAt: textAt(line, 'createdAt'),
    modifiedAt: textAt(line, 'modifiedAt'),
    auditedAt: textAt(line, 'auditedAt') || null,
  };
}

/** The members that are no lists or objects. */
export function readScalars(value: unknown): Readonly<Record<string, Scalar>> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, Scalar] => isScalar(entry[1])));
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
