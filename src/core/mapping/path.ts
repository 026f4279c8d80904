import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';

/** Reads one place of a record: `scope` is where the path starts, `root` what `$` means. Undefined where there is nothing. */
export type Path = (scope: unknown, root: unknown) => unknown;

const SEGMENT = /([^.[\]]+)|\[(\d{1,6})\]|\["([^"]+)"\]/y;
const LENGTH_MAX = 300;
/** Names by which an object reaches its prototype. No record of ours needs them. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The reader of a dotted path: `customer.id`, `lines[0].sku`, `["Net (CNY)"]`, `$.shop` for the record itself.
 * Only a value's own members are read, so no path reaches into prototypes.
 */
export function compilePath(text: string): Outcome<Path> {
  const keys = splitPath(text);
  if (keys === null) return refuse({ code: 'path_invalid', params: { path: text.slice(0, 80) } });
  const fromRoot = keys[0] === '$';
  const steps = fromRoot ? keys.slice(1) : keys;
  const [first, second] = steps;
  if (fromRoot) return accept((_scope, root) => follow(root, steps));
  if (first !== undefined && steps.length === 1) return accept((scope) => member(scope, first));
  if (first !== undefined && second !== undefined && steps.length === 2) {
    return accept((scope) => member(member(scope, first), second));
  }
  return accept((scope) => follow(scope, steps));
}

type Key = string | number;

/** The keys of a path in their order, or null when it is not a path. */
function splitPath(text: string): Key[] | null {
  if (text === '' || text.length > LENGTH_MAX) return null;
  const keys: Key[] = [];
  SEGMENT.lastIndex = 0;
  while (SEGMENT.lastIndex < text.length) {
    if (keys.length > 0 && text.charAt(SEGMENT.lastIndex) === '.') SEGMENT.lastIndex += 1;
    else if (keys.length > 0 && text.charAt(SEGMENT.lastIndex) !== '[') return null;
    const match = SEGMENT.exec(text);
    if (match === null) return null;
    const name = match[1] ?? match[3];
    if (name !== undefined && FORBIDDEN.has(name)) return null;
    keys.push(name ?? Number(match[2]));
  }
  return text.endsWith('.') ? null : keys;
}

function follow(start: unknown, keys: readonly Key[]): unknown {
  let value = start;
  for (const key of keys) {
    if (value === null || value === undefined) return undefined;
    value = member(value, key);
  }
  return value;
}

function member(value: unknown, key: Key): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined;
  if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
  return value[key];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
