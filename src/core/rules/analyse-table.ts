import { addDays, isCalendarDate } from '#core/calendar/date.ts';
import type { DecisionTable } from '#core/flows/flow.ts';
import { formatDecimal, parseDecimal, powerOfTen } from '#core/money/decimal.ts';
import { type Cell, parseCell } from './cell.ts';

/** Two rules (0-based) that both fit an example but fill in different things; the first one wins. */
export interface Overlap {
  readonly rule: number;
  readonly hiddenBy: number;
  readonly example: readonly string[];
}

/** What somebody who maintains a table wants to know about it. */
export interface TableAnalysis {
  /** Rules that can never win, because earlier ones take everything they fit. */
  readonly unreachable: readonly number[];
  readonly overlaps: readonly Overlap[];
  /** Inputs that no rule fits; `*` stands for any value the column does not name. */
  readonly gaps: readonly (readonly string[])[];
  /** False when the table has too many combinations to look at all; the rest is then unknown. */
  readonly complete: boolean;
}

const COMBINATIONS_MAX = 50_000;
const EXAMPLES_MAX = 20;
const ANYTHING_ELSE = '*';

/**
 * Overlaps and gaps of a decision table.
 *
 * A column only tells values apart where one of its cells does. One sample for each such class (every word, every end of a
 * range and a point beside it, and anything else) therefore stands for all values, and trying all combinations of samples
 * proves what is said about the table.
 */
export function analyseTable(table: DecisionTable): TableAnalysis {
  const rules = table.rules.map((row) => row.slice(0, table.inputs.length).map((raw) => parseCell(raw)));
  const columns = table.inputs.map((_, column) => samplesOf(rules.map((cells) => cells[column] ?? null)));
  const total = columns.reduce((product, samples) => product * samples.length, 1);
  const won = new Set<number>();
  const overlaps = new Map<string, Overlap>();
  const gaps: (readonly string[])[] = [];
  let seen = 0;
  for (const example of combinations(columns)) {
    if (seen >= COMBINATIONS_MAX) break;
    seen += 1;
    const fitting = rules.flatMap((cells, index) => (fits(cells, example) ? [index] : []));
    const [winner] = fitting;
    if (winner === undefined) {
      if (gaps.length < EXAMPLES_MAX) gaps.push(example);
      continue;
    }
    won.add(winner);
    noteOverlaps(table, { winner, fitting, example }, overlaps);
  }
  const complete = seen >= total;
  return {
    unreachable: complete ? rules.flatMap((_, index) => (won.has(index) ? [] : [index])) : [],
    overlaps: [...overlaps.values()],
    gaps,
    complete,
  };
}

/** A catch-all after special cases is how tables are written; only rules that contradict and are not wholly general count. */
function noteOverlaps(
  table: DecisionTable,
  { winner, fitting, example }: { winner: number; fitting: readonly number[]; example: readonly string[] },
  overlaps: Map<string, Overlap>,
): void {
  for (const rule of fitting.slice(1)) {
    const key = `${winner} ${rule}`;
    if (overlaps.size >= EXAMPLES_MAX || overlaps.has(key)) continue;
    if (isCatchAll(table, rule) || outputsOf(table, rule) === outputsOf(table, winner)) continue;
    overlaps.set(key, { rule, hiddenBy: winner, example });
  }
}

function isCatchAll(table: DecisionTable, rule: number): boolean {
  const cells = table.rules[rule]?.slice(0, table.inputs.length) ?? [];
  return cells.every((cell) => parseCell(cell)?.kind === 'any');
}

function outputsOf(table: DecisionTable, rule: number): string {
  return JSON.stringify(table.rules[rule]?.slice(table.inputs.length) ?? []);
}

function fits(cells: readonly (Cell | null)[], example: readonly string[]): boolean {
  return cells.every(
    (cell, column) => cell !== null && (cell.kind === 'any' || cell.test(example[column] ?? null, 0)),
  );
}

function samplesOf(cells: readonly (Cell | null)[]): readonly string[] {
  const samples = new Set<string>();
  for (const cell of cells) {
    if (cell === null || cell.kind === 'any') continue;
    if (cell.kind === 'words') for (const word of cell.words) samples.add(word);
    else for (const sample of cell.samples) for (const near of neighboursOf(sample)) samples.add(near);
  }
  return [...samples, ANYTHING_ELSE];
}

/** The end of a range, and a point on either side of it that is closer than any other end is likely to be. */
function neighboursOf(sample: string): readonly string[] {
  if (isCalendarDate(sample)) return [sample, addDays(sample, -1), addDays(sample, 1)];
  const decimal = parseDecimal(sample);
  if (decimal === null) return [sample];
  const scale = decimal.scale + 4;
  const coefficient = decimal.coefficient * powerOfTen(4);
  return [
    sample,
    formatDecimal({ coefficient: coefficient - 1n, scale }),
    formatDecimal({ coefficient: coefficient + 1n, scale }),
  ];
}

function* combinations(columns: readonly (readonly string[])[]): Generator<readonly string[]> {
  const [first, ...rest] = columns;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const tail of combinations(rest)) for (const sample of first) yield [sample, ...tail];
}
