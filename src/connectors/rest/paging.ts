import { itemSlices, scalarAt } from '#connectors/kit/json-slices.ts';
import { pathOf } from './answer.ts';
import type { Resource } from './definition.ts';
import type { Scope } from './template.ts';

/** Where a read stands, as text: a page number, an offset, their cursor, a path. Null is the first page. */
export type Position = string | null;

/** What the query of the page at `position` may name. */
export function pageScope(resource: Resource, position: Position): Scope {
  const { paging, pageSize, firstPage } = resource;
  return {
    size: String(pageSize),
    page: paging === 'page' ? (position ?? String(firstPage)) : null,
    offset: paging === 'offset' ? (position ?? '0') : null,
    cursor: paging === 'cursor' ? position : null,
  };
}

export interface PageSeen {
  readonly text: string;
  readonly itemCount: number;
  /** From a Link header. */
  readonly nextPath: string | null;
}

/**
 * Where the next page is, or null at the end.
 *
 * A short page is not the end: many systems give fewer items than asked for. Only an empty page is, or an
 * answer that says so itself.
 */
export function nextPosition(resource: Resource, position: Position, page: PageSeen): Position {
  if (resource.paging === 'link') return page.nextPath;
  if (resource.paging === 'none' || saysNoMore(resource, page)) return null;
  if (resource.paging === 'cursor') return scalarAt(page.text, pathOf(resource.next ?? ''));
  if (page.itemCount === 0) return null;
  return resource.paging === 'page'
    ? nextPage(resource, position, page)
    : nextOffset(resource, position, page);
}

/** The items of an answer as they were written. Null where there is no list. */
export function itemsOf(resource: Resource, text: string): string[] | null {
  if (text.trim() === '') return [];
  return itemSlices(text, pathOf(resource.items));
}

function saysNoMore({ more }: Resource, { text }: PageSeen): boolean {
  if (more === undefined) return false;
  return ['false', '0', 'N', 'n'].includes(scalarAt(text, pathOf(more)) ?? 'false');
}

function nextPage(resource: Resource, position: Position, { text }: PageSeen): Position {
  const current = Number(position ?? resource.firstPage);
  const pages = numberAt(text, resource.pages);
  const isLast = pages !== null && current - resource.firstPage + 1 >= pages;
  return isLast ? null : String(current + 1);
}

function nextOffset(resource: Resource, position: Position, { text, itemCount }: PageSeen): Position {
  // Never further than we asked: a page with repeated items may be longer than that.
  const next = Number(position ?? 0) + Math.min(itemCount, resource.pageSize);
  const total = numberAt(text, resource.total);
  return total !== null && next >= total ? null : String(next);
}

function numberAt(text: string, path: string | undefined): number | null {
  const value = path === undefined ? null : scalarAt(text, pathOf(path));
  return value !== null && /^\d+$/.test(value) ? Number(value) : null;
}
