const FILTERS = ['action', 'actor', 'subject', 'from', 'to'];

/** Where the browser gets the log as a file, narrowed as the list is. */
export function exportAddress(search: URLSearchParams, format: 'csv' | 'ndjson'): string {
  const asked = new URLSearchParams({ format });
  for (const name of FILTERS) {
    const value = search.get(name);
    if (value) asked.set(name, value);
  }
  return `/api/v1/audit/export?${asked}`;
}
