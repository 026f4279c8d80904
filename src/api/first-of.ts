const SHOWN_MAX = 50;

/** What was saved, for the audit log: the first of many. How many they were is told beside it. */
export function firstOf<Value>(
  saved: ReadonlyMap<string, Value>,
  show: (value: Value, key: string) => string,
): { readonly first: readonly string[] } {
  return { first: [...saved].slice(0, SHOWN_MAX).map(([key, value]) => show(value, key)) };
}
