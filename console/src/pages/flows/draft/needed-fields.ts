import type { DocumentMapping, Flow, TemplateLine, VoucherTemplate } from '#core/flows/flow.ts';

/** The fields a document must have: what makes it one, and what its voucher templates and tables read. */
interface NeededFields {
  readonly header: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
}

const ALWAYS = ['number', 'doc_date'];

export function neededFields(flow: Flow, document: DocumentMapping): NeededFields {
  const header = new Set(ALWAYS);
  const lines = new Set<string>();
  const lineFields = Object.keys(document.lines?.fields ?? {});
  for (const template of flow.template.filter((one) => one.document === document.kind)) {
    for (const { field, isOfLine } of fieldsOf(template)) {
      // A field of either place is asked of the lines only where they have it.
      if (isOfLine === true || (isOfLine === null && lineFields.includes(field))) lines.add(field);
      else header.add(field);
    }
  }
  const filled = filledByTables(flow, document);
  for (const set of [header, lines]) for (const field of filled) set.delete(field);
  header.delete('currency');
  return { header, lines };
}

/** What decision tables fill in needs no mapping. */
export function filledByTables(flow: Flow, document: DocumentMapping): ReadonlySet<string> {
  const names = [...(document.enrich ?? []), ...(document.lines?.enrich ?? [])];
  return new Set(names.flatMap((name) => flow.tables?.[name]?.outputs ?? []));
}

interface Used {
  readonly field: string;
  /** Null: whichever of the two has it. */
  readonly isOfLine: boolean | null;
}

function fieldsOf({ date, summary, summarise = [], lines }: VoucherTemplate): Used[] {
  const own = [...(date === undefined ? [] : [date]), ...summarise, ...placesIn(summary)];
  return [...own.map((field) => ({ field, isOfLine: false })), ...lines.flatMap(fieldsOfLine)];
}

function fieldsOfLine(line: TemplateLine): Used[] {
  const repeats = line.each === 'lines' || line.allocateBy !== undefined;
  const either = [
    ...placesIn(line.account),
    ...placesIn(line.summary ?? ''),
    ...Object.values(line.dimensions ?? {}).filter((from) => !from.startsWith('=')),
    ...[line.tax?.rate, line.quantity, line.unitPrice].filter((field) => field !== undefined),
  ];
  return [
    {
      field: line.amount.replace(/^-/, ''),
      isOfLine: line.each === 'lines' && line.allocateBy === undefined,
    },
    ...(line.allocateBy === undefined ? [] : [{ field: line.allocateBy, isOfLine: true }]),
    ...either.map((field) => ({ field, isOfLine: repeats ? null : false })),
  ];
}

function placesIn(text: string): string[] {
  return [...text.matchAll(/\{([a-z][a-z0-9_]*)\}/g)].map(([, field = '']) => field);
}
