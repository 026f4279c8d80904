import type { Schemas } from '#console/api/paths.ts';

/** Which fields of the documents of a record can be corrected, and what is sent. Pure. */

type Document = Schemas['MappedDocument'];

export interface Correctable {
  /** Of the document. */
  readonly kind: string;
  /** As a finding names it: `customer`, `refunds[1].lines[2].sku`. */
  readonly at: string;
  readonly value: string;
  /** Whether a finding names it. */
  readonly isInQuestion: boolean;
}

/** A document of the record and its fields, those in question first. */
export interface CorrectableDocument {
  /** Its place in the list, which is all that tells two apart for sure. */
  readonly key: string;
  readonly kind: string;
  readonly number: string;
  readonly fields: readonly Correctable[];
  readonly isInQuestion: boolean;
}

export interface FieldChange {
  readonly kind: string;
  readonly at: string;
  readonly value: string | null;
}

/** Every document with every field; a missing one that a finding names stands there empty. Places of findings belong to the document whose own place they begin with. */
export function correctables(
  documents: readonly Document[],
  places: readonly string[],
): CorrectableDocument[] {
  const own = Map.groupBy(places, (at) => placeOf(documents, at));
  return documents.map((document, i) => {
    const fields = correctablesOf(document, own.get(document.place) ?? []);
    const { kind, number } = document;
    return { key: String(i), kind, number, fields, isInQuestion: fields.some((one) => one.isInQuestion) };
  });
}

/** What differs from what stands, of all documents; emptied fields are sent as null. */
export function changesOf(
  documents: readonly CorrectableDocument[],
  typed: Readonly<Record<string, string>>,
): FieldChange[] {
  return documents.flatMap(({ key, fields }) =>
    fields.flatMap(({ kind, at, value }) => {
      const next = typed[`${key} ${at}`]?.trim();
      if (next === undefined || next === value) return [];
      return [{ kind, at, value: next === '' ? null : next }];
    }),
  );
}

/** The most telling place of a document that this one begins with. */
function placeOf(documents: readonly Document[], at: string): string {
  const around = documents.map(({ place }) => place).filter((place) => at.startsWith(place));
  return around.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

function correctablesOf(document: Document, places: readonly string[]): Correctable[] {
  const { kind } = document;
  const wanted = new Set(places);
  const known = fieldsOf(document);
  const names = new Set(known.map(({ at }) => at));
  const missing = [...wanted].filter((at) => !names.has(at)).map((at) => ({ kind, at, value: '' }));
  return [...missing, ...known]
    .map((field) => ({ ...field, isInQuestion: wanted.has(field.at) }))
    .toSorted((a, b) => Number(b.isInQuestion) - Number(a.isInQuestion));
}

function fieldsOf({ kind, place, fields, lines }: Document) {
  const shown = (part: Document['fields'], before: string) =>
    Object.entries(part).map(([name, value]) => ({ kind, at: `${before}${name}`, value: textOf(value) }));
  return [...shown(fields, place), ...lines.flatMap((line, i) => shown(line, `${place}lines[${i}].`))];
}

function textOf(value: Document['fields'][string]): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.amount : String(value);
}
