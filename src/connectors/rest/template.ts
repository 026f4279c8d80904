import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';

/** Name → value; null is "not there", and what would hold it is left out. */
export type Scope = Readonly<Record<string, string | null>>;

const PLACE = /\{([A-Za-z][\w.-]*)\}/g;

/** The text with every `{name}` replaced, or null when one of them has no value. */
export function fillText(template: string, scope: Scope): string | null {
  let complete = true;
  const text = template.replace(PLACE, (_, name: string) => {
    const value = scope[name] ?? null;
    if (value === null) complete = false;
    return value ?? '';
  });
  return complete ? text : null;
}

/**
 * A URL path in which every value is one escaped segment part. A value that is missing, empty or only dots is refused:
 * it would address another resource than the one configured.
 */
export function fillPath(template: string, scope: Scope): Outcome<string> {
  for (const [, name = ''] of template.matchAll(PLACE)) {
    const value = scope[name] ?? '';
    if (/^\.*$/.test(value))
      return refuse({ code: 'rest_path_value', at: name, params: { template, value } });
  }
  return accept(template.replace(PLACE, (_, name: string) => encodeURIComponent(scope[name] ?? '')));
}

/** Query parameters; one whose value is not there is left out. */
export function fillQuery(query: Readonly<Record<string, string>>, scope: Scope): [string, string][] {
  return Object.entries(query).flatMap(([name, template]): [string, string][] => {
    const value = fillText(template, scope);
    return value === null ? [] : [[name, value]];
  });
}

/** Lists that a body can repeat something for, e.g. `lines` of a voucher. */
export type Lists = Readonly<Record<string, readonly Scope[]>>;

/**
 * JSON text from a template of the same shape. Values can only become the inside of a JSON text, never structure.
 * `{"$number": "{debit}"}` writes a number with exactly its digits; `{"$each": "lines", "$item": …}` repeats an item.
 * A member whose value is not there is left out.
 */
export function fillJson(template: unknown, scope: Scope, lists: Lists = {}): string {
  return render(template, scope, lists) ?? 'null';
}

function render(template: unknown, scope: Scope, lists: Lists): string | null {
  if (typeof template === 'string') return quoted(fillText(template, scope));
  if (Array.isArray(template)) {
    return `[${template.map((item) => render(item, scope, lists) ?? 'null').join(',')}]`;
  }
  if (typeof template !== 'object' || template === null) return JSON.stringify(template) ?? null;
  const members = Object.entries(template);
  const special = new Map(members);
  if (special.has('$number')) return number(fillText(String(special.get('$number')), scope));
  const list = special.get('$each');
  if (typeof list === 'string') {
    const item: unknown = special.get('$item');
    const items = (lists[list] ?? []).map((entry) => render(item, { ...scope, ...entry }, lists) ?? 'null');
    return `[${items.join(',')}]`;
  }
  return `{${members.flatMap(([key, value]) => member(key, render(value, scope, lists))).join(',')}}`;
}

function member(key: string, value: string | null): string[] {
  return value === null ? [] : [`${JSON.stringify(key)}:${value}`];
}

function quoted(text: string | null): string | null {
  return text === null ? null : JSON.stringify(text);
}

function number(text: string | null): string | null {
  return text !== null && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : quoted(text);
}

/** Every name that a template of any shape asks for. */
export function placesIn(template: unknown): string[] {
  if (typeof template === 'string') return [...template.matchAll(PLACE)].map(([, name = '']) => name);
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(placesIn);
}
