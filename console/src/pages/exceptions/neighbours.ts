/** Which exception stands before and after one in the list it was opened from. Pure. */

export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
}

/** @example neighboursOf(['7', '5', '3'], '5') // { previous: '7', next: '3' } */
export function neighboursOf(ids: readonly string[], id: string): Neighbours {
  const at = ids.indexOf(id);
  if (at < 0) return { previous: null, next: null };
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}
