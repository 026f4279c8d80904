import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from './operations.ts';

/** What there is to name, by the name that paths, queries and bodies use. */
export type Known = Readonly<Record<string, readonly string[]>>;

const ITEMS_MAX = 3;
const TEXT_MAX = 60;

/** Values that fit a schema; where a name is of something that is there, it is mostly named. */
export function fitting(schema: Schema, known: Known, name = ''): Arbitrary<unknown> {
  const { anyOf, allOf, enum: values, type } = schema;
  if ('const' in schema) return fc.constant(schema.const);
  if (values) return fc.constantFrom(...values);
  if (anyOf) return fc.oneof(...anyOf.map((one) => fitting(one, known, name)));
  if (allOf)
    return fc
      .tuple(...allOf.map((one) => fitting(one, known, name)))
      .map((parts) => Object.assign({}, ...parts));
  return (MAKERS[type ?? ''] ?? anything)(schema, known, name);
}

type Maker = (schema: Schema, known: Known, name: string) => Arbitrary<unknown>;

const MAKERS: Readonly<Record<string, Maker>> = {
  string: textOf,
  integer: ({ minimum = -10, maximum = 1_000_000 }) => fc.integer({ min: minimum, max: maximum }),
  number: ({ minimum = -10, maximum = 1_000_000 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: ({ items = {}, minItems = 0, maxItems = ITEMS_MAX }, known, name) =>
    fc.array(fitting(items, known, name), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, ITEMS_MAX)),
    }),
  object: objectOf,
};

function anything(): Arbitrary<unknown> {
  return fc.jsonValue({ maxDepth: 3 });
}

/** Texts that look right, and texts that only are of the right form: a day that is none, a number of nothing. */
function textOf({ pattern, minLength = 0, maxLength = TEXT_MAX }: Schema, known: Known, name: string) {
  const length = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, TEXT_MAX)) };
  const formed = pattern
    ? formedAs(pattern).filter((text) => text.length >= minLength && text.length <= maxLength)
    : fc.oneof(fc.string(length), fc.string({ ...length, unit: 'grapheme' }));
  const there = [...(known[name] ?? []), ...(pattern ? (LIKELY[pattern] ?? []) : [])];
  return there.length === 0
    ? formed
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...there) }, { weight: 1, arbitrary: formed });
}

/** fast-check does not look ahead; what that would refuse is sorted out afterwards. */
function formedAs(pattern: string): Arbitrary<string> {
  const whole = new RegExp(pattern);
  return fc
    .stringMatching(new RegExp(pattern.replace(/\(\?=[^)]*\)/, '')))
    .filter((text) => whole.test(text));
}

const LIKELY: Readonly<Record<string, readonly string[]>> = {
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}$': ['2026-01-31', '2026-02-30', '0000-00-00', '9999-12-31', '2026-13-01'],
  '^[0-9]{1,18}$': ['1', '2', '3', '999999999999999999', '000000000000000001'],
  '^[A-Z]{3}$': ['CNY', 'USD', 'JPY', 'XXX'],
  '^-?[0-9]+(\\.[0-9]+)?$': ['0.01', '100.00', `${'9'.repeat(40)}.9`, '-0', `0.${'0'.repeat(40)}1`],
};

function objectOf({ properties = {}, required = [], patternProperties = {} }: Schema, known: Known) {
  const members = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, fitting(schema, known, name)]),
    ),
    { requiredKeys: [...required] },
  );
  const [values] = Object.values(patternProperties);
  if (values === undefined) return members.map((value) => ({ ...value }));
  const more = fc.dictionary(fc.string({ maxLength: 20 }), fitting(values, known), { maxKeys: ITEMS_MAX });
  return fc.tuple(members, more).map(([some, others]) => ({ ...others, ...some }));
}
