import { nameOf, type SourcePath } from './source-path.ts';

type SampleType = 'text' | 'number' | 'date' | 'bool' | 'list' | 'object' | 'empty';

/** One place found in samples: what it holds, an example, and what is below it. */
export interface SampleField {
  readonly path: SourcePath;
  /** `items[].sku` */
  readonly name: string;
  /** The last step as it stands in the record. */
  readonly label: string;
  readonly depth: number;
  readonly type: SampleType;
  /** The first value that is not empty, as text; '' for lists and objects. */
  readonly example: string;
  readonly isLeaf: boolean;
}

const DEPTH_MAX = 8;
const FIELDS_MAX = 600;
const ELEMENTS_MAX = 20;
const EXAMPLE_LENGTH_MAX = 60;

/** Every place of these records, parents before what is below them, in the order in which they are found. */
export function discoverFields(samples: readonly unknown[]): SampleField[] {
  const fields: SampleField[] = [];
  descend({ path: [], values: samples, depth: 0 }, fields);
  return fields;
}

/** The value at a place of one record, the first where it is inside a list; undefined where there is none. */
export function exampleAt(sample: unknown, path: SourcePath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (step === null) return Array.isArray(value) ? value[0] : undefined;
    return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, sample);
}

/** A value of a record as one short line. */
export function showExample(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return '';
  const text = String(value);
  return text.length > EXAMPLE_LENGTH_MAX ? `${text.slice(0, EXAMPLE_LENGTH_MAX)}…` : text;
}

interface Place {
  readonly path: SourcePath;
  /** What stands there in all samples. */
  readonly values: readonly unknown[];
  readonly depth: number;
}

function descend({ path, values, depth }: Place, fields: SampleField[]): void {
  if (depth >= DEPTH_MAX) return;
  const objects = values.filter(isObject);
  for (const key of new Set(objects.flatMap((object) => Object.keys(object)))) {
    if (fields.length >= FIELDS_MAX) return;
    const below = objects.flatMap((object) => (Object.hasOwn(object, key) ? [object[key]] : []));
    addField({ path: [...path, key], values: below, depth }, fields);
  }
}

function addField({ path, values, depth }: Place, fields: SampleField[]): void {
  const type = typeOf(values);
  const example = values.map(showExample).find((text) => text !== '') ?? '';
  const isLeaf = type !== 'object' && type !== 'list';
  fields.push({ path, name: nameOf(path), label: path.at(-1) ?? '', depth, type, example, isLeaf });
  if (type === 'object') descend({ path, values, depth: depth + 1 }, fields);
  if (type !== 'list') return;
  const elements = values.flatMap((value) => (Array.isArray(value) ? value.slice(0, ELEMENTS_MAX) : []));
  descend({ path: [...path, null], values: elements, depth: depth + 1 }, fields);
}

function typeOf(values: readonly unknown[]): SampleType {
  const value = values.find((one) => one !== null && one !== undefined && one !== '');
  if (value === undefined) return 'empty';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'number';
  return textType(String(value));
}

function textType(text: string): SampleType {
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(text)) return 'date';
  return /^-?\d{1,15}(\.\d+)?$/.test(text) && !/^0\d/.test(text) ? 'number' : 'text';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
