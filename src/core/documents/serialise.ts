import { formatAmount, parseAmount } from '#core/money/amount.ts';
import { assert } from '#core/trouble/trouble.ts';
import type { Document, Fields, FieldValue, Provenance } from './document.ts';

/** Amounts as `{"amount":"12.50"}`, so that they come back as amounts and not as text. */
type StoredValue = string | boolean | null | { readonly amount: string };
type StoredFields = Readonly<Record<string, StoredValue>>;

/** The content of a document as JSON holds it. */
export interface StoredContent extends Omit<Document, 'fields' | 'lines' | 'provenance'> {
  readonly fields: StoredFields;
  readonly lines: readonly StoredFields[];
}

/**
 * The content of a document as JSON text in a stable order: the same content always gives the same text, so its hash says
 * "same business content". Where a value came from is left out: a crosswalk that a person confirmed afterwards does
 * not make another document.
 */
export function serialiseContent(document: Document): string {
  return JSON.stringify(contentOf(document));
}

/** Where the values of a document came from, as JSON text. */
export function serialiseProvenance({ provenance }: Pick<Document, 'provenance'>): string {
  return JSON.stringify(provenance.map(orderProvenance));
}

/** The document of a content that `serialiseContent` wrote (parsed again) and its provenance. */
export function restoreDocument(content: StoredContent, provenance: readonly Provenance[]): Document {
  const { kind, number, date, currency } = content;
  return {
    kind,
    number,
    date,
    currency,
    fields: restoreFields(content.fields, currency),
    lines: content.lines.map((line) => restoreFields(line, currency)),
    provenance,
  };
}

function contentOf({ kind, number, date, currency, fields, lines }: Document): StoredContent {
  return {
    kind,
    number,
    date,
    currency,
    fields: storeFields(fields, currency),
    lines: lines.map((line) => storeFields(line, currency)),
  };
}

/** Absent fields are left out, so that a field added to a flow later does not change the digest of what lacks it. */
function storeFields(fields: Fields, currency: string): StoredFields {
  const stored: Record<string, StoredValue> = {};
  for (const name of Object.keys(fields).sort()) {
    const value = fields[name] ?? null;
    if (value !== null)
      stored[name] = typeof value === 'bigint' ? { amount: formatAmount(value, currency) } : value;
  }
  return stored;
}

function restoreFields(stored: StoredFields, currency: string): Fields {
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(stored)) fields[name] = restoreValue(value, currency);
  return fields;
}

function restoreValue(value: StoredValue, currency: string): FieldValue {
  if (typeof value !== 'object' || value === null) return value;
  const minor = parseAmount(value.amount, currency);
  assert(minor.ok, 'a stored document holds amounts we wrote ourselves');
  return minor.value;
}

function orderProvenance({ field, by, name, rule, confidence }: Provenance): Provenance {
  return { field, by, name, rule, confidence };
}
