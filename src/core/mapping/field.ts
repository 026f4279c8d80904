import type { FieldValue, Provenance } from '#core/documents/document.ts';
import { defaultTypeOf } from '#core/documents/vocabulary.ts';
import type { FieldMapping, FieldType } from '#core/flows/flow.ts';
import { compileFormula } from '#core/formulas/formula.ts';
import { Exact, exactToText } from '#core/formulas/number.ts';
import { isObject } from '#core/formulas/value.ts';
import type { Currency } from '#core/money/currency.ts';
import { accept, type Outcome, type Refusal, refuse } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';
import { type Convert, compileConvert } from './convert.ts';
import type { Corrections } from './corrections.ts';
import { compilePath } from './path.ts';
import type { LookUpCrosswalk } from './ports.ts';
import { excerptOf, textOfRaw } from './text.ts';

/** What is collected while one document is mapped. */
export interface Mapping {
  readonly root: unknown;
  currency: Currency;
  readonly lookUpCrosswalk: LookUpCrosswalk;
  readonly findings: Finding[];
  readonly provenance: Provenance[];
  /** Which of several documents of one record: `refunds[1].`, else `''`. */
  readonly place: string;
  /** `''` for the header, `lines[2].` for a line. */
  prefix: string;
  /** What a person says about this document instead. */
  readonly corrections: Corrections;
  /** Ids of the corrections that found their field. */
  readonly applied: string[];
}

/** One field of a document, ready to be read from any scope of a record. */
export interface CompiledField {
  readonly name: string;
  readonly type: FieldType;
  readonly read: (scope: unknown, mapping: Mapping) => FieldValue;
}

type Source = (scope: unknown, root: unknown) => Outcome<unknown>;
type FieldOptions = Exclude<FieldMapping, string>;

/** The reader of one mapped field, or why its path or formula cannot be used. */
export function compileField(name: string, fieldMapping: FieldMapping): Outcome<CompiledField> {
  const options: FieldOptions = typeof fieldMapping === 'string' ? { path: fieldMapping } : fieldMapping;
  const source = compileSource(options);
  if (!source.ok) return source;
  const type = options.type ?? defaultTypeOf(name);
  const computed = options.formula !== undefined;
  const convert = compileConvert({ ...options, type, computed });
  const field: Field = {
    name,
    options,
    source: source.value,
    translate: compileTranslation(name, options),
    convert,
  };
  return accept({ name, type, read: (scope, mapping) => readField(field, scope, mapping) });
}

interface Field {
  readonly name: string;
  readonly options: FieldOptions;
  readonly source: Source;
  readonly translate: Translate | null;
  readonly convert: Convert;
}

function compileSource({ path, formula, value }: FieldOptions): Outcome<Source> {
  if (value !== undefined) return accept(() => accept(value));
  if (path !== undefined) {
    const read = compilePath(path);
    return read.ok ? accept((scope, root) => accept(read.value(scope, root))) : read;
  }
  const compiled = compileFormula(formula ?? '');
  if (!compiled.ok) return compiled;
  const { evaluate } = compiled.value;
  return accept((scope, root) => {
    const result = evaluate(scopeOf(scope), scopeOf(root));
    return result.ok && result.value instanceof Exact ? accept(exactToText(result.value)) : result;
  });
}

/** A scope for formulas: an element that is no object has no names. */
export function scopeOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function readField(field: Field, scope: unknown, mapping: Mapping): FieldValue {
  const found = field.source(scope, mapping.root);
  if (!found.ok) return report(field, found.refusal, mapping);
  if (isAbsent(found.value)) return readDefault(field, mapping);
  if (field.options.formula !== undefined) remember(field, mapping, 'formula', field.options.formula);
  const translated = field.translate === null ? found : field.translate(found.value, mapping);
  if (!translated.ok) return report(field, translated.refusal, mapping);
  const value = field.convert(translated.value, mapping.currency);
  return value.ok ? value.value : report(field, value.refusal, mapping);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function readDefault(field: Field, mapping: Mapping): FieldValue {
  const { default: fallback, required } = field.options;
  if (fallback === undefined) {
    const missing = { code: 'field_missing', params: { path: placeOf(field) } };
    return required === true ? report(field, missing, mapping) : null;
  }
  remember(field, mapping, 'default', fallback);
  const value = field.convert(fallback, mapping.currency);
  return value.ok ? value.value : report(field, value.refusal, mapping);
}

function remember({ name }: Field, mapping: Mapping, by: 'formula' | 'default', source: string): void {
  mapping.provenance.push({ field: mapping.prefix + name, by, name: source, rule: '', confidence: 1 });
}

function report(field: Field, { code, params }: Refusal, mapping: Mapping): null {
  const at = mapping.place + mapping.prefix + field.name;
  mapping.findings.push({
    code,
    level: 1,
    effect: 'block',
    at,
    params: { source: placeOf(field), ...params },
  });
  return null;
}

/** What the mapping reads, as the user wrote it: their place of the trouble. */
function placeOf({ options: { path, formula, value } }: Field): string {
  return (path ?? formula ?? value ?? '').slice(0, 80);
}

type Translate = (raw: unknown, mapping: Mapping) => Outcome<string>;

/** Their word to ours: first the words written in the mapping, then the crosswalk. Null when neither is asked for. */
function compileTranslation(name: string, options: FieldOptions): Translate | null {
  const words = options.enum === undefined ? null : new Map(Object.entries(options.enum));
  const { crosswalk } = options;
  if (words === null && crosswalk === undefined) return null;
  return (raw, mapping) => {
    const text = textOfRaw(raw);
    const from = text.ok ? text.value.trim() : '';
    const word = words === null ? text : translateWord(words, from);
    if (!text.ok || !word.ok || crosswalk === undefined) return text.ok ? word : text;
    return lookUp(crosswalk, words === null ? from : word.value, name, mapping);
  };
}

function translateWord(words: ReadonlyMap<string, string>, from: string): Outcome<string> {
  const to = words.get(from) ?? words.get('*');
  if (to !== undefined) return accept(to);
  return refuse({
    code: 'enum_unknown',
    params: { text: excerptOf(from), allowed: [...words.keys()].join(', ') },
  });
}

function lookUp(crosswalk: string, from: string, field: string, mapping: Mapping): Outcome<string> {
  const found = mapping.lookUpCrosswalk(crosswalk, from);
  if (found === null)
    return refuse({ code: 'crosswalk_missing', params: { crosswalk, text: excerptOf(from) } });
  mapping.provenance.push({
    field: mapping.prefix + field,
    by: 'crosswalk',
    name: crosswalk,
    rule: from,
    confidence: found.confidence,
  });
  return accept(found.to);
}
