import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import {
  count,
  dictionary,
  type Guard,
  list,
  object,
  oneOf,
  optional,
  required,
  text,
} from '#core/flows/guards.ts';
import { assert, type Refusal } from '#core/trouble/trouble.ts';

export interface Customer {
  readonly code: string;
  readonly shopId: string;
  readonly name: string;
  /** Buys from abroad in this currency; absent: in China. */
  readonly currency?: 'USD' | 'JPY';
}

export interface Location {
  readonly code: string;
  readonly location: string;
  readonly department: string;
  readonly name: string;
}

export interface Till {
  readonly brand: 'tea' | 'paper';
  readonly code: string;
  readonly department: string;
  readonly name: string;
}

export interface DemoRate {
  readonly currency: string;
  readonly date: string;
  readonly rate: string;
}

/** The company of the demo, as `examples/company.yaml` describes it. */
export interface Company {
  readonly book: {
    readonly code: string;
    readonly name: string;
    readonly baseCurrency: string;
    readonly years: readonly number[];
  };
  readonly dimensions: Readonly<Record<string, Readonly<Record<string, 'must' | 'may'>>>>;
  readonly departments: Readonly<Record<string, string>>;
  readonly projects: Readonly<Record<string, string>>;
  readonly locations: readonly Location[];
  readonly channels: Readonly<Record<string, string>>;
  readonly tills: readonly Till[];
  readonly rates: readonly DemoRate[];
  readonly customers: readonly Customer[];
}

const word = required(text());
const codes = dictionary(text(), { max: 100, name: /^[\w-]+$/ });

const shape: Guard<Company> = object<Company>({
  book: required(
    object<Company['book']>({
      code: word,
      name: word,
      baseCurrency: word,
      years: required(list(count(2999), { min: 1, max: 10 })),
    }),
  ),
  dimensions: required(
    dictionary(dictionary(oneOf(['must', 'may']), { max: 10, name: /^[a-z]+$/ }), {
      max: 50,
      name: /^[A-Z]\w+$/,
    }),
  ),
  departments: required(codes),
  projects: required(codes),
  locations: required(
    list(object<Location>({ code: word, location: word, department: word, name: word }), { max: 50 }),
  ),
  channels: required(codes),
  tills: required(
    list(
      object<Till>({ brand: required(oneOf(['tea', 'paper'])), code: word, department: word, name: word }),
      { max: 50 },
    ),
  ),
  rates: required(list(object<DemoRate>({ currency: word, date: word, rate: word }), { max: 100 })),
  customers: required(
    list(
      object<Customer>({
        code: word,
        shopId: word,
        name: word,
        currency: optional(oneOf(['USD', 'JPY'])),
      }),
      { max: 500 },
    ),
  ),
});

/** A file of `examples/`, which stands beside `src/` wherever the product is installed. */
export function examplePath(name: string): string {
  return fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
}

/** Reads the demo company. The file is ours, so whatever is wrong with it is a bug. */
export function readCompany(): Company {
  const company: unknown = parse(readFileSync(examplePath('company.yaml'), 'utf8'));
  const problems: Refusal[] = [];
  assert(shape(company, '', problems), `examples/company.yaml: ${JSON.stringify(problems)}`);
  return company;
}
