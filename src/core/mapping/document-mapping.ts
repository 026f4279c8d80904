import type { Document, Fields, FieldValue } from '#core/documents/document.ts';
import { type FieldTypes, scopeOfDocument } from '#core/documents/scope.ts';
import type { DocumentMapping, FieldType } from '#core/flows/flow.ts';
import type { Formula } from '#core/formulas/formula.ts';
import { textOf } from '#core/formulas/value.ts';
import { DOCUMENTS_PER_RECORD_MAX, LINES_PER_DOCUMENT_MAX } from '#core/limits.ts';
import { type Currency, minorUnitsOf } from '#core/money/currency.ts';
import type { CompiledTable } from '#core/rules/decision-table.ts';
import { ownTitle } from '#core/trouble/catalogue.ts';
import type { Params } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';
import { addCorrected, type Correction, correctionsOf, keepCorrected, readCorrected } from './corrections.ts';
import { type Draft, enrichDocument, enrichLines } from './enrich.ts';
import { type CompiledField, type Mapping, scopeOf } from './field.ts';
import type { Path } from './path.ts';
import type { LookUpCrosswalk } from './ports.ts';

/** The parts of one document mapping, each compiled. */
export interface MappingParts {
  readonly source: DocumentMapping;
  readonly baseCurrency: Currency;
  readonly when: Formula | null;
  readonly each: Path | null;
  readonly fields: readonly CompiledField[];
  readonly lines: {
    readonly from: Path;
    readonly fields: readonly CompiledField[];
    readonly tables: readonly CompiledTable[];
  } | null;
  readonly tables: readonly CompiledTable[];
  readonly checks: readonly { readonly formula: Formula; readonly source: Check }[];
  readonly types: FieldTypes;
}

type Check = NonNullable<DocumentMapping['checks']>[number];

/** What one record became so far. */
export interface Mapped {
  readonly documents: Document[];
  readonly findings: Finding[];
  /** The business key of the first document, even when it could not be built. */
  number: string | null;
  /** Every document as far as it could be read, in order. */
  readonly sketches: Sketch[];
  /** Ids of the corrections that found their field. */
  readonly applied: string[];
}

/** A document as far as it could be read. */
export interface Sketch {
  readonly kind: string;
  /** Which of several documents of one record, as findings name it: `refunds[1].`, else `''`. */
  readonly place: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly currency: Currency;
  readonly fields: Fields;
  readonly lines: readonly Fields[];
  /** Whether it could be built. */
  readonly isWhole: boolean;
}

/** One record and what is known about it from outside. */
export interface RecordToMap {
  readonly root: unknown;
  readonly lookUpCrosswalk: LookUpCrosswalk;
  readonly corrections: readonly Correction[];
}

/** Adds the documents and findings of one record under one mapping. */
export function mapRecord(
  parts: MappingParts,
  { root, lookUpCrosswalk, corrections }: RecordToMap,
  mapped: Mapped,
): void {
  const items = itemsOf(parts, root, mapped);
  for (const [index, item] of items.entries()) {
    const place = parts.each === null ? '' : `${parts.source.each}[${index}].`;
    if (!applies(parts, { item, root, place }, mapped)) continue;
    const mapping: Mapping = {
      root,
      currency: parts.baseCurrency,
      lookUpCrosswalk,
      findings: mapped.findings,
      provenance: [],
      place,
      prefix: '',
      corrections: correctionsOf(corrections, { kind: parts.source.kind, place }),
      applied: mapped.applied,
    };
    mapItem(parts, item, mapping, mapped);
  }
}

function itemsOf({ each, source }: MappingParts, root: unknown, { findings }: Mapped): readonly unknown[] {
  if (each === null) return [root];
  return listAt(each(root, root), { at: source.each ?? '', max: DOCUMENTS_PER_RECORD_MAX }, findings);
}

/** The list at a place; nothing there is an empty list, anything else a finding. */
function listAt(
  value: unknown,
  { at, max }: { at: string; max: number },
  findings: Finding[],
): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    findings.push(formatFinding('list_expected', at, {}));
    return [];
  }
  if (value.length <= max) return value;
  findings.push(formatFinding('list_too_long', at, { length: String(value.length), max: String(max) }));
  return [];
}

function formatFinding(code: string, at: string, params: Params): Finding {
  return { code, level: 1, effect: 'block', at, params };
}

interface Item {
  readonly item: unknown;
  readonly root: unknown;
  readonly place: string;
}

function applies({ when }: MappingParts, { item, root, place }: Item, { findings }: Mapped): boolean {
  if (when === null) return true;
  const result = when.evaluate(scopeOf(item), scopeOf(root));
  if (result.ok && typeof result.value === 'boolean') return result.value;
  const refusal = result.ok
    ? { code: 'formula_yes_no_expected', params: { formula: when.text, text: String(result.value) } }
    : result.refusal;
  findings.push(formatFinding(refusal.code, `${place}when`, refusal.params ?? {}));
  return false;
}

function mapItem(parts: MappingParts, item: unknown, mapping: Mapping, mapped: Mapped): void {
  const before = mapped.findings.length;
  const fields = readHeader(parts, item, mapping);
  const number = fields.number ?? null;
  if (typeof number === 'string') mapped.number ??= number;
  const lines = readLines(parts, item, mapping);
  const draft: Draft = { fields, lines, minorUnits: minorUnitsOf(mapping.currency) ?? 2 };
  enrich(parts, draft, mapping);
  const date = fields.doc_date ?? null;
  const { kind } = parts.source;
  const { currency, provenance, place } = mapping;
  const unreadable = mapped.findings.slice(before).some(({ effect }) => effect === 'block');
  if (unreadable || typeof number !== 'string' || typeof date !== 'string') {
    const read = { number: textOrNull(number), date: textOrNull(date) };
    mapped.sketches.push({ kind, place, ...read, currency, fields, lines, isWhole: false });
    return;
  }
  mapped.sketches.push({ kind, place, number, date, currency, fields, lines, isWhole: true });
  const document: Document = { kind, number, date, currency, fields, lines, provenance };
  checkDocument(parts, document, mapping);
  mapped.documents.push(document);
}

function textOrNull(value: FieldValue): string | null {
  return typeof value === 'string' ? value : null;
}

/** What a person corrected stays as corrected, whatever a table says. */
function enrich(parts: MappingParts, draft: Draft, mapping: Mapping): void {
  const isCorrected = mapping.corrections.size > 0;
  if (isCorrected) addCorrected(draft, mapping);
  const putBack = isCorrected ? keepCorrected(draft, mapping) : null;
  enrichDocument(draft, parts.tables, mapping);
  if (parts.lines !== null) enrichLines(draft, parts.lines.tables, mapping);
  putBack?.();
}

function readField(field: CompiledField, scope: unknown, mapping: Mapping): FieldValue {
  if (mapping.corrections.size === 0) return field.read(scope, mapping);
  const place = mapping.prefix + field.name;
  const correction = mapping.corrections.get(place);
  return correction
    ? readCorrected(correction, field.type, { ...mapping, field: place })
    : field.read(scope, mapping);
}

function readHeader(parts: MappingParts, item: unknown, mapping: Mapping): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const field of parts.fields) {
    const value = readField(field, item, mapping);
    fields[field.name] = value;
    // The currency comes first (see compileMapping), since every amount after it depends on it.
    if (field.name === 'currency') readCurrency(value, mapping);
  }
  fields.currency ??= mapping.currency;
  return fields;
}

function readCurrency(value: FieldValue, mapping: Mapping): void {
  if (typeof value !== 'string') return;
  if (minorUnitsOf(value) !== null) mapping.currency = value;
  else
    mapping.findings.push(formatFinding('currency_unknown', `${mapping.place}currency`, { currency: value }));
}

function readLines(
  { lines, source }: MappingParts,
  item: unknown,
  mapping: Mapping,
): Record<string, FieldValue>[] {
  if (lines === null) return [];
  const limit = { at: mapping.place + (source.lines?.from ?? ''), max: LINES_PER_DOCUMENT_MAX };
  const rows = listAt(lines.from(item, mapping.root), limit, mapping.findings);
  return rows.map((row, index) => {
    mapping.prefix = `lines[${index}].`;
    const fields: Record<string, FieldValue> = {};
    for (const field of lines.fields) fields[field.name] = readField(field, row, mapping);
    mapping.prefix = '';
    return fields;
  });
}

function checkDocument({ checks, types }: MappingParts, document: Document, mapping: Mapping): void {
  for (const { formula, source } of checks) {
    const scope = scopeOfDocument(document, formula.names, types);
    const result = formula.evaluate(scope);
    if (result.ok && result.value === true) continue;
    const { level = 2, effect = 'hold', at } = source;
    const code = result.ok ? source.code : result.refusal.code;
    const params = {
      check: source.code,
      formula: formula.text,
      ...(source.title && result.ok ? ownTitle(source.title) : {}),
      ...(result.ok ? evidenceOf(scope) : result.refusal.params),
    };
    mapping.findings.push({ code, level, effect, at: mapping.place + at, params });
  }
}

/** The values a check looked at, as text. Lists are left to whoever opens the document. */
function evidenceOf(scope: Fields | Readonly<Record<string, unknown>>): Params {
  const evidence: Record<string, string> = {};
  for (const [name, value] of Object.entries(scope)) {
    if (Array.isArray(value) || value === null || value === undefined) continue;
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'object')
      evidence[name] = textOf(value);
  }
  return evidence;
}

/** Field → type, as the fields of a mapping and the outputs of its tables have it. */
export function typesOf(
  fields: readonly CompiledField[],
  tables: readonly CompiledTable[],
): Map<string, FieldType> {
  const types = new Map<string, FieldType>();
  for (const table of tables) for (const output of table.outputs) types.set(output, 'text');
  for (const { name, type } of fields) types.set(name, type);
  return types;
}
