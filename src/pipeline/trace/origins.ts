import type { Document, Provenance } from '#core/documents/document.ts';
import type { DecisionTable, FieldMapping, Flow } from '#core/flows/flow.ts';
import type { Origin } from './trace.ts';

/** Says where the values of one document came from: `customer`, `lines[2].dept`. */
export type OriginsOf = (field: string) => Origin[];

/**
 * Where each value of a document came from. What was translated, filled or computed is in its provenance; what was
 * simply copied is read off the mapping that made the document.
 */
export function originsOf(document: Document, flow: Flow): OriginsOf {
  const mapping = flow.documents.find(({ kind }) => kind === document.kind);
  const byField = Map.groupBy(document.provenance, ({ field }) => field);
  return (field) => {
    const [, line, name = field] = /^lines\[(\d+)\]\.(.+)$/.exec(field) ?? [];
    const fields = line === undefined ? mapping?.fields : mapping?.lines?.fields;
    const wanted = fields !== undefined && Object.hasOwn(fields, name) ? fields[name]! : null;
    const kept = byField.get(field) ?? [];
    if (kept.length > 0) return kept.map((one) => keptOrigin(one, wanted, flow));
    if (wanted !== null) return [mappedOrigin(wanted)];
    return name === 'currency' ? [{ ...NOTHING, by: 'book' }] : [];
  };
}

const NOTHING: Omit<Origin, 'by'> = { from: null, name: null, rule: null, ruleText: null, confidence: 1 };

function keptOrigin(
  { by, name, rule, confidence }: Provenance,
  mapping: FieldMapping | null,
  flow: Flow,
): Origin {
  const from = mapping === null ? null : sourceOf(mapping);
  if (by === 'formula' || by === 'default') return { ...NOTHING, by, from: name, confidence };
  if (by !== 'table') return { by, from, name, rule, ruleText: null, confidence };
  const table = flow.tables?.[name];
  return { by, from: null, name, rule, ruleText: table ? ruleText(table, Number(rule)) : null, confidence };
}

function mappedOrigin(mapping: FieldMapping): Origin {
  const from = sourceOf(mapping);
  if (typeof mapping === 'string') return { ...NOTHING, by: 'path', from };
  if (mapping.value !== undefined) return { ...NOTHING, by: 'value', from };
  if (mapping.enum !== undefined) return { ...NOTHING, by: 'enum', from };
  return { ...NOTHING, by: mapping.formula === undefined ? 'path' : 'formula', from };
}

function sourceOf(mapping: FieldMapping): string {
  if (typeof mapping === 'string') return mapping;
  return mapping.path ?? mapping.formula ?? mapping.value ?? '';
}

/** `store = SH01|SH02, kind = order → dept = D10`; cells that take anything are left out. */
function ruleText({ inputs, outputs, rules }: DecisionTable, no: number): string | null {
  const cells = rules[no - 1];
  if (!cells) return null;
  const pairs = (names: readonly string[], from: number) =>
    names
      .map((name, i) => ({ name, cell: String(cells[from + i] ?? '-') }))
      .filter(({ cell }) => cell !== '-')
      .map(({ name, cell }) => `${name} = ${cell}`)
      .join(', ');
  return `${pairs(inputs, 0) || '*'} → ${pairs(outputs, inputs.length)}`;
}
