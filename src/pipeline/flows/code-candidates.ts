import type { FieldMapping, Flow } from '#core/flows/flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { isObject } from '#core/formulas/value.ts';
import type { CodeCandidate } from '#core/mapping/suggest-codes.ts';
import { listCrosswalk, listDimensionValues } from '#storage/book-data.ts';
import type { Tx } from '#storage/database.ts';
import { findFlowVersion, listFlows } from '#storage/flows.ts';

/** Our codes that a crosswalk may lead to. */
export interface Candidates {
  /** The dimension whose values they are; null where they are only what the crosswalk leads to already. */
  readonly dimension: string | null;
  readonly codes: readonly CodeCandidate[];
}

const CANDIDATES_MAX = 5_000;
const WORDS_MAX = 20;

/** Values of the dimension that the field fills, where the flow's template says which; else what the crosswalk knows. */
export async function crosswalkCandidates(
  tx: Tx,
  bookId: number,
  { crosswalk, field, definition }: { crosswalk: string; field: string; definition: Flow | null },
): Promise<Candidates> {
  const dimension = definition === null ? null : dimensionOf(definition, fieldOf(field));
  if (dimension !== null) {
    const values = await listDimensionValues(tx, bookId, { dimension, limit: CANDIDATES_MAX });
    const codes = values.filter(({ enabled }) => enabled).map(({ code, name }) => ({ code, name }));
    if (codes.length > 0) return { dimension, codes };
  }
  const pairs = await listCrosswalk(tx, bookId, { name: crosswalk, limit: CANDIDATES_MAX });
  const codes = [...new Set(pairs.map(({ to }) => to))].map((code) => ({ code, name: '' }));
  return { dimension: null, codes };
}

/** The same for a crosswalk by itself: the first published flow of the book that asks it says what it is about. */
export async function candidatesOf(tx: Tx, bookId: number, crosswalk: string): Promise<Candidates> {
  for (const flow of await listFlows(tx)) {
    if (flow.book_id !== bookId || flow.published_version_id === null) continue;
    const parsed = parseFlow((await findFlowVersion(tx, flow.published_version_id))?.definition);
    const field = parsed.ok ? fieldAsking(parsed.value, crosswalk) : null;
    if (!parsed.ok || field === null) continue;
    return crosswalkCandidates(tx, bookId, { crosswalk, field, definition: parsed.value });
  }
  return crosswalkCandidates(tx, bookId, { crosswalk, field: '', definition: null });
}

function fieldAsking({ documents }: Flow, crosswalk: string): string | null {
  for (const { fields, lines } of documents) {
    const asking = [...Object.entries(fields), ...Object.entries(lines?.fields ?? {})];
    const [field] =
      asking.find(([, mapping]) => typeof mapping !== 'string' && mapping.crosswalk === crosswalk) ?? [];
    if (field !== undefined) return field;
  }
  return null;
}

/** The dimension to which template lines put this field. */
function dimensionOf({ template }: Flow, field: string): string | null {
  for (const { lines } of template) {
    for (const { dimensions = {} } of lines) {
      const [found] = Object.entries(dimensions).find(([, source]) => source === field) ?? [];
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** Texts that stand in the record beside what the field is read from: the name beside an id tells more than the id. */
export function wordsBeside(raw: unknown, definition: Flow | null, place: string): string[] {
  const path = definition === null ? null : pathOf(definition, place);
  if (path === null) return [];
  const steps = path.replace(/^\$\./, '').split('.').slice(0, -1);
  const beside = steps.reduce<unknown>((value, step) => (isObject(value) ? value[step] : null), raw);
  if (!isObject(beside)) return [];
  return Object.values(beside)
    .filter((value) => typeof value === 'string' && value.length > 1 && value.length <= 80)
    .map(String)
    .slice(0, WORDS_MAX);
}

function pathOf({ documents }: Flow, place: string): string | null {
  const name = fieldOf(place);
  const mappings = documents.flatMap(({ fields, lines }) => [fields[name], lines?.fields[name]]);
  const found = mappings.find((mapping): mapping is FieldMapping => mapping !== undefined);
  return typeof found === 'string' ? found : (found?.path ?? null);
}

function fieldOf(place: string): string {
  return place.split('.').at(-1) ?? place;
}
