import type { Document } from '#core/documents/document.ts';
import type { FieldTypes } from '#core/documents/scope.ts';
import { chooseTemplate } from '#core/journalize/choose-template.ts';
import { type CompiledTemplate, compileTemplate } from '#core/journalize/template.ts';
import type { Correction } from '#core/mapping/corrections.ts';
import {
  type Mapped,
  type MappingParts,
  mapRecord,
  type RecordToMap,
  type Sketch,
} from '#core/mapping/document-mapping.ts';
import type { LookUpCrosswalk } from '#core/mapping/ports.ts';
import { checkRecord } from '#core/mapping/record.ts';
import type { Currency } from '#core/money/currency.ts';
import { type CompiledTable, compileTable } from '#core/rules/decision-table.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Checked } from './checked.ts';
import { compileMapping } from './compile-mapping.ts';
import type { Flow, VoucherTemplate } from './flow.ts';

/** What one record became: documents, or findings that say why not, or a reason to pass it over. */
export interface MappedRecord {
  /** Every document that could be built. Whether the record may be posted is for the findings to say. */
  readonly documents: readonly Document[];
  /** Set when no document was wanted and nothing is wrong. */
  readonly ignored?: 'no_document_applies';
  readonly findings: readonly Finding[];
  /** The number of the first document as far as it could be read: what people search an exception by. */
  readonly number: string | null;
  /** Every document as far as it could be read, in order. */
  readonly sketches: readonly Sketch[];
  /** Ids of the corrections that found their field. */
  readonly applied: readonly string[];
}

/** What mapping needs from outside. */
export interface MapPorts {
  readonly crosswalk: LookUpCrosswalk;
  /** What people say about a record instead of what it says, by its place in the list. */
  readonly corrections?: (index: number) => readonly Correction[];
}

const NONE: readonly Correction[] = [];

/** A flow as functions. Compile once per version; running it waits for nothing and changes nothing. */
export interface CompiledFlow {
  readonly flow: Flow;
  /** For `journalize`. */
  readonly templates: readonly CompiledTemplate[];
  /** The template `journalize` would use for a document of this flow, or null when none fits. */
  readonly templateOf: (document: Document) => VoucherTemplate | null;
  /** Maps records (parsed JSON); result i belongs to record i. */
  readonly run: (records: readonly unknown[], ports: MapPorts) => MappedRecord[];
}

/** The flow as functions, or everything in it that does not fit together: paths, formulas, tables, templates. */
export function compileFlow(
  flow: Flow,
  { baseCurrency }: { readonly baseCurrency: Currency },
): Checked<CompiledFlow> {
  const problems: Refusal[] = [];
  const tables = compileTables(flow, problems);
  const mappings = flow.documents.map((mapping, index) =>
    compileMapping(mapping, { at: `documents[${index}]`, tables, baseCurrency, problems }),
  );
  const templates = flow.template.map((template, index) => {
    const types = mergeTypes(mappings.filter(({ source }) => source.kind === template.document));
    return compileTemplate(template, { index, types, problems });
  });
  if (problems.length > 0) return { ok: false, refusals: problems };
  const run: CompiledFlow['run'] = (records, { crosswalk, corrections }) =>
    records.map((root, index) =>
      mapOne(mappings, { root, lookUpCrosswalk: crosswalk, corrections: corrections?.(index) ?? NONE }),
    );
  const templateOf = (document: Document) => chooseTemplate(document, templates, [])?.source ?? null;
  return { ok: true, value: { flow, templates, templateOf, run } };
}

function compileTables(flow: Flow, problems: Refusal[]): ReadonlyMap<string, CompiledTable> {
  const tables = new Map<string, CompiledTable>();
  for (const [name, table] of Object.entries(flow.tables ?? {})) {
    const compiled = compileTable(name, table);
    if (compiled.ok) tables.set(name, compiled.value);
    else problems.push({ ...compiled.refusal, at: `tables.${name}.${compiled.refusal.at ?? ''}` });
  }
  return tables;
}

/** A template may serve several mappings of its kind; it may use every field one of them fills. */
function mergeTypes(mappings: readonly MappingParts[]): FieldTypes {
  return {
    header: new Map(mappings.flatMap(({ types }) => [...types.header])),
    lines: new Map(mappings.flatMap(({ types }) => [...types.lines])),
  };
}

function mapOne(mappings: readonly MappingParts[], record: RecordToMap): MappedRecord {
  const refusal = checkRecord(record.root);
  if (refusal !== null) {
    const { code, params = {} } = refusal;
    return { ...nothing(), findings: [{ code, level: 1, effect: 'block', at: '', params }] };
  }
  const mapped = nothing();
  for (const mapping of mappings) mapRecord(mapping, record, mapped);
  const isIgnored = mapped.documents.length === 0 && mapped.findings.length === 0;
  return isIgnored ? { ...mapped, ignored: 'no_document_applies' } : mapped;
}

function nothing(): Mapped {
  return { documents: [], findings: [], number: null, sketches: [], applied: [] };
}
