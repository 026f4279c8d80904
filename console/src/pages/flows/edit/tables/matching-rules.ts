import type { Previewed } from '#console/pages/flows/edit/preview/preview-record.ts';
import type { FieldValue } from '#core/documents/document.ts';
import type { DecisionTable, Flow } from '#core/flows/flow.ts';
import { minorUnitsOf } from '#core/money/currency.ts';
import { compileTable } from '#core/rules/decision-table.ts';
import { placesOf } from './edit-table.ts';

interface Seen {
  readonly preview: Previewed | null;
  readonly flow: Flow | null;
}

/** The rules (0-based) that take the documents and lines of the sample; null where the table meets none of them. */
export function matchingRules(
  name: string,
  table: DecisionTable,
  { preview, flow }: Seen,
): readonly number[] | null {
  const compiled = compileTable(name, table);
  if (!compiled.ok || preview === null || flow === null) return null;
  const asked: number[] = [];
  for (const { kind, part } of placesOf(flow).filter(({ names }) => names.includes(name))) {
    for (const document of preview.documents.filter((one) => one.kind === kind)) {
      const subjects = part === 'fields' ? [{}] : document.lines;
      for (const line of subjects) {
        const inputs = table.inputs.map((field): FieldValue => line[field] ?? document.fields[field] ?? null);
        asked.push(compiled.value.find(inputs, minorUnitsOf(document.currency) ?? 2));
      }
    }
  }
  return asked.length === 0 ? null : [...new Set(asked)].filter((rule) => rule >= 0);
}
