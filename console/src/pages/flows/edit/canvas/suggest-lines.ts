import { baseOf, type FieldPlace, mappingAt, sourcesOf } from '#console/pages/flows/draft/fields.ts';
import { filledByTables } from '#console/pages/flows/draft/needed-fields.ts';
import type { SampleField } from '#console/pages/flows/draft/sample-fields.ts';
import { absolute, nameOf, type SourcePath } from '#console/pages/flows/draft/source-path.ts';
import type { Flow } from '#core/flows/flow.ts';
import { type DiscoveredField, discoverFields } from '#core/mapping/discover-fields.ts';
import { suggestFields } from '#core/mapping/suggest-fields.ts';

/** A line that may be meant. */
export interface Suggestion {
  readonly place: FieldPlace;
  readonly source: SampleField;
  /** 0–1, below 1: only a person is certain. */
  readonly confidence: number;
}

interface Asked {
  readonly flow: Flow;
  readonly document: number;
  readonly samples: readonly unknown[];
  readonly fields: readonly SampleField[];
}

/** Lines for fields that nothing fills yet, from places that go nowhere yet, the surest first. */
export function suggestLines({ flow, document, samples, fields }: Asked): Suggestion[] {
  const own = flow.documents[document];
  if (own === undefined) return [];
  const known = new Map(fields.map((field) => [field.name, field]));
  const used = usedPlaces(flow, document);
  const filled = filledByTables(flow, own);
  const found = discoverFields(samples);
  const header = baseOf(own, 'fields');
  const lines = own.lines ? baseOf(own, 'lines') : firstList(found, header);
  const scopes = [
    { part: 'fields', scope: 'document', base: header },
    ...(lines ? [{ part: 'lines', scope: 'line', base: lines } as const] : []),
  ] as const;
  return scopes.flatMap(({ part, scope, base }) =>
    suggestFields(placesIn(found, base), scope).flatMap(({ path, field, confidence }) => {
      const name = nameOf(absolute(path, base) ?? []);
      const source = known.get(name);
      const place = { document, part, field };
      const isOpen = mappingAt(flow, place) === null && !filled.has(field) && !used.has(name);
      return source && isOpen ? [{ place, source, confidence }] : [];
    }),
  );
}

function usedPlaces(flow: Flow, document: number): ReadonlySet<string> {
  const own = flow.documents[document];
  if (own === undefined) return new Set();
  const sources = (part: FieldPlace['part'], names: readonly string[]) =>
    names.flatMap((field) => {
      const mapping = mappingAt(flow, { document, part, field });
      return mapping?.path === undefined ? [] : sourcesOf(own, part, mapping);
    });
  const lines = Object.keys(own.lines?.fields ?? {});
  return new Set([...sources('fields', Object.keys(own.fields)), ...sources('lines', lines)]);
}

/** What stands in the elements of the list at `base`; in the record itself without one. */
function placesIn(found: readonly DiscoveredField[], base: SourcePath): readonly DiscoveredField[] {
  const end = base.indexOf(null);
  if (end < 0) return found;
  const list = nameOf(base.slice(0, end));
  const below = found.find((field) => field.path === list)?.fields ?? [];
  return placesIn(below, base.slice(end + 1));
}

/** Without lines yet, the list with most in it is likely to be them. */
function firstList(found: readonly DiscoveredField[], base: SourcePath): SourcePath | null {
  const lists = placesIn(found, base).filter(({ fields }) => fields !== undefined && fields.length > 1);
  const [largest] = lists.toSorted((a, b) => (b.fields?.length ?? 0) - (a.fields?.length ?? 0));
  const path = largest && absolute(largest.path, base);
  return path ? [...path, null] : null;
}
