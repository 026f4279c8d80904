import type { FieldOptions, FieldPlace } from '#console/pages/flows/draft/fields.ts';
import { sourcesOf } from '#console/pages/flows/draft/fields.ts';
import type { SampleField } from '#console/pages/flows/draft/sample-fields.ts';
import type { Flow } from '#core/flows/flow.ts';
import type { TargetRow } from './target-rows.ts';

type Badge = 'crosswalk' | 'formula' | 'date' | 'enum' | 'default' | 'constant' | 'minor' | 'negate';

/** One line of the canvas, from a place of the record to a field. */
export interface CanvasLine {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly place: FieldPlace;
  readonly badges: readonly Badge[];
  readonly label: string;
}

/** The lines between what samples hold and what is mapped. A place that no sample holds has none. */
export function canvasLines(
  flow: Flow,
  rows: readonly TargetRow[],
  known: readonly SampleField[],
): CanvasLine[] {
  const names = new Set(known.map(({ name }) => name));
  return rows.flatMap(({ place, key, mapping }) => {
    const document = flow.documents[place.document];
    if (mapping === null || document === undefined) return [];
    const sources = sourcesOf(document, place.part, mapping).filter((source) => names.has(source));
    return sources.map((source, i) => ({
      id: `${source}→${key}`,
      source,
      target: key,
      place,
      badges: i === 0 ? badgesOf(mapping) : [],
      label: `${source} → ${place.field}`,
    }));
  });
}

/** Fields whose path no sample holds: a misspelt path, or a record that happens to lack it. */
export function strayFields(
  flow: Flow,
  rows: readonly TargetRow[],
  known: readonly SampleField[],
): ReadonlySet<string> {
  const names = new Set(known.map(({ name }) => name));
  const stray = rows.filter(({ place, mapping }) => {
    const document = flow.documents[place.document];
    if (mapping?.path === undefined || document === undefined || names.size === 0) return false;
    return !sourcesOf(document, place.part, mapping).some((source) => names.has(source));
  });
  return new Set(stray.map(({ key }) => key));
}

/** What happens to a value on its way. */
function badgesOf(mapping: FieldOptions): Badge[] {
  const said: readonly (readonly [Badge, boolean])[] = [
    ['formula', mapping.formula !== undefined],
    ['constant', mapping.value !== undefined],
    ['crosswalk', mapping.crosswalk !== undefined],
    ['enum', mapping.enum !== undefined],
    ['date', mapping.zone !== undefined || mapping.format !== undefined],
    ['minor', mapping.unit === 'minor'],
    ['negate', mapping.negate === true],
    ['default', mapping.default !== undefined],
  ];
  return said.flatMap(([badge, holds]) => (holds ? [badge] : []));
}
