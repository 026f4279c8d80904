import type { CollectedRecord } from '#connectors/kit/connector.ts';
import { isRecord } from '#connectors/kit/json.ts';
import { jsonRecord } from '#connectors/kit/json-record.ts';
import { scalarAt } from '#connectors/kit/json-slices.ts';

/** One order as a record: the exact text of the order object, with their id and the time of its last change. */
export function orderRecord(slice: string): CollectedRecord {
  return jsonRecord({ kind: 'order', slice, id: scalarAt(slice, ['id']), changedAt: changeOf(slice) });
}

/** When the order changed last, as an ISO instant in UTC, or null where that cannot be read. */
export function changeOf(slice: string): string | null {
  const ms = Date.parse(scalarAt(slice, ['updated_at']) ?? '');
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** The order with its transactions as one more, last member. Everything else stays as it was written. */
export function withTransactions(order: string, transactions: string): string {
  const open = order.slice(0, order.lastIndexOf('}')).trimEnd();
  return `${open}${open.endsWith('{') ? '' : ','}"transactions":${transactions}}`;
}

/** `page_info` of the page that a Link header names. Only this travels: the host of the link is not followed. */
export function pageInfoOf(link: string | undefined): string | null {
  if (link === undefined || !URL.canParse(link)) return null;
  return new URL(link).searchParams.get('page_info');
}

/** Their reason in words: `errors` is a text, or an object of field → texts; older answers say `error`. */
export function errorText(body: unknown): string {
  if (typeof body === 'string') return body.slice(0, 300);
  if (!isRecord(body)) return '';
  const errors = body.errors ?? body.error_description ?? body.error ?? '';
  if (typeof errors === 'string') return errors;
  if (!isRecord(errors)) return JSON.stringify(errors);
  return Object.entries(errors)
    .map(([field, reasons]) => `${field}: ${Array.isArray(reasons) ? reasons.join(', ') : String(reasons)}`)
    .join('; ');
}
