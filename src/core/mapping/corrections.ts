import type { FieldValue } from '#core/documents/document.ts';
import { defaultTypeOf } from '#core/documents/vocabulary.ts';
import type { FieldType } from '#core/flows/flow.ts';
import { compileConvert } from './convert.ts';
import type { Draft } from './enrich.ts';
import type { Mapping } from './field.ts';

/** What a person says instead of what a record says: one field of one document that mapping makes of it. */
export interface Correction {
  readonly id: string;
  /** Kind of the document. */
  readonly kind: string;
  /** The field as findings name it: `customer`, `refunds[1].customer`, `lines[2].sku`. */
  readonly place: string;
  /** In our vocabulary; amounts in major units. Null empties the field. */
  readonly value: string | null;
  readonly by: string;
}

/** Corrections of one document by the field within it: `customer`, `lines[2].sku`. */
export type Corrections = ReadonlyMap<string, Correction>;

const NO_CORRECTIONS: Corrections = new Map();

/** Those that are meant for the document of this kind at this place of the record. */
export function correctionsOf(
  all: readonly Correction[],
  { kind, place }: { readonly kind: string; readonly place: string },
): Corrections {
  if (all.length === 0) return NO_CORRECTIONS;
  const own = all.filter((one) => one.kind === kind && one.place.startsWith(place));
  return new Map(own.map((one) => [one.place.slice(place.length), one]));
}

/** What the person said, as the field holds it. What does not fit the field is a finding like any other. */
export function readCorrected(
  { place, value, id, by }: Correction,
  type: FieldType,
  mapping: Mapping & { readonly field: string },
): FieldValue {
  mapping.applied.push(id);
  mapping.provenance.push({ field: mapping.field, by: 'person', name: by, rule: id, confidence: 1 });
  if (value === null) return null;
  const converted = compileConvert({ type, computed: false })(value, mapping.currency);
  if (converted.ok) return converted.value;
  const { code, params = {} } = converted.refusal;
  mapping.findings.push({ code, level: 1, effect: 'block', at: place, params: { source: by, ...params } });
  return null;
}

/** Corrected fields that no mapping reads: what decision tables fill. Set before the tables, so that they see them. */
export function addCorrected(draft: Draft, mapping: Mapping): void {
  for (const [field, correction] of mapping.corrections) {
    const spot = spotOf(draft, field);
    if (spot === null || Object.hasOwn(spot.fields, spot.name)) continue;
    spot.fields[spot.name] = readCorrected(correction, defaultTypeOf(spot.name), { ...mapping, field });
  }
}

/** Remembers what was corrected, and gives a function that puts it back over whatever decision tables did to it. */
export function keepCorrected(draft: Draft, mapping: Mapping): () => void {
  const spots = [...mapping.corrections.keys()].flatMap((field) => {
    const spot = spotOf(draft, field);
    return spot === null ? [] : [{ ...spot, field, value: spot.fields[spot.name] ?? null }];
  });
  return () => {
    for (const { fields, name, value } of spots) fields[name] = value;
    const corrected = new Set(spots.map(({ field }) => field));
    const kept = mapping.provenance.filter(({ field, by }) => by === 'person' || !corrected.has(field));
    mapping.provenance.splice(0, mapping.provenance.length, ...kept);
  };
}

function spotOf({ fields, lines }: Draft, field: string) {
  const [, index, name = field] = /^lines\[(\d+)\]\.(.+)$/.exec(field) ?? [];
  const place = index === undefined ? fields : lines[Number(index)];
  return place === undefined ? null : { fields: place, name };
}
