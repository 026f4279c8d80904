/** A pair as the hub keeps it. */
export interface SavedPair {
  readonly from: string;
  readonly to: string;
  readonly confidence?: number;
  readonly confirmedBy?: string | null;
}

/** A pair that somebody adds. */
export interface AddedRow {
  readonly id: number;
  readonly from: string;
  readonly to: string;
}

/** What somebody wants otherwise, whichever part of a long crosswalk is on the screen. */
export interface Edits {
  readonly added: readonly AddedRow[];
  /** Their code → our new code, of pairs that are kept already. */
  readonly changed: ReadonlyMap<string, string>;
}

/** What is the matter with an added row. `replaces`: whether the code is kept already is not known here. */
export type RowState = 'same' | 'added' | 'replaces' | 'changed' | 'duplicate' | 'incomplete' | 'blank';

export interface Known {
  /** Their code → our code, as far as they were loaded. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly isWhole: boolean;
}

export const NO_EDITS: Edits = { added: [], changed: new Map() };

/** The state of each added row, by its id. Of rows with one code the last counts, as when they are saved. */
export function statesOf(rows: readonly AddedRow[], known: Known): ReadonlyMap<number, RowState> {
  const last = new Map(rows.map(({ from, id }) => [from.trim(), id]));
  return new Map(rows.map((row) => [row.id, stateOf(row, last.get(row.from.trim()) === row.id, known)]));
}

function stateOf({ from, to }: AddedRow, isLast: boolean, { pairs, isWhole }: Known): RowState {
  const [theirs, ours] = [from.trim(), to.trim()];
  if (theirs === '' && ours === '') return 'blank';
  if (theirs === '' || ours === '') return 'incomplete';
  if (!isLast) return 'duplicate';
  const before = pairs.get(theirs);
  if (before === undefined) return isWhole ? 'added' : 'replaces';
  return before === ours ? 'same' : 'changed';
}

/** What there is to save: the changed pairs, then the added ones, which count where both say something of a code. */
export function pairsToSave(edits: Edits, known: Known): { readonly from: string; readonly to: string }[] {
  const states = statesOf(edits.added, known);
  const wanted = new Set<RowState | undefined>(['added', 'replaces', 'changed']);
  const changed = [...edits.changed].filter(
    ([from, to]) => to.trim() !== '' && known.pairs.get(from) !== to.trim(),
  );
  const added = edits.added.filter(({ id }) => wanted.has(states.get(id)));
  const pairs = [...changed, ...added.map(({ from, to }) => [from, to] as const)];
  return [...new Map(pairs.map(([from, to]) => [from.trim(), to.trim()]))].map(([from, to]) => ({
    from,
    to,
  }));
}

/** With one more row. */
export function withAdded(edits: Edits, from: string, to = ''): Edits {
  const id = Math.max(0, ...edits.added.map((row) => row.id)) + 1;
  return { ...edits, added: [...edits.added, { id, from, to }] };
}

/** Added rows with a pasted block put in from a row on: two columns, theirs and ours; one goes where it was pasted. */
export function withPastedRows(
  rows: readonly AddedRow[],
  { at, column }: { readonly at: number; readonly column: 'from' | 'to' },
  cells: readonly (readonly string[])[],
): AddedRow[] {
  const next = rows.map((row) => ({ ...row }));
  let id = Math.max(0, ...rows.map((row) => row.id));
  for (const [i, given] of cells.entries()) {
    id += 1;
    const row = next[at + i] ?? { id, from: '', to: '' };
    const [first = '', second] = given;
    if (second === undefined) next[at + i] = { ...row, [column]: first };
    else next[at + i] = { ...row, from: first, to: second };
  }
  return next;
}

/** A block pasted over pairs that are kept: two columns are added, one column is what the pairs from there on become. */
export function pastedOver(
  edits: Edits,
  below: readonly SavedPair[],
  cells: readonly (readonly string[])[],
): Edits {
  if (cells.some((given) => given.length > 1))
    return {
      ...edits,
      added: withPastedRows(edits.added, { at: edits.added.length, column: 'from' }, cells),
    };
  const pasted = below.slice(0, cells.length).map(({ from }, i) => [from, cells[i]?.[0] ?? ''] as const);
  return { ...edits, changed: new Map([...edits.changed, ...pasted]) };
}
