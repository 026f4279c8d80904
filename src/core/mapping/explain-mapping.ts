import type { FieldValue, Provenance } from '#core/documents/document.ts';
import type { DocumentMapping, FieldMapping, FieldType, Flow } from '#core/flows/flow.ts';
import { explainFormula, type FormulaStep } from '#core/formulas/explain.ts';
import { formatAmount } from '#core/money/amount.ts';
import { type Currency, minorUnitsOf } from '#core/money/currency.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Corrections } from './corrections.ts';
import { compileField, type Mapping, scopeOf } from './field.ts';
import { compilePath } from './path.ts';
import type { LookUpCrosswalk } from './ports.ts';

/** How one field came to its value: what was found, and what became of it. */
export interface ExplainedField {
  /** As findings name it: `refunds[0].lines[2].sku`. */
  readonly at: string;
  readonly field: string;
  readonly type: FieldType | null;
  /** What the mapping reads: a path, a formula, or a constant. */
  readonly from: string;
  /** What stands in the record there; undefined where a formula or a constant is asked. */
  readonly found?: unknown;
  /** As a document has it, amounts in major units; null where there is none. */
  readonly value: string | null;
  /** The crosswalk, default or formula behind it. */
  readonly provenance: readonly Provenance[];
  readonly findings: readonly Finding[];
  /** Each part of the formula with its value. */
  readonly steps?: readonly FormulaStep[];
}

/** One document mapping before one item of a record. */
export interface ExplainedDocument {
  readonly kind: string;
  /** Which of several documents: `refunds[1].`, else `''`. */
  readonly place: string;
  /** The condition and its parts; null where there is none. */
  readonly when: readonly FormulaStep[] | null;
  readonly fields: readonly ExplainedField[];
}

export interface ExplainPorts {
  readonly baseCurrency: Currency;
  readonly crosswalk: LookUpCrosswalk;
}

/** What is explained of a long record; a person looks at the first few. */
const ITEMS_MAX = 10;
const LINES_MAX = 20;
const NOTHING_CORRECTED: Corrections = new Map();

/**
 * How every field of every document of a record comes to its value, read by the very functions that map it for good.
 * Tables come after, and are told by the provenance of the document itself.
 */
export function explainMapping(flow: Flow, raw: unknown, ports: ExplainPorts): ExplainedDocument[] {
  return flow.documents.flatMap((mapping) =>
    itemsOf(mapping, raw).map(({ item, place }) => explainDocument(mapping, { item, place, raw, ports })),
  );
}

function itemsOf({ each }: DocumentMapping, raw: unknown): { item: unknown; place: string }[] {
  if (each === undefined) return [{ item: raw, place: '' }];
  return listAt(each, raw, raw)
    .slice(0, ITEMS_MAX)
    .map((item, i) => ({ item, place: `${each}[${i}].` }));
}

function listAt(path: string, scope: unknown, root: unknown): readonly unknown[] {
  const read = compilePath(path);
  const found = read.ok ? read.value(scope, root) : null;
  return Array.isArray(found) ? found : [];
}

interface Place {
  readonly item: unknown;
  readonly place: string;
  readonly raw: unknown;
  readonly ports: ExplainPorts;
}

function explainDocument(source: DocumentMapping, at: Place): ExplainedDocument {
  const { item, place, raw, ports } = at;
  const mapping: Mapping = {
    root: raw,
    currency: ports.baseCurrency,
    lookUpCrosswalk: ports.crosswalk,
    findings: [],
    provenance: [],
    place,
    prefix: '',
    corrections: NOTHING_CORRECTED,
    applied: [],
  };
  const fields = headerFirst(source.fields).map(([name, one]) =>
    explainField(name, one, { scope: item, mapping }),
  );
  const lines = source.lines === undefined ? [] : explainLines(source.lines, item, mapping);
  const when = source.when === undefined ? null : explainFormula(source.when, scopeOf(item), scopeOf(raw));
  return { kind: source.kind, place, when, fields: [...fields, ...lines] };
}

function explainLines(
  { from, fields }: NonNullable<DocumentMapping['lines']>,
  item: unknown,
  mapping: Mapping,
): ExplainedField[] {
  return listAt(from, item, mapping.root)
    .slice(0, LINES_MAX)
    .flatMap((scope, i) => {
      mapping.prefix = `lines[${i}].`;
      const explained = Object.entries(fields).map(([name, one]) =>
        explainField(name, one, { scope, mapping }),
      );
      mapping.prefix = '';
      return explained;
    });
}

/** The currency is read first, because every amount depends on it. */
function headerFirst(fields: DocumentMapping['fields']): [string, FieldMapping][] {
  return Object.entries(fields).sort(([a], [b]) => Number(b === 'currency') - Number(a === 'currency'));
}

function explainField(
  name: string,
  source: FieldMapping,
  { scope, mapping }: { scope: unknown; mapping: Mapping },
): ExplainedField {
  const options = typeof source === 'string' ? { path: source } : source;
  const at = mapping.place + mapping.prefix + name;
  const own = { ...mapping, findings: [], provenance: [] };
  const compiled = compileField(name, source);
  const value = compiled.ok ? compiled.value.read(scope, own) : null;
  if (name === 'currency' && typeof value === 'string' && minorUnitsOf(value) !== null)
    mapping.currency = value;
  const { path, formula } = options;
  return {
    at,
    field: name,
    type: compiled.ok ? compiled.value.type : null,
    from: path ?? formula ?? options.value ?? '',
    ...(path === undefined ? {} : { found: foundAt(path, scope, mapping.root) }),
    value: textOf(value, mapping.currency),
    provenance: own.provenance,
    findings: compiled.ok
      ? own.findings
      : [{ ...blocked(at), ...compiled.refusal, at, params: compiled.refusal.params ?? {} }],
    ...(formula === undefined
      ? {}
      : { steps: explainFormula(formula, scopeOf(scope), scopeOf(mapping.root)) }),
  };
}

function blocked(at: string) {
  return { level: 1, effect: 'block', at } as const;
}

function foundAt(path: string, scope: unknown, root: unknown): unknown {
  const read = compilePath(path);
  return (read.ok ? read.value(scope, root) : undefined) ?? null;
}

function textOf(value: FieldValue, currency: Currency): string | null {
  if (value === null) return null;
  return typeof value === 'bigint' ? formatAmount(value, currency) : String(value);
}
