import type { Schemas } from '#console/api/paths.ts';
import { storedValue } from '#console/state/stored-value.ts';

export type BulkRun = Schemas['DoneToMany']['runs'][number];

/** More would bury what was started last; all of them stand under Runs. */
const KEPT_MAX = 10;

/** The runs that were started with many exceptions, kept while the window is open: one may leave the page and come back. */
const stored = storedValue(
  'tongzhang.bulk-runs',
  (text) => text ?? '[]',
  () => sessionStorage,
);

export function useBulkRuns(): readonly BulkRun[] {
  return JSON.parse(stored.use());
}

export function addBulkRuns(started: readonly BulkRun[]): void {
  const before: readonly BulkRun[] = JSON.parse(stored.get());
  stored.set(JSON.stringify([...started, ...before].slice(0, KEPT_MAX)));
}

export function forgetBulkRuns(): void {
  stored.set('[]');
}
