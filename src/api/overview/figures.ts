import { percentileMs } from '#core/figures/latency.ts';
import type { Measure } from '#storage/counting.ts';
import type { FigureRow, Grain } from '#storage/overview.ts';

const COUNTED = {
  received: 'received',
  posted: 'posted',
  held: 'held',
  ignored: 'ignored',
  delivered: 'delivered',
  writtenBack: 'written-back',
  stopped: 'stopped',
} as const satisfies Readonly<Record<string, Measure>>;

export type Counted = keyof typeof COUNTED;
export type Counts = Readonly<Record<Counted, number>>;
export const COUNTED_NAMES: readonly Counted[] = Object.keys(COUNTED).filter(
  (name): name is Counted => name in COUNTED,
);

export function measureOf(name: Counted): (typeof COUNTED)[Counted] {
  return COUNTED[name];
}

/** How many of each thing these rows count. */
export function countsOf(rows: readonly FigureRow[]): Counts {
  const of = (measure: Measure) =>
    rows.reduce((sum, row) => (row.measure === measure ? sum + row.n : sum), 0);
  return {
    received: of('received'),
    posted: of('posted'),
    held: of('held'),
    ignored: of('ignored'),
    delivered: of('delivered'),
    writtenBack: of('written-back'),
    stopped: of('stopped'),
  };
}

/** Posted of all that was decided; null where nothing was. */
export function successRate({ posted, held }: Counts): number | null {
  return posted + held === 0 ? null : posted / (posted + held);
}

export function latencyOf(rows: readonly FigureRow[], measure: 'posted-after' | 'delivered-after') {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.measure !== measure || row.detail === null) continue;
    counts.set(row.detail, (counts.get(row.detail) ?? 0) + row.n);
  }
  const count = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return { count, p50Ms: percentileMs(counts, 0.5), p95Ms: percentileMs(counts, 0.95) };
}

const STEP_MS: Readonly<Record<Grain, number>> = { hour: 3_600_000, day: 86_400_000 };

/** One entry per step of the time, in order. Days in China all have 24 hours. */
export function seriesOf(
  rows: readonly FigureRow[],
  { from, to, grain }: { from: Date; to: Date; grain: Grain },
): ({ readonly at: string } & Counts)[] {
  const byStep = Map.groupBy(rows, (row) => row.at?.getTime() ?? 0);
  const series: ({ readonly at: string } & Counts)[] = [];
  for (let atMs = from.getTime(); atMs < to.getTime(); atMs += STEP_MS[grain]) {
    series.push({ at: new Date(atMs).toISOString(), ...countsOf(byStep.get(atMs) ?? []) });
  }
  return series;
}

/** Rows that are grouped over all of the time, by step, and by place. */
export function splitRows(rows: readonly FigureRow[]) {
  return {
    total: rows.filter((row) => row.at === null && row.detail !== null),
    steps: rows.filter((row) => row.at !== null),
    places: rows.filter((row) => row.at === null && row.detail === null),
  };
}
