import type { AccountClass, BalanceSide } from '#core/ledger/book.ts';
import type { Text } from '#core/trouble/message.ts';
import { assert } from '#core/trouble/trouble.ts';

/** An account as a standard or a detail set lists it. */
export interface ChartRow {
  /** The standard's code, or for details the levels below the parent (`01.02`). */
  readonly code: string;
  readonly element: string;
  readonly class: AccountClass;
  readonly side: BalanceSide;
  readonly name: Text;
}

const CLASSES: readonly string[] = [
  'asset',
  'liability',
  'common',
  'equity',
  'cost',
  'pnl',
] satisfies AccountClass[];
const SIDES: readonly string[] = ['debit', 'credit', 'both'] satisfies BalanceSide[];

/** The rows of a chart table as it stands in the files of this folder. */
export function parseChart(table: string): ChartRow[] {
  return table.trim().split('\n').map(parseRow);
}

function parseRow(line: string): ChartRow {
  const match = /^(\S+) (\S+) (\S+) (\S+) ([^|]+)\|([^|]+)\|([^|]+)$/.exec(line);
  assert(match !== null, `the chart row "${line}" has five columns and three names`);
  const [, code = '', element = '', accountClass = '', side = '', zh = '', en = '', ja = ''] = match;
  assert(
    isAccountClass(accountClass) && isBalanceSide(side),
    `the chart row "${line}" has a class and a side`,
  );
  return { code, element, class: accountClass, side, name: { zh, en, ja } };
}

function isAccountClass(text: string): text is AccountClass {
  return CLASSES.includes(text);
}

function isBalanceSide(text: string): text is BalanceSide {
  return SIDES.includes(text);
}
