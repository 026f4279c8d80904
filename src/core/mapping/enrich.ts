import type { FieldValue } from '#core/documents/document.ts';
import type { CompiledTable, TableSubject } from '#core/rules/decision-table.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Mapping } from './field.ts';

/** A document while it is still being filled. */
export interface Draft {
  readonly fields: Record<string, FieldValue>;
  readonly lines: readonly Record<string, FieldValue>[];
  readonly minorUnits: number;
}

/** Fills header fields by decision tables, in their order; every fill says which rule did it. */
export function enrichDocument(
  { fields, minorUnits }: Draft,
  tables: readonly CompiledTable[],
  mapping: Mapping,
): void {
  if (tables.length === 0) return;
  const subject: TableSubject = {
    minorUnits,
    read: (field) => fields[field] ?? null,
    write: (field, value, provenance) => {
      fields[field] = value;
      mapping.provenance.push(provenance);
    },
  };
  applyTables(tables, subject, mapping, '');
}

/** The same for each line; a field that the line does not have is looked up in the header. */
export function enrichLines(
  { fields, lines, minorUnits }: Draft,
  tables: readonly CompiledTable[],
  mapping: Mapping,
): void {
  if (tables.length === 0) return;
  const outputs = new Set(tables.flatMap((table) => table.outputs));
  for (const [index, line] of lines.entries()) {
    const prefix = `lines[${index}].`;
    const subject: TableSubject = {
      minorUnits,
      read: (field) => line[field] ?? (outputs.has(field) ? null : (fields[field] ?? null)),
      write: (field, value, provenance) => {
        line[field] = value;
        mapping.provenance.push({ ...provenance, field: prefix + field });
      },
    };
    applyTables(tables, subject, mapping, prefix);
  }
}

function applyTables(
  tables: readonly CompiledTable[],
  subject: TableSubject,
  mapping: Mapping,
  prefix: string,
): void {
  for (const table of tables) {
    if (table.apply(subject) || !table.holdsWithoutMatch) continue;
    mapping.findings.push(noRuleMatches(table, subject, mapping.place + prefix));
  }
}

function noRuleMatches(
  { name, inputs, outputs }: CompiledTable,
  subject: TableSubject,
  place: string,
): Finding {
  const values = inputs.map((input) => `${input}=${subject.read(input) ?? ''}`).join(', ');
  return {
    code: 'no_rule_matches',
    level: 2,
    effect: 'hold',
    at: place + (outputs[0] ?? ''),
    params: { table: name, values: values.slice(0, 200) },
  };
}
