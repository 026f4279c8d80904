/** What is done to many at once: those that were ticked, or all that the list shows. Pure. */

const NAMES = [
  ...['book', 'flow', 'code', 'assignee', 'search', 'impactMin'],
  ...['connection', 'openedFrom', 'openedTo'],
] as const;

type Filter = Readonly<Record<string, string>> & { readonly effect?: 'block' | 'hold' };

/** Which exceptions are meant, as the hub takes it. */
export type Choice = { readonly ids: string[] } | { readonly filter: Filter };

/** The filter of the list as the address has it; null where it shows exceptions that are closed. */
export function filterOf(search: URLSearchParams): Filter | null {
  const state = search.get('state') ?? 'open';
  if (state !== 'open') return null;
  const effect = search.get('effect');
  return {
    ...Object.fromEntries(
      NAMES.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])),
    ),
    ...(effect === 'block' || effect === 'hold' ? { effect } : {}),
  };
}
