import type { SampleField } from '#console/pages/flows/draft/sample-fields.ts';
import { nameOf, type SourcePath } from '#console/pages/flows/draft/source-path.ts';

/** So many rows are seen at a glance; of longer records, groups that nothing is taken from begin closed. */
const ROWS_AT_ONCE = 24;

/** Whether a place is inside a group that is closed. */
export function isFolded(path: SourcePath, folded: ReadonlySet<string>): boolean {
  return path.some((_, length) => length > 0 && folded.has(nameOf(path.slice(0, length))));
}

/** The groups that begin closed. */
export function foldedAtFirst(
  fields: readonly SampleField[],
  used: ReadonlySet<string>,
): ReadonlySet<string> {
  if (fields.length <= ROWS_AT_ONCE) return new Set();
  const groups = fields.filter(({ isLeaf }) => !isLeaf).map(({ name }) => name);
  const isUsed = (group: string) =>
    [...used].some((name) => name.startsWith(`${group}.`) || name.startsWith(`${group}[`));
  return new Set(groups.filter((group) => !isUsed(group)));
}
