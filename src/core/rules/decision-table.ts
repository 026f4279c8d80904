import type { FieldValue, Provenance } from '#core/documents/document.ts';
import type { DecisionTable } from '#core/flows/flow.ts';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { type Cell, parseCell } from './cell.ts';

/** Where a table reads its inputs and puts its outputs. */
export interface TableSubject {
  readonly read: (field: string) => FieldValue;
  readonly write: (field: string, value: string, provenance: Provenance) => void;
  readonly minorUnits: number;
}

export interface CompiledTable {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly holdsWithoutMatch: boolean;
  /** Fills the subject by the first rule that fits; false when none does. */
  readonly apply: (subject: TableSubject) => boolean;
  /** 0-based index of the first rule that fits these inputs, or −1. */
  readonly find: (inputs: readonly FieldValue[], minorUnits: number) => number;
}

interface Rule {
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly outputs: readonly (string | null)[];
}

/**
 * A decision table as functions: the first rule that fits wins.
 *
 * The most selective column of plain words becomes a hash index, so that a table of 5,000 rules by store or product
 * costs one look-up and a few comparisons instead of 5,000.
 */
export function compileTable(name: string, table: DecisionTable): Outcome<CompiledTable> {
  const rules: Rule[] = [];
  for (const [index, row] of table.rules.entries()) {
    const rule = compileRule(index, row, table);
    if (!rule.ok) return rule;
    rules.push(rule.value);
  }
  const candidates = indexRules(rules, table.inputs.length);
  const find: CompiledTable['find'] = (inputs, minorUnits) => {
    for (const rule of candidates(inputs)) if (fits(rule, inputs, minorUnits)) return rule.index;
    return -1;
  };
  const { inputs, outputs } = table;
  const fill = { name, outputs, always: table.fill === 'always' };
  return accept({
    name,
    inputs,
    outputs,
    holdsWithoutMatch: table.onNoMatch === 'hold',
    find,
    apply: (subject) => {
      const rule = rules[find(inputs.map(subject.read), subject.minorUnits)];
      if (rule !== undefined) fillOutputs(rule, subject, fill);
      return rule !== undefined;
    },
  });
}

function compileRule(index: number, row: readonly (string | number)[], table: DecisionTable): Outcome<Rule> {
  const at = `rules[${index}]`;
  const columns = table.inputs.length + table.outputs.length;
  if (row.length !== columns) {
    return refuse({
      code: 'table_row_length',
      at,
      params: { cells: `${row.length}`, columns: `${columns}` },
    });
  }
  const cells: Cell[] = [];
  for (const [column, raw] of row.slice(0, table.inputs.length).entries()) {
    const cell = parseCell(raw);
    if (cell === null)
      return refuse({ code: 'table_cell_invalid', at: `${at}[${column}]`, params: { cell: `${raw}` } });
    cells.push(cell);
  }
  const outputs = row
    .slice(table.inputs.length)
    .map((raw) => (raw === '-' || raw === '' ? null : String(raw)));
  return accept({ index, cells, outputs });
}

function fits(rule: Rule, inputs: readonly FieldValue[], minorUnits: number): boolean {
  for (let i = 0; i < rule.cells.length; i += 1) {
    const cell = rule.cells[i];
    if (cell !== undefined && cell.kind !== 'any' && !cell.test(inputs[i] ?? null, minorUnits)) return false;
  }
  return true;
}

interface Fill {
  readonly name: string;
  readonly outputs: readonly string[];
  readonly always: boolean;
}

function fillOutputs(rule: Rule, subject: TableSubject, { name, outputs, always }: Fill): void {
  for (let i = 0; i < outputs.length; i += 1) {
    const field = outputs[i];
    const value = rule.outputs[i] ?? null;
    if (field === undefined || value === null) continue;
    if (!always && subject.read(field) !== null) continue;
    subject.write(field, value, { field, by: 'table', name, rule: String(rule.index + 1), confidence: 1 });
  }
}

/** The rules that may fit some inputs, in their order. */
function indexRules(
  rules: readonly Rule[],
  columns: number,
): (inputs: readonly FieldValue[]) => readonly Rule[] {
  const column = mostSelectiveColumn(rules, columns);
  if (column < 0) return () => rules;
  const words = new Set(rules.flatMap((rule) => wordsOf(rule, column) ?? []));
  const rest = rules.filter((rule) => wordsOf(rule, column) === null);
  const byWord = new Map<string, Rule[]>(Array.from(words, (word) => [word, []]));
  for (const rule of rules) {
    for (const word of new Set(wordsOf(rule, column) ?? words)) byWord.get(word)?.push(rule);
  }
  return (inputs) => {
    const value = inputs[column];
    // Amounts are compared by value (`10` fits 10.00), which no index of texts can do.
    if (typeof value === 'bigint') return rules;
    return value === null || value === undefined ? rest : (byWord.get(String(value)) ?? rest);
  };
}

/** The column with the most different words, provided that few rules leave it open; −1 when an index would not pay. */
function mostSelectiveColumn(rules: readonly Rule[], columns: number): number {
  let best = -1;
  let most = 3;
  for (let column = 0; column < columns; column += 1) {
    const words = rules.flatMap((rule) => wordsOf(rule, column) ?? []);
    const open = rules.filter((rule) => wordsOf(rule, column) === null).length;
    const different = new Set(words).size;
    if (open > 20 || different <= most) continue;
    best = column;
    most = different;
  }
  return best;
}

function wordsOf(rule: Rule, column: number): readonly string[] | null {
  const cell = rule.cells[column];
  return cell?.kind === 'words' ? cell.words : null;
}
