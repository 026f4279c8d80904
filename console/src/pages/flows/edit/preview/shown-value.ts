import type { FieldPlace } from '#console/pages/flows/draft/fields.ts';
import type { FieldValue } from '#core/documents/document.ts';
import { formatAmount } from '#core/money/amount.ts';
import type { Previewed } from './preview-record.ts';

/** A value of a document as people read it; null where there is none. */
export function showValue(value: FieldValue | undefined, currency: string): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'bigint' ? formatAmount(value, currency) : String(value);
}

/** What the sample gives for a field, of its first line where it is one of a line. */
export function shownValue(preview: Previewed | null, { part, field }: FieldPlace): string | null {
  for (const { fields, lines, currency } of preview?.documents ?? []) {
    const value = part === 'fields' ? fields[field] : lines[0]?.[field];
    const shown = showValue(value, currency);
    if (shown !== null) return shown;
  }
  return null;
}
