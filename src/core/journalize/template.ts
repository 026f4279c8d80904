import type { FieldTypes } from '#core/documents/scope.ts';
import type { FieldType, TemplateLine, VoucherTemplate } from '#core/flows/flow.ts';
import { compileFormula, type Formula } from '#core/formulas/formula.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** A template line ready to be filled. */
export interface CompiledLine {
  readonly index: number;
  readonly source: TemplateLine;
  readonly account: Pattern;
  readonly summary: Pattern;
  readonly amountField: string;
  readonly negative: boolean;
  /** One line for each document line. */
  readonly repeats: boolean;
  readonly merges: boolean;
  readonly skipsZero: boolean;
  /** Dimension, and the field or the constant (`constant` not null) it takes its code from. */
  readonly dimensions: readonly {
    readonly dimension: string;
    readonly field: string;
    readonly constant: string | null;
  }[];
}

/** A voucher template ready to be filled. */
export interface CompiledTemplate {
  readonly index: number;
  readonly source: VoucherTemplate;
  readonly when: Formula | null;
  readonly dateField: string;
  readonly types: FieldTypes;
  readonly lines: readonly CompiledLine[];
}

interface Context {
  readonly index: number;
  readonly types: FieldTypes;
  readonly problems: Refusal[];
}

/** One template as functions; whatever names a field that no mapping fills goes to `problems`. */
export function compileTemplate(source: VoucherTemplate, context: Context): CompiledTemplate {
  const at = `template[${context.index}]`;
  const use = fieldChecks(context);
  const dateField = source.date ?? 'doc_date';
  use.header(dateField, `${at}.date`, ['date', 'text']);
  for (const [i, field] of (source.summarise ?? []).entries()) use.header(field, `${at}.summarise[${i}]`);
  const when = source.when === undefined ? null : compileFormula(source.when);
  if (when !== null && !when.ok) context.problems.push({ ...when.refusal, at: `${at}.when` });
  return {
    index: context.index,
    source,
    when: when?.ok === true ? when.value : null,
    dateField,
    types: context.types,
    lines: source.lines.map((line, index) =>
      compileLine(line, { index, at: `${at}.lines[${index}]`, source, use }),
    ),
  };
}

interface LineContext {
  readonly index: number;
  readonly at: string;
  readonly source: VoucherTemplate;
  readonly use: FieldChecks;
}

function compileLine(line: TemplateLine, { index, at, source, use }: LineContext): CompiledLine {
  const repeats = line.each === 'lines' || line.allocateBy !== undefined;
  const account = compilePattern(line.account);
  const summary = compilePattern(line.summary ?? source.summary);
  const amountField = line.amount.replace(/^-/, '');
  const dimensions = Object.entries(line.dimensions ?? {}).map(([dimension, from]) => ({
    dimension,
    field: from,
    constant: from.startsWith('=') ? from.slice(1) : null,
  }));
  const either = repeats ? use.either : use.header;
  for (const field of [...account.fields]) either(field, `${at}.account`);
  for (const field of [...summary.fields]) either(field, `${at}.summary`);
  for (const { dimension, field, constant } of dimensions)
    if (constant === null) either(field, `${at}.dimensions.${dimension}`);
  if (repeats && line.allocateBy === undefined) use.line(amountField, `${at}.amount`, ['amount']);
  else use.header(amountField, `${at}.amount`, ['amount']);
  if (line.allocateBy !== undefined)
    use.line(line.allocateBy, `${at}.allocateBy`, ['amount', 'qty', 'int', 'rate']);
  if (line.tax !== undefined) either(line.tax.rate, `${at}.tax.rate`, ['rate', 'text', 'code']);
  if (line.quantity !== undefined) either(line.quantity, `${at}.quantity`, ['qty', 'int', 'rate']);
  if (line.unitPrice !== undefined) either(line.unitPrice, `${at}.unitPrice`, ['amount', 'rate', 'qty']);
  return {
    index,
    source: line,
    account,
    summary,
    amountField,
    negative: line.amount.startsWith('-'),
    repeats,
    merges: line.merge ?? repeats,
    skipsZero: line.skipZero ?? true,
    dimensions,
  };
}

type FieldCheck = (field: string, at: string, types?: readonly FieldType[]) => void;

interface FieldChecks {
  readonly header: FieldCheck;
  readonly line: FieldCheck;
  readonly either: FieldCheck;
}

function fieldChecks({ types, problems }: Context): FieldChecks {
  // Every document has a currency, mapped or the book's.
  const header = new Map([...types.header, ['currency', 'code'] as const]);
  const check =
    (known: ReadonlyMap<string, FieldType>): FieldCheck =>
    (field, at, allowed) => {
      const type = known.get(field);
      if (type === undefined) {
        problems.push({
          code: 'template_field_unknown',
          at,
          params: { field, allowed: [...known.keys()].join(', ') },
        });
      } else if (allowed !== undefined && !allowed.includes(type)) {
        problems.push({
          code: 'template_field_type',
          at,
          params: { field, type, allowed: allowed.join(', ') },
        });
      }
    };
  return {
    header: check(header),
    line: check(types.lines),
    either: check(new Map([...header, ...types.lines])),
  };
}
