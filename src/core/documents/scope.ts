import type { FieldType } from '#core/flows/flow.ts';
import type { Scope } from '#core/formulas/formula.ts';
import { type Exact, exactFromMinor, exactFromText } from '#core/formulas/number.ts';
import { minorUnitsOf } from '#core/money/currency.ts';
import type { Document, Fields, FieldValue } from './document.ts';

/** Field → type, for the header and for the lines: what the document itself does not carry. */
export interface FieldTypes {
  readonly header: ReadonlyMap<string, FieldType>;
  readonly lines: ReadonlyMap<string, FieldType>;
}

/**
 * The scope of a formula over a document: amounts are exact numbers in major units, rates and quantities exact numbers,
 * `lines` a list of such objects. Only `names` are there, since most formulas read two fields of thirty.
 */
export function scopeOfDocument(
  document: Pick<Document, 'currency' | 'fields' | 'lines'>,
  names: readonly string[],
  types: FieldTypes,
): Scope {
  const minorUnits = minorUnitsOf(document.currency) ?? 2;
  const scope: Record<string, unknown> = {};
  for (const name of names) {
    scope[name] =
      name === 'lines'
        ? document.lines.map((line) => scopeOfFields(line, types.lines, minorUnits))
        : inFormula(document.fields[name] ?? null, types.header.get(name), minorUnits);
  }
  return scope;
}

function scopeOfFields(fields: Fields, types: ReadonlyMap<string, FieldType>, minorUnits: number): Scope {
  const scope: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    scope[name] = inFormula(value, types.get(name), minorUnits);
  return scope;
}

function inFormula(
  value: FieldValue,
  type: FieldType | undefined,
  minorUnits: number,
): Exact | string | boolean | null {
  if (typeof value === 'bigint') return exactFromMinor(value, minorUnits);
  const isNumber = type === 'rate' || type === 'qty' || type === 'int';
  return isNumber && typeof value === 'string' ? exactFromText(value) : value;
}
