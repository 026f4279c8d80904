import {
  type FieldOptions,
  type FieldPlace,
  keyOfField,
  mappingAt,
} from '#console/pages/flows/draft/fields.ts';
import { filledByTables, neededFields } from '#console/pages/flows/draft/needed-fields.ts';
import type { DocumentMapping, Flow } from '#core/flows/flow.ts';

/** One standard field on the right of the canvas. */
export interface TargetRow {
  readonly place: FieldPlace;
  readonly key: string;
  readonly isNeeded: boolean;
  readonly mapping: FieldOptions | null;
  /** A decision table fills it in. */
  readonly isFilled: boolean;
}

interface Wanted {
  readonly flow: Flow;
  readonly document: number;
  /** Fields somebody asked for, by `keyOfField`. */
  readonly wanted: readonly FieldPlace[];
}

/** The fields of one part of a document: what it needs first, then what is mapped, then what is asked for. */
export function targetRows(part: FieldPlace['part'], { flow, document, wanted }: Wanted): TargetRow[] {
  const own = flow.documents[document];
  if (own === undefined) return [];
  const needed = neededFields(flow, own)[part === 'fields' ? 'header' : 'lines'];
  const filled = filledByTables(flow, own);
  const mapped = Object.keys((part === 'fields' ? own.fields : own.lines?.fields) ?? {});
  const asked = wanted.filter((place) => place.part === part && place.document === document);
  const names = new Set([
    ...needed,
    ...mapped,
    ...asked.map(({ field }) => field),
    ...ofTables(own, part, filled),
  ]);
  return [...names].map((field) => {
    const place = { document, part, field };
    return {
      place,
      key: keyOfField(place),
      isNeeded: needed.has(field),
      mapping: mappingAt(flow, place),
      isFilled: filled.has(field),
    };
  });
}

/** What tables fill is shown where the tables are applied. */
function ofTables(own: DocumentMapping, part: FieldPlace['part'], filled: ReadonlySet<string>): string[] {
  const isHere = part === 'fields' ? own.enrich !== undefined : own.lines?.enrich !== undefined;
  return isHere ? [...filled] : [];
}
