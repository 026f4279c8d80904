import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Trouble } from './answer.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

const ERRORS_MAX = 50;

/** A function that turns what came in into what the schema says, or into everything that is wrong with it. */
export function parserOf<Schema extends TSchema>(
  schema: Schema | undefined,
  { at, convert }: { readonly at: 'path' | 'query' | 'body'; readonly convert: boolean },
): (input: unknown) => Parsed<Static<Schema>> {
  const validator = schema && Compile(schema);
  const fits = (value: unknown): value is Static<Schema> => validator === undefined || validator.Check(value);
  return (input) => {
    const unkept = validator && unkeptAt(input, at);
    if (unkept) return { ok: false, trouble: unkeptTrouble(at, unkept) };
    // What fits as it is, is the rule on the hot path; converting costs ten times as much.
    if (fits(input)) return { ok: true, value: input };
    // Texts of an address become numbers and booleans; a body has its own types.
    const value = validator && convert ? validator.Convert(input) : input;
    if (fits(value)) return { ok: true, value };
    const errors = validator?.Errors(value) ?? [];
    const findings = joinChoices(errors)
      .slice(0, ERRORS_MAX)
      .flatMap((error) => findingOf(at, error));
    return { ok: false, trouble: { code: 'request_invalid', at, findings } };
  };
}

/** Where a text stands that no database keeps: one with NUL, or with half a surrogate pair. Null: nowhere. */
function unkeptAt(value: unknown, at: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? at : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = unkeptAt(name, at) ?? unkeptAt(part, `${at}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

function unkeptTrouble(root: 'path' | 'query' | 'body', at: string): Trouble {
  const why = 'must be text without U+0000 and without half surrogate pairs';
  return { code: 'request_invalid', at: root, findings: [{ code: 'value_invalid', at, params: { why } }] };
}

type SchemaError = {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message: string;
  readonly params: object;
};

/** A choice is a union of constants, and misses each of them: told as one error that names them all. */
function joinChoices(errors: readonly SchemaError[]): SchemaError[] {
  const choices = Map.groupBy(
    errors.filter(({ keyword }) => keyword === 'const'),
    ({ instancePath }) => instancePath,
  );
  const joined = [...choices].map(([instancePath, missed]) => {
    const allowed = missed.map(({ params }) => ('allowedValue' in params ? String(params.allowedValue) : ''));
    return { keyword: 'enum', instancePath, message: `must be one of ${allowed.join(', ')}`, params: {} };
  });
  const others = errors.filter(
    ({ keyword, instancePath }) => keyword !== 'const' && !(keyword === 'anyOf' && choices.has(instancePath)),
  );
  return [...joined, ...others];
}

function findingOf(
  root: string,
  { keyword, instancePath, message }: SchemaError,
): NonNullable<Trouble['findings']> {
  // An unknown member is reported twice: by itself, and by the object it is in.
  if (keyword === 'additionalProperties') return [];
  const why = keyword === 'boolean' ? 'not a known name' : message;
  const at = `${root}${instancePath.replace(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.')}`;
  return [{ code: 'value_invalid', at, params: { why } }];
}
