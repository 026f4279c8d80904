/** What the values at a place look like. `amount`, `date` and `datetime` are texts or numbers that read as such. */
export type SeenType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'list' | 'empty';

/** A place where records have a value: what the left side of a mapping is made of. */
export interface DiscoveredField {
  /** As a mapping reads it, from the record or from the element of the list it stands in. */
  readonly path: string;
  readonly type: SeenType;
  /** Different values, as text, the first few. */
  readonly examples: readonly string[];
  /** In how many of the records (or elements) there is a value. */
  readonly seen: number;
  /** How many different values there are among those seen. */
  readonly distinct: number;
  /** Of a list of objects: what its elements have. */
  readonly fields?: readonly DiscoveredField[];
}

const DEPTH_MAX = 6;
const FIELDS_MAX = 400;
const EXAMPLES_MAX = 3;
const EXAMPLE_LENGTH_MAX = 80;
const ELEMENTS_MAX = 200;

/** Every place of these records that holds a value, in the order in which they are first met. */
export function discoverFields(records: readonly unknown[]): DiscoveredField[] {
  const places = new Map<string, unknown[]>();
  for (const record of records) collect(record, '', { places, depth: 0 });
  return [...places].map(([path, values]) => fieldOf(path, values));
}

interface Collecting {
  readonly places: Map<string, unknown[]>;
  readonly depth: number;
}

function collect(value: unknown, path: string, { places, depth }: Collecting): void {
  if (!isObject(value)) {
    const known = places.get(path);
    if (known) known.push(value);
    else if (path !== '' && places.size < FIELDS_MAX) places.set(path, [value]);
    return;
  }
  if (depth >= DEPTH_MAX) return;
  for (const [name, member] of Object.entries(value)) {
    collect(member, joined(path, name), { places, depth: depth + 1 });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name with signs of its own is quoted, as mappings write it. */
function joined(path: string, name: string): string {
  if (/[.[\]]/.test(name)) return `${path}["${name}"]`;
  return path === '' ? name : `${path}.${name}`;
}

function fieldOf(path: string, values: readonly unknown[]): DiscoveredField {
  const lists = values.filter((value) => Array.isArray(value));
  if (lists.length > 0) return listOf(path, lists);
  const texts = values.filter(isPresent).map(String);
  const distinct = [...new Set(texts)];
  return {
    path,
    type: typeOf(values.filter(isPresent)),
    examples: distinct.slice(0, EXAMPLES_MAX).map((text) => text.slice(0, EXAMPLE_LENGTH_MAX)),
    seen: texts.length,
    distinct: distinct.length,
  };
}

function listOf(path: string, lists: readonly (readonly unknown[])[]): DiscoveredField {
  const elements = lists.flat().slice(0, ELEMENTS_MAX);
  const fields = discoverFields(elements.filter(isObject));
  const scalars = elements.filter((element) => !isObject(element) && isPresent(element)).map(String);
  return {
    path,
    type: 'list',
    examples: [...new Set(scalars)].slice(0, EXAMPLES_MAX),
    seen: lists.filter((list) => list.length > 0).length,
    distinct: new Set(scalars).size,
    ...(fields.length > 0 ? { fields } : {}),
  };
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}

const DATE = /^\d{4}([-/.])\d{1,2}\1\d{1,2}$|^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const DATETIME = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}[T ]\d{1,2}:\d{2}/;
const INTEGER = /^-?\d{1,18}$/;
const NUMBER = /^-?(\d{1,15}|\d{1,3}(,\d{3})+)(\.\d+)?%?$/;

function typeOf(values: readonly unknown[]): SeenType {
  if (values.length === 0) return 'empty';
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  const texts = values.map(String);
  const all = (pattern: RegExp) => texts.every((text) => pattern.test(text.trim()));
  if (all(DATETIME)) return 'datetime';
  if (all(DATE)) return 'date';
  if (all(INTEGER)) return 'integer';
  return all(NUMBER) ? 'number' : 'text';
}
