import type { Cursor } from './connector.ts';

/**
 * One pass over everything that changed since a mark. Its state is the cursor, so that it goes on after a restart.
 * Marks are texts that sort as what they mean: ISO instants in UTC, or whatever `later` can compare.
 */
export interface Scan {
  /** What this pass asks from. */
  readonly since: string | null;
  /** The latest mark seen in this pass. */
  readonly highest: string | null;
  /** When the other side answered the first page of this pass, by its own clock. */
  readonly startedAt: string | null;
  /** The page to read next; null is the first. */
  readonly position: string | null;
}

export interface ScanPage {
  readonly highest: string | null;
  readonly answeredAt: Date;
  readonly position: string | null;
}

/** The pass that a stored cursor stands for. */
export function resumeScan(cursor: Cursor): Scan {
  const text = (name: string): string | null => {
    const value = cursor?.[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    since: text('since'),
    highest: text('highest'),
    startedAt: text('startedAt'),
    position: text('position'),
  };
}

/** The same pass from its first page, because the other side no longer knows our position. */
export function restartScan({ since }: Scan): Scan {
  return { since, highest: null, startedAt: null, position: null };
}

/**
 * The pass after one more page. `since` moves only when the last page is read, because pages come in any order;
 * and never beyond the start of the pass, because what changed while we read may have changed on a page we had passed.
 */
export function advanceScan(
  scan: Scan,
  page: ScanPage,
  marks: {
    readonly areInstants: boolean;
    readonly later: (a: string | null, b: string | null) => string | null;
  },
): Scan {
  const highest = marks.later(scan.highest, page.highest);
  const startedAt = scan.startedAt ?? page.answeredAt.toISOString();
  if (page.position !== null) return { since: scan.since, highest, startedAt, position: page.position };
  const reached = highest !== null && marks.areInstants && highest > startedAt ? startedAt : highest;
  return { since: marks.later(scan.since, reached), highest: null, startedAt: null, position: null };
}

/** The later of two ISO instants in UTC. */
export function laterInstant(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
