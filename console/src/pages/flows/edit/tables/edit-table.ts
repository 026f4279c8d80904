import { removeAt, setAt } from '#console/pages/flows/draft/edit-text.ts';
import type { DecisionTable, Flow } from '#core/flows/flow.ts';

/** The text with the table changed so; whatever of its comments can stay, stays. */
export function setTable(text: string, name: string, table: DecisionTable): string {
  return setAt(text, ['tables', name], table);
}

/** The text without the table and without its name where it was applied. */
export function removeTable(text: string, flow: Flow, name: string): string {
  const applied = placesOf(flow).filter(({ names }) => names.includes(name));
  const rest = applied.reduce((made, { place, names }) => {
    const others = names.filter((one) => one !== name);
    return others.length > 0 ? setAt(made, place, others) : removeAt(made, place);
  }, text);
  const isLast = Object.keys(flow.tables ?? {}).length === 1;
  return removeAt(rest, isLast ? ['tables'] : ['tables', name]);
}

interface Application {
  readonly place: readonly (string | number)[];
  readonly kind: string;
  readonly part: 'fields' | 'lines';
  readonly names: readonly string[];
}

/** Where tables can be applied, and which are. */
export function placesOf(flow: Flow): Application[] {
  return flow.documents.flatMap(({ kind, enrich = [], lines }, index): Application[] => [
    { place: ['documents', index, 'enrich'], kind, part: 'fields', names: enrich },
    ...(lines
      ? [
          {
            place: ['documents', index, 'lines', 'enrich'],
            kind,
            part: 'lines' as const,
            names: lines.enrich ?? [],
          },
        ]
      : []),
  ]);
}

/** The text with the table applied at these places and nowhere else. */
export function applyTable(
  text: string,
  flow: Flow,
  given: { readonly name: string; readonly at: readonly string[] },
): string {
  return placesOf(flow).reduce((made, { place, names }) => {
    const isWanted = given.at.includes(place.join('.'));
    if (isWanted === names.includes(given.name)) return made;
    const next = isWanted ? [...names, given.name] : names.filter((one) => one !== given.name);
    return next.length > 0 ? setAt(made, place, next) : removeAt(made, place);
  }, text);
}

/** The table with a field more or less on one side; rows follow. */
export function withColumns(
  table: DecisionTable,
  side: 'inputs' | 'outputs',
  fields: readonly string[],
): DecisionTable {
  const cellOf = (row: readonly (string | number)[], of: 'inputs' | 'outputs', field: string) => {
    const at = table[of].indexOf(field);
    return at < 0 ? '-' : (row[of === 'inputs' ? at : table.inputs.length + at] ?? '-');
  };
  const next = { ...table, [side]: fields };
  const rules = table.rules.map((row) => [
    ...next.inputs.map((field) => cellOf(row, 'inputs', field)),
    ...next.outputs.map((field) => cellOf(row, 'outputs', field)),
  ]);
  return { ...next, rules };
}

/** The table with a block of cells put in at a place; it grows downwards, never sideways. */
export function withPasted(
  table: DecisionTable,
  { row, column }: { readonly row: number; readonly column: number },
  cells: readonly (readonly string[])[],
): DecisionTable {
  const width = table.inputs.length + table.outputs.length;
  const rules = table.rules.map((one) => [...one]);
  for (const [i, given] of cells.entries()) {
    const target = rules[row + i] ?? Array.from({ length: width }, () => '-');
    rules[row + i] = target;
    for (const [j, cell] of given.entries())
      if (column + j < width) target[column + j] = cell === '' ? '-' : cell;
  }
  return { ...table, rules };
}
