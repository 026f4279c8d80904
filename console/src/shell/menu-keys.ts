import type { PageFacts } from './page.ts';

type Place = Pick<PageFacts, 'path' | 'menu' | 'under'>;

/** The entry of the menu under which an address stands: what its page says, else the longest path it begins with. */
export function menuKeysOf(pathname: string, pages: readonly Place[]): string[] {
  const said = pages.find(({ path, under }) => under !== undefined && isAt(pathname, path))?.under;
  if (said !== undefined) return [said];
  const within = pages
    .filter(({ path, menu }) => menu && `${pathname}/`.startsWith(`${path}/`))
    .map(({ path }) => path);
  return within.toSorted((a, b) => b.length - a.length).slice(0, 1);
}

function isAt(pathname: string, path: string): boolean {
  const parts = path.split('/');
  const given = pathname.split('/');
  return parts.length === given.length && parts.every((part, i) => part.startsWith(':') || part === given[i]);
}
