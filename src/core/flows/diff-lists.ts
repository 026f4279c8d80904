/** One step from one list to another. */
export type Difference<Item> =
  | { readonly type: 'same'; readonly before: Item; readonly after: Item; readonly at: number }
  | { readonly type: 'removed'; readonly before: Item }
  | { readonly type: 'added'; readonly after: Item; readonly at: number };

/** Beyond this many cells of the table of comparisons, what differs is told as a whole: removed, then added. */
const CELLS_MAX = 4_000_000;

/** The shortest way from one list to the other: what stays keeps its order, `at` is the place in the second. */
export function diffLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): Difference<Item>[] {
  const a = before.map(keyOf);
  const b = after.map(keyOf);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const same = (i: number, j: number) =>
    ({ type: 'same', before: before[i]!, after: after[j]!, at: j }) as const;
  const head = a.slice(0, start).map((_, i) => same(i, i));
  const tail = a.slice(a.length - end).map((_, i) => same(a.length - end + i, b.length - end + i));
  const steps = middleSteps(a.slice(start, a.length - end), b.slice(start, b.length - end)).map((step) => {
    if (step.type === 'same') return same(start + step.i, start + step.j);
    if (step.type === 'removed') return { type: 'removed', before: before[start + step.i]! } as const;
    return { type: 'added', after: after[start + step.j]!, at: start + step.j } as const;
  });
  return [...head, ...steps, ...tail];
}

type Step =
  | { readonly type: 'same'; readonly i: number; readonly j: number }
  | { readonly type: 'removed'; readonly i: number }
  | { readonly type: 'added'; readonly j: number };

/** Longest common subsequence, by dynamic programming from the end. */
function middleSteps(a: readonly string[], b: readonly string[]): Step[] {
  const removed = (i: number): Step => ({ type: 'removed', i });
  const added = (j: number): Step => ({ type: 'added', j });
  const width = b.length + 1;
  if (a.length * width > CELLS_MAX) return [...a.map((_, i) => removed(i)), ...b.map((_, j) => added(j))];
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [below, right] = [longest[(i + 1) * width + j]!, longest[i * width + j + 1]!];
      longest[i * width + j] = a[i] === b[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(below, right);
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) steps.push({ type: 'same', i: i++, j: j++ });
    else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!))
      steps.push(removed(i++));
    else steps.push(added(j++));
  }
  return steps;
}
