import type { Schemas } from '#console/api/paths.ts';

type Needs = Schemas['FlowTemplate']['needs'];

/** What the form of a new book asks. */
export interface BookValues {
  readonly name: string;
  readonly code: string;
  readonly currency: string;
  readonly standard: 'cas' | 'cas-small';
  readonly year: number;
  /** For trying things out with a simulator; it stays so. */
  readonly rehearsal?: boolean;
}

/** The book with the standard chart, and what a template needs of it. */
export function bookToMake(values: BookValues, needs: Needs | undefined): Schemas['NewBook'] {
  const { name, code, currency, standard, year, rehearsal = false } = values;
  return {
    name: name.trim(),
    code: code.trim(),
    baseCurrency: currency.trim().toUpperCase(),
    standard,
    years: [year],
    ...(rehearsal ? { rehearsal } : {}),
    ...(needs ? { chart: chartFor(needs) } : {}),
  };
}

function chartFor({ details, dimensions }: Needs): NonNullable<Schemas['NewBook']['chart']> {
  return {
    details: details.includes('vat') ? ['vat'] : [],
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([element, rules]) => [
        element,
        Object.fromEntries(
          Object.entries(rules).map(([dimension, rule]) => [dimension, rule === 'must' ? 'must' : 'may']),
        ),
      ]),
    ),
  };
}
