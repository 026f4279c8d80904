import { accept, type Outcome, type Refusal, refuse } from '#core/trouble/trouble.ts';
import type { Setting, SettingsSchema } from './settings.ts';

type Fields = Readonly<Record<string, Setting>>;

interface ValueOf {
  text: string;
  url: string;
  secret: string;
  number: number;
  boolean: boolean;
  map: Readonly<Record<string, string>>;
  list: readonly string[];
}

type Filled<Field extends Setting> = Field['type'] extends 'choice'
  ? Field extends { readonly choices: readonly (infer Choice extends string)[] }
    ? Choice
    : string
  : Field['type'] extends keyof ValueOf
    ? ValueOf[Field['type']]
    : never;

/** Always there: it has a default, or it is required whatever the other settings say. */
type IsSure<Field extends Setting> = Field extends { readonly default: unknown }
  ? true
  : Field extends { readonly required: true }
    ? Field extends { readonly when: object }
      ? false
      : true
    : false;

/** The typed settings that a set of fields describes; a setting that may be left empty is null. */
export type SettingsOf<Defined extends Fields> = {
  readonly [Name in keyof Defined]: IsSure<Defined[Name]> extends true
    ? Filled<Defined[Name]>
    : Filled<Defined[Name]> | null;
};

type Entries = Readonly<Record<string, unknown>>;

/**
 * A settings schema from its fields: applies defaults, reads numbers and booleans from text (forms and environment
 * files only know text), drops what is not a setting, and refuses with the name of the first field that is wrong.
 *
 * @example
 * const settings = defineSettings({ baseUrl: { type: 'url', required: true, title } });
 * type Settings = SettingsOf<typeof settings.fields>;
 */
export function defineSettings<const Defined extends Fields>(
  fields: Defined,
  /** A last look at everything together: the refusal of a combination that cannot work, or null. */
  check?: (settings: SettingsOf<Defined>) => Refusal | null,
): SettingsSchema<SettingsOf<Defined>> & { readonly fields: Defined } {
  const isWhole = (entries: Entries): entries is SettingsOf<Defined> & Entries =>
    Object.keys(fields).every((name) => name in entries);
  return {
    fields,
    parse(input): Outcome<SettingsOf<Defined>> {
      const parsed = parseFields(fields, isEntries(input) ? input : {});
      if (!parsed.ok) return parsed;
      if (!isWhole(parsed.value)) throw new Error('bug: a parsed setting is missing');
      const refusal = check?.(parsed.value) ?? null;
      return refusal === null ? accept(parsed.value) : refuse(refusal);
    },
  };
}

function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseFields(fields: Fields, input: Entries): Outcome<Entries> {
  const settings: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = input[name];
    if (given === undefined || given === null || given === '') {
      settings[name] = field.default ?? null;
      continue;
    }
    const value = READERS[field.type](given, field);
    if (!value.ok) return invalid(name, value.why);
    settings[name] = value.value;
  }
  return findMissing(fields, settings) ?? accept(settings);
}

/** A setting is asked for only when the settings it depends on have the values it waits for. */
function findMissing(fields: Fields, settings: Entries): Outcome<never> | null {
  for (const [name, field] of Object.entries(fields)) {
    const asked = Object.entries(field.when ?? {}).every(
      ([other, value]) => String(settings[other]) === value,
    );
    if (field.required && asked && settings[name] === null)
      return refuse({ code: 'setting_missing', at: name });
  }
  return null;
}

function invalid(name: string, why: string): Outcome<never> {
  return refuse({ code: 'setting_invalid', at: name, params: { why } });
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

const good = (value: unknown): Read => ({ ok: true, value });
const bad = (why: string): Read => ({ ok: false, why });

const READERS: Readonly<Record<Setting['type'], (given: unknown, field: Setting) => Read>> = {
  text: readText,
  secret: readText,
  url: readUrl,
  number: readNumber,
  boolean: readBoolean,
  choice: (given, field) =>
    typeof given === 'string' && field.choices?.includes(given)
      ? good(given)
      : bad((field.choices ?? []).join(' | ')),
  map: (given) =>
    isEntries(given) && Object.values(given).every((value) => typeof value === 'string')
      ? good(given)
      : bad('{text: text}'),
  list: readList,
};

function readText(given: unknown): Read {
  if (typeof given === 'number') return good(String(given));
  return typeof given === 'string' ? good(given) : bad('text');
}

function readUrl(given: unknown): Read {
  const fits = typeof given === 'string' && /^https?:\/\//i.test(given) && URL.canParse(given);
  return fits ? good(given) : bad('http(s) URL');
}

function readNumber(given: unknown, { min, max }: Setting): Read {
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (typeof value !== 'number' || !Number.isFinite(value)) return bad('0–9');
  if (min !== undefined && value < min) return bad(`≥ ${min}`);
  if (max !== undefined && value > max) return bad(`≤ ${max}`);
  return good(value);
}

function readBoolean(given: unknown): Read {
  if (given === true || given === 'true') return good(true);
  return given === false || given === 'false' ? good(false) : bad('true | false');
}

function readList(given: unknown): Read {
  if (typeof given === 'string') return good(given.split(',').map((item) => item.trim()));
  return Array.isArray(given) && given.every((item) => typeof item === 'string')
    ? good(given)
    : bad('[text]');
}
