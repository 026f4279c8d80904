import { defaultTypeOf } from '#core/documents/vocabulary.ts';
import type { DocumentMapping, FieldMapping, Flow } from '#core/flows/flow.ts';
import { compileFormula } from '#core/formulas/formula.ts';
import { type Place, removeAt, setAt } from './edit-text.ts';
import { absolute, listOf, nameOf, relative, type SourcePath } from './source-path.ts';

/** One field of a document of a flow. */
export interface FieldPlace {
  readonly document: number;
  readonly part: 'fields' | 'lines';
  readonly field: string;
}

export type FieldOptions = Exclude<FieldMapping, string>;

function placeOfField({ document, part, field }: FieldPlace): Place {
  return part === 'fields'
    ? ['documents', document, 'fields', field]
    : ['documents', document, 'lines', 'fields', field];
}

/** One text for a place, as nodes and refusals name it. */
export function keyOfField({ document, part, field }: FieldPlace): string {
  return `documents[${document}].${part === 'fields' ? 'fields' : 'lines.fields'}.${field}`;
}

/** How a field is mapped, always as options; null where it is not. */
export function mappingAt(flow: Flow, { document, part, field }: FieldPlace): FieldOptions | null {
  const own = flow.documents[document];
  const fields = part === 'fields' ? own?.fields : own?.lines?.fields;
  const mapping = fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (mapping === undefined) return null;
  return typeof mapping === 'string' ? { path: mapping } : mapping;
}

/** The text with the field mapped so; what says nothing but a path is written as one. */
export function setField(text: string, place: FieldPlace, options: FieldOptions): string {
  const said = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined && value !== false),
  );
  const [only] = Object.keys(said);
  const isPath = only === 'path' && Object.keys(said).length === 1;
  return setAt(text, placeOfField(place), isPath ? said.path : said);
}

export function removeField(text: string, place: FieldPlace): string {
  return removeAt(text, placeOfField(place));
}

/** Where the paths of a document's fields begin. */
export function baseOf(document: DocumentMapping | undefined, part: FieldPlace['part']): SourcePath {
  const each = document?.each === undefined ? [] : [...(absolute(document.each, []) ?? []), null];
  if (part === 'fields' || document?.lines === undefined) return each;
  return [...(absolute(document.lines.from, each) ?? []), null];
}

/** The text with a place of the record mapped to a field; null where the two cannot meet. */
export function connectField(
  text: string,
  { flow, place, source }: { readonly flow: Flow; readonly place: FieldPlace; readonly source: SourcePath },
): string | null {
  const document = flow.documents[place.document];
  const prepared =
    place.part === 'lines' && !document?.lines ? withLines(text, { flow, place, source }) : text;
  if (prepared === null) return null;
  const base =
    prepared === text ? baseOf(document, place.part) : (listOf(source, baseOf(document, 'fields')) ?? []);
  const { path: _, formula: __, value: ___, ...rest } = mappingAt(flow, place) ?? {};
  const sum = sumOf(source, base, place.field);
  if (sum !== null) return setField(prepared, place, { formula: sum });
  const path = relative(source, base);
  return path === null ? null : setField(prepared, place, { path, ...rest });
}

/** The first field of a line says which list the lines are. */
function withLines(
  text: string,
  { flow, place, source }: { readonly flow: Flow; readonly place: FieldPlace; readonly source: SourcePath },
): string | null {
  const base = baseOf(flow.documents[place.document], 'fields');
  const list = listOf(source, base);
  const from = list && relative(list.slice(0, -1), base);
  return from && setAt(text, ['documents', place.document, 'lines'], { from, fields: {} });
}

/** An amount of the header from a list is the sum over the list. */
function sumOf(source: SourcePath, base: SourcePath, field: string): string | null {
  const type = defaultTypeOf(field);
  const list = listOf(source, base);
  if (list === null || (type !== 'amount' && type !== 'qty')) return null;
  const from = relative(list.slice(0, -1), base);
  const rest = nameOf(source.slice(list.length));
  return from === null || rest === '' || from.includes('[') ? null : `sum(map(${from}, number(#.${rest})))`;
}

/** The names of the places of the record that a field is made of: one for a path, perhaps several for a formula. */
export function sourcesOf(
  document: DocumentMapping,
  part: FieldPlace['part'],
  options: FieldOptions,
): string[] {
  const base = baseOf(document, part);
  if (options.path !== undefined) {
    const path = absolute(options.path, base);
    return path === null ? [] : [nameOf(path)];
  }
  if (options.formula === undefined) return [];
  const formula = compileFormula(options.formula);
  const names = formula.ok ? formula.value.names.filter((name) => name !== '$') : [];
  return names.map((name) => nameOf([...base, name]));
}
