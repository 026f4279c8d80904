import type { Refusal } from '#core/trouble/trouble.ts';

/** Says whether a value read from YAML has the shape of T; every fault goes to `problems` with its place. */
export type Guard<T> = (value: unknown, at: string, problems: Refusal[]) => value is T;

/** A member of an object. */
export interface Member<T> {
  readonly guard: Guard<T>;
  readonly required: boolean;
}

export function required<T>(guard: Guard<T>): Member<T> {
  return { guard, required: true };
}

export function optional<T>(guard: Guard<T>): Member<T> {
  return { guard, required: false };
}

/** A text. A number is refused rather than turned into one: YAML has already lost the zeros of `0010`. */
export function text(
  options: { readonly lengthMax?: number; readonly pattern?: RegExp } = {},
): Guard<string> {
  const { lengthMax = 500, pattern } = options;
  return (value, at, problems): value is string => {
    if (typeof value !== 'string') return fail(problems, 'flow_text_expected', at, { found: shown(value) });
    if (value.length > lengthMax)
      return fail(problems, 'flow_text_too_long', at, { lengthMax: `${lengthMax}` });
    if (pattern === undefined || pattern.test(value)) return true;
    return fail(problems, 'flow_name_invalid', at, { found: shown(value), pattern: pattern.source });
  };
}

export function oneOf<const T extends string | number>(allowed: readonly T[]): Guard<T> {
  return (value, at, problems): value is T => {
    if (allowed.some((choice) => choice === value)) return true;
    return fail(problems, 'flow_choice_expected', at, { found: shown(value), allowed: allowed.join(' | ') });
  };
}

export function yesNo(): Guard<boolean> {
  return (value, at, problems): value is boolean =>
    typeof value === 'boolean' ||
    fail(problems, 'flow_choice_expected', at, { found: shown(value), allowed: 'true | false' });
}

export function always(): Guard<true> {
  return (value, at, problems): value is true =>
    value === true || fail(problems, 'flow_choice_expected', at, { found: shown(value), allowed: 'true' });
}

export function count(max: number): Guard<number> {
  return (value, at, problems): value is number => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return true;
    return fail(problems, 'flow_number_expected', at, { found: shown(value), max: `${max}` });
  };
}

/** A cell of a decision table. */
export function cell(): Guard<string | number> {
  return (value, at, problems): value is string | number => {
    if (typeof value === 'string' && value.length <= 500) return true;
    if (typeof value === 'number' && Number.isFinite(value)) return true;
    return fail(problems, 'flow_text_expected', at, { found: shown(value) });
  };
}

export function list<T>(
  guard: Guard<T>,
  { min = 0, max }: { min?: number; max: number },
): Guard<readonly T[]> {
  return (value, at, problems): value is readonly T[] => {
    if (!Array.isArray(value)) return fail(problems, 'flow_list_expected', at, { found: shown(value) });
    if (value.length < min || value.length > max) {
      return fail(problems, 'flow_count_wrong', at, {
        found: `${value.length}`,
        min: `${min}`,
        max: `${max}`,
      });
    }
    // Every element is looked at, also after the first fault.
    return value.map((element: unknown, index) => guard(element, `${at}[${index}]`, problems)).every(Boolean);
  };
}

/** Names chosen by the writer of the flow, each with a value of the same shape. */
export function dictionary<T>(
  guard: Guard<T>,
  { max, name }: { max: number; name: RegExp },
): Guard<Readonly<Record<string, T>>> {
  return (value, at, problems): value is Readonly<Record<string, T>> => {
    if (!isPlainObject(value)) return fail(problems, 'flow_object_expected', at, { found: shown(value) });
    const entries = Object.entries(value);
    if (entries.length > max) {
      return fail(problems, 'flow_count_wrong', at, { found: `${entries.length}`, min: '0', max: `${max}` });
    }
    const checked = entries.map(([key, member]) => {
      const place = at === '' ? key : `${at}.${key}`;
      if (!name.test(key))
        return fail(problems, 'flow_name_invalid', place, { found: shown(key), pattern: name.source });
      return guard(member, place, problems);
    });
    return checked.every(Boolean);
  };
}

/** An object with exactly these members. */
export function object<T extends object>(
  members: {
    readonly [K in keyof T]-?: Member<Exclude<T[K], undefined>>;
  },
): Guard<T> {
  const known: ReadonlyMap<string, Member<unknown>> = new Map(Object.entries(members));
  return (value, at, problems): value is T => {
    if (!isPlainObject(value)) return fail(problems, 'flow_object_expected', at, { found: shown(value) });
    const before = problems.length;
    const prefix = at === '' ? '' : `${at}.`;
    for (const key of Object.keys(value)) {
      if (!known.has(key)) {
        fail(problems, 'flow_key_unknown', prefix + key, {
          key: shown(key),
          allowed: [...known.keys()].join(', '),
        });
      }
    }
    for (const [key, member] of known) {
      if (Object.hasOwn(value, key) && value[key] !== undefined)
        member.guard(value[key], prefix + key, problems);
      else if (member.required) fail(problems, 'flow_key_missing', prefix + key, { key });
    }
    return problems.length === before;
  };
}

/** A text or an object: a short form and a long form of the same thing. */
export function either<A extends string, B extends object>(short: Guard<A>, long: Guard<B>): Guard<A | B> {
  return (value, at, problems): value is A | B =>
    isPlainObject(value) ? long(value, at, problems) : short(value, at, problems);
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fail(problems: Refusal[], code: string, at: string, params: Record<string, string>): false {
  problems.push({ code, at, params });
  return false;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return String(value).slice(0, 60);
}
