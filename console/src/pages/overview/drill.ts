/** From a figure to what it counts. */

const API = '/api/v1';

/** The console's page for a list of the API: the same path and the same filters. */
export function pageOf(list: string): string {
  return list.startsWith(API) ? list.slice(API.length) : list;
}

/** The same list for one step of the time: `from` inclusive, `to` not. */
export function withinStep(
  list: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const [path = '', query = ''] = pageOf(list).split('?');
  const search = new URLSearchParams(query);
  for (const name of [...search.keys()]) {
    if (name.endsWith('From')) search.set(name, from);
    if (name.endsWith('To')) search.set(name, to);
  }
  return `${path}?${search}`;
}
