import { compileFormula, type Formula } from '#core/formulas/formula.ts';
import { type MappingParts, typesOf } from '#core/mapping/document-mapping.ts';
import { type CompiledField, compileField } from '#core/mapping/field.ts';
import { compilePath, type Path } from '#core/mapping/path.ts';
import type { Currency } from '#core/money/currency.ts';
import type { CompiledTable } from '#core/rules/decision-table.ts';
import type { Outcome, Refusal } from '#core/trouble/trouble.ts';
import type { DocumentMapping, FieldMapping } from './flow.ts';

/** What a part of a flow is compiled against, and where its problems go. */
export interface MappingContext {
  readonly at: string;
  readonly tables: ReadonlyMap<string, CompiledTable>;
  readonly baseCurrency: Currency;
  readonly problems: Refusal[];
}

/** One document mapping as functions. What cannot be compiled is reported and left out. */
export function compileMapping(source: DocumentMapping, context: MappingContext): MappingParts {
  const { at, tables, baseCurrency, problems } = context;
  const fields = compileFields(headerFields(source), `${at}.fields`, problems);
  const headerTables = tablesOf(source.enrich, tables);
  const lines = compileLines(source, context);
  checkOutputs(fields, headerTables, `${at}.enrich`, problems);
  checkOutputs(lines?.fields ?? [], lines?.tables ?? [], `${at}.lines.enrich`, problems);
  return {
    source,
    baseCurrency,
    when: formulaAt(source.when, `${at}.when`, problems),
    each: pathAt(source.each, `${at}.each`, problems),
    fields,
    lines,
    tables: headerTables,
    checks: (source.checks ?? []).flatMap((check, index) => {
      const formula = formulaAt(check.formula, `${at}.checks[${index}].formula`, problems);
      return formula === null ? [] : [{ formula, source: check }];
    }),
    types: {
      header: typesOf(fields, headerTables),
      lines: typesOf(lines?.fields ?? [], lines?.tables ?? []),
    },
  };
}

/** The currency is read first, since amounts depend on it; what makes a document one is required whatever the flow says. */
function headerFields({ fields }: DocumentMapping): [string, FieldMapping][] {
  const entries = Object.entries(fields).map(([name, mapping]): [string, FieldMapping] => {
    if (name !== 'number' && name !== 'doc_date') return [name, mapping];
    const options = typeof mapping === 'string' ? { path: mapping } : mapping;
    return [name, { ...options, type: name === 'number' ? 'code' : 'date', required: true }];
  });
  return entries.sort(([a], [b]) => Number(b === 'currency') - Number(a === 'currency'));
}

function compileLines(
  { lines }: DocumentMapping,
  { at, tables, problems }: MappingContext,
): MappingParts['lines'] {
  if (lines === undefined) return null;
  const from = pathAt(lines.from, `${at}.lines.from`, problems);
  const fields = compileFields(Object.entries(lines.fields), `${at}.lines.fields`, problems);
  return from === null ? null : { from, fields, tables: tablesOf(lines.enrich, tables) };
}

function compileFields(
  entries: readonly [string, FieldMapping][],
  at: string,
  problems: Refusal[],
): CompiledField[] {
  return entries.flatMap(([name, mapping]) => {
    const field = take(compileField(name, mapping), `${at}.${name}`, problems);
    return field === null ? [] : [field];
  });
}

/** Tables fill in words. An amount that depends on a rule is a formula's business, where its currency is known. */
function checkOutputs(
  fields: readonly CompiledField[],
  tables: readonly CompiledTable[],
  at: string,
  problems: Refusal[],
): void {
  const amounts = new Set(fields.filter(({ type }) => type === 'amount').map(({ name }) => name));
  for (const table of tables) {
    for (const field of table.outputs.filter((output) => amounts.has(output))) {
      problems.push({ code: 'table_output_amount', at, params: { table: table.name, field } });
    }
  }
}

/** Names are known to exist (parseFlow); a table that did not compile has been reported where it stands. */
function tablesOf(
  names: readonly string[] = [],
  tables: ReadonlyMap<string, CompiledTable>,
): CompiledTable[] {
  return names.flatMap((name) => tables.get(name) ?? []);
}

/** The compiled formula, or null when there is none or it was reported. */
function formulaAt(text: string | undefined, at: string, problems: Refusal[]): Formula | null {
  return text === undefined ? null : take(compileFormula(text), at, problems);
}

function pathAt(text: string | undefined, at: string, problems: Refusal[]): Path | null {
  return text === undefined ? null : take(compilePath(text), at, problems);
}

function take<T>(outcome: Outcome<T>, at: string, problems: Refusal[]): T | null {
  if (outcome.ok) return outcome.value;
  problems.push({ ...outcome.refusal, at });
  return null;
}
