import Type from 'typebox';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Direction, PageMark } from '#storage/conditions.ts';

/** A `sort` parameter: one of these names, with `-` before it from the largest to the smallest. */
export function sortBy<Name extends string>(names: readonly Name[]) {
  const literals = names.flatMap((name) => [Type.Literal(name), Type.Literal(`-${name}`)]);
  const description = '`-` first: from the largest to the smallest';
  return Type.Optional(Type.Unsafe<Name | `-${Name}`>(Type.Union(literals, { description })));
}

export interface Sorting<Name> {
  readonly sort: Name;
  readonly direction: Direction;
}

export function sortingOf<Name extends string>(
  sort: Name | `-${Name}` | undefined,
  { names, standard }: { names: readonly Name[]; standard: Sorting<Name> },
): Sorting<Name> {
  const name = names.find((one) => sort === one || sort === `-${one}`);
  if (name === undefined || sort === undefined) return standard;
  return { sort: name, direction: sort === name ? 'asc' : 'desc' };
}

const DEFAULT_LIMIT = 100;

/** `after` as a mark, and the limit. */
export function markedPage({ after, limit = DEFAULT_LIMIT }: { after?: string; limit?: number }): {
  readonly limit: number;
  readonly after?: PageMark;
} {
  return after === undefined ? { limit } : { limit, after: markOf(after) };
}

/** A mark for an address: opaque to whoever carries it. */
export function markText({ value, id }: PageMark): string {
  return Buffer.from(JSON.stringify([value, String(id)])).toString('base64url');
}

function markOf(text: string): PageMark {
  const [value, id] = parts(text);
  if (value === undefined || id === undefined || !/^\d{1,18}$/.test(id)) throw invalid();
  return { value, id: BigInt(id) };
}

function parts(text: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(read) && read.every((part) => typeof part === 'string') ? read : [];
  } catch {
    return [];
  }
}

function invalid(): RefusalError {
  return new RefusalError({ code: 'cursor_invalid', at: 'query.after' });
}
