import { type CalendarDate, daysBetween } from '#core/calendar/date.ts';
import type { Document } from '#core/documents/document.ts';
import type { BusinessChecks } from '#core/flows/flow.ts';
import type { Finding } from '#core/validation/finding.ts';

type LikelyDuplicate = NonNullable<BusinessChecks['likelyDuplicate']>;

/** A document that is already there and has the same `duplicateKey`. */
export interface DuplicateCandidate {
  readonly number: string;
  readonly date: CalendarDate;
}

/**
 * The values of the compared fields as one text, or null when one of them is empty: documents that both lack a value have
 * nothing in common. Equal keys are what the caller looks candidates up by.
 */
export function duplicateKey(document: Document, fields: readonly string[]): string | null {
  const values = fields.map((field) => comparedValue(document, field));
  if (values.some((value) => value === null || value === '')) return null;
  return JSON.stringify([document.kind, ...values.map(String)]);
}

/** A finding that names the nearest candidate within the days, if any. The document itself is no candidate of its own. */
export function checkLikelyDuplicate(
  document: Document,
  candidates: Iterable<DuplicateCandidate>,
  check: LikelyDuplicate,
): Finding[] {
  let nearest: DuplicateCandidate | null = null;
  let nearestDays = check.days;
  for (const candidate of candidates) {
    if (candidate.number === document.number) continue;
    const days = Math.abs(daysBetween(candidate.date, document.date));
    if (days > nearestDays || (nearest !== null && days === nearestDays)) continue;
    nearest = candidate;
    nearestDays = days;
  }
  if (nearest === null) return [];
  const params = { other: nearest.number, date: nearest.date, fields: check.fields.join(', ') };
  return [{ code: 'likely_duplicate', level: 3, effect: check.effect ?? 'hold', at: 'number', params }];
}

function comparedValue(document: Document, field: string): string | bigint | boolean | null {
  if (field === 'doc_date') return document.date;
  if (field === 'currency') return document.currency;
  return document.fields[field] ?? null;
}
