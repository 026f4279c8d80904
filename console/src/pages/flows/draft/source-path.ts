/**
 * Places of a record as steps. A name, or null for "each element of the list": `items[].sku` is ['items', null, 'sku'].
 * Mappings write paths from where they stand (`sku` inside `items`, `$.shop` for the record); these functions go both ways.
 */
export type SourcePath = readonly (string | null)[];

const STEP = /([^.[\]]+)|\[(\d*)\]|\["([^"]+)"\]/y;

/** The steps of a path of a mapping or of a place's own name; null where it is not a path. */
export function readPath(text: string): SourcePath | null {
  const steps: (string | null)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    if (steps.length > 0 && text.charAt(STEP.lastIndex) === '.') STEP.lastIndex += 1;
    const match = STEP.exec(text);
    if (match === null) return null;
    steps.push(match[1] ?? match[3] ?? null);
  }
  return steps.length === 0 ? null : steps;
}

/** The name of a place, the same however it is reached. @example nameOf(['items', null, 'sku']) // 'items[].sku' */
export function nameOf(path: SourcePath): string {
  return written(path, '[]');
}

/** The place that a mapping's path means, seen from `base` (the item of `each` or of `lines`). */
export function absolute(text: string, base: SourcePath): SourcePath | null {
  const steps = readPath(text);
  if (steps === null) return null;
  return steps[0] === '$' ? steps.slice(1) : [...base, ...steps];
}

/** How a mapping that stands at `base` writes a place; null for the item itself. Of another list, its first element. */
export function relative(path: SourcePath, base: SourcePath): string | null {
  const isInside = base.every((step, i) => path[i] === step);
  const rest = isInside ? path.slice(base.length) : path;
  if (rest.length === 0 || rest[0] === null) return null;
  return isInside ? written(rest, '[0]') : `$.${written(rest, '[0]')}`;
}

/** The innermost list a place is in, beyond `base`; null where it is in none. */
export function listOf(path: SourcePath, base: SourcePath): SourcePath | null {
  const last = path.lastIndexOf(null);
  const list = last < 0 ? [] : path.slice(0, last + 1);
  return list.length > base.length ? list : null;
}

function written(path: SourcePath, element: string): string {
  return path.reduce<string>((text, step) => {
    if (step === null) return text + element;
    if (/[.[\]]/.test(step)) return `${text}["${step}"]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
