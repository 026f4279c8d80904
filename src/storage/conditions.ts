import { assert } from '#core/trouble/trouble.ts';
import { listLiteral } from './rows.ts';

type Value = string | number | bigint | boolean | Date | null;

/** The parameters of a statement that is put together: `bind` gives the place of a value, e.g. `$3`. */
export class Parameters {
  readonly values: unknown[] = [];

  bind(value: Value | readonly Value[]): string {
    this.values.push(isList(value) ? listLiteral(value) : value);
    return `$${this.values.length}`;
  }
}

function isList(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}

/** Conditions that all hold. Only what was asked for is in the statement, so that the planner sees what is selective. */
export class Conditions {
  readonly #texts: string[] = [];
  readonly #parameters: Parameters;

  constructor(parameters: Parameters) {
    this.#parameters = parameters;
  }

  /** Adds `text`, each of whose `?` stands for the next value. Does nothing when a value is absent. */
  and(text: string, ...values: readonly (Value | readonly Value[] | undefined)[]): this {
    if (values.some((value) => value === undefined)) return this;
    let next = 0;
    this.#texts.push(
      text.replaceAll('?', () => {
        const value = values[next++];
        assert(value !== undefined, 'every place of a condition has its value');
        return this.#parameters.bind(value);
      }),
    );
    return this;
  }

  /** For `where`. */
  get text(): string {
    return this.#texts.length === 0 ? 'true' : this.#texts.join(' and ');
  }
}

export type Direction = 'asc' | 'desc';

/** Where a page ended: the value it was sorted by, as text, and the id that decides between equals. */
export interface PageMark {
  readonly value: string;
  readonly id: bigint;
}

/** How a list is sorted: an expression and its type, then an id in the same direction. */
export interface SortKey {
  readonly by: string;
  readonly type: string;
  readonly id: string;
}

export interface SortedPage {
  /** Default: from the largest to the smallest. */
  readonly direction?: Direction;
  readonly after?: PageMark;
  readonly limit: number;
}

/** Only what comes after the mark, in the direction of the page. An index over both parts finds it at once. */
export function afterMark(
  parameters: Parameters,
  key: SortKey,
  { direction = 'desc', after }: SortedPage,
): string {
  if (after === undefined) return 'true';
  const than = direction === 'asc' ? '>' : '<';
  const value = `${parameters.bind(after.value)}::${key.type}`;
  return `(${key.by}, ${key.id}) ${than} (${value}, ${parameters.bind(after.id)}::int8)`;
}

export function orderBy({ by, id }: Pick<SortKey, 'by' | 'id'>, { direction = 'desc' }: SortedPage): string {
  return `order by ${by} ${direction}, ${id} ${direction}`;
}

/** What ends the statement of one page, behind `where` or `and`: what comes after the mark, in order, no more than fits. */
export function pageText(parameters: Parameters, key: SortKey, page: SortedPage): string {
  return `${afterMark(parameters, key, page)} ${orderBy(key, page)} limit ${parameters.bind(page.limit)}`;
}
