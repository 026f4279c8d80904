import { assert, type Refusal } from '#core/trouble/trouble.ts';
import type { Account, AccountingStandard } from './book.ts';
import { CAS_ACCOUNTS } from './charts/cas.ts';
import { CAS_LATER_ACCOUNTS } from './charts/cas-later.ts';
import { CAS_SMALL_ACCOUNTS } from './charts/cas-small.ts';
import { type ChartRow, parseChart } from './charts/chart-row.ts';
import { VAT_DETAILS } from './charts/vat.ts';
import { type CodeScheme, joinCode } from './code-scheme.ts';

/** The standards for which we have a ready-made chart. IFRS and US GAAP publish line items, not account codes. */
export type ChartStandard = Extract<AccountingStandard, 'cas' | 'cas-small'>;

export interface ChartOptions {
  /** Default `dotted`. */
  readonly codeScheme?: CodeScheme;
  /** Ready-made detail sets to add. */
  readonly details?: readonly 'vat'[];
  /** Accounts of later standards: element → the code this book gives it (see `laterAccounts` for suggestions). */
  readonly later?: Readonly<Record<string, string>>;
  /** Element → its dimensions. Elements not named here take none. */
  readonly dimensions?: Readonly<Record<string, Account['dimensions']>>;
  /** Elements whose lines carry a quantity. */
  readonly quantity?: readonly string[];
}

const DETAIL_PARENT = 'TaxesPayable';
const CASH: Readonly<Record<string, Account['cash']>> = {
  CashOnHand: 'cash',
  BankDeposits: 'bank',
  OtherMonetaryFunds: 'bank',
};

/** The rows of a standard's list, as printed: 156 for `cas`, 66 for `cas-small`. */
export function standardAccounts(standard: ChartStandard): ChartRow[] {
  return parseChart(standard === 'cas' ? CAS_ACCOUNTS : CAS_SMALL_ACCOUNTS);
}

/** The 22 accounts of later standards, each with a code that is free in the 156 and often seen. */
export function laterAccounts(): ChartRow[] {
  return parseChart(CAS_LATER_ACCOUNTS);
}

/**
 * A complete chart for a new book: the standard's accounts, then later ones and details as asked, sorted by code.
 * `id` counts from 1 in that order; storage gives its own. Ask `checkLaterAccounts` first when a person chose codes.
 */
export function expandChart(standard: ChartStandard, options: ChartOptions = {}): Account[] {
  assert(checkLaterAccounts(standard, options.later ?? {}).length === 0, 'the later accounts were checked');
  const scheme = options.codeScheme ?? 'dotted';
  const rows: PlacedRow[] = [...standardAccounts(standard), ...chosenLater(options.later ?? {})].map(
    (row) => ({
      ...row,
      parentCode: null,
    }),
  );
  if (options.details?.includes('vat')) rows.push(...placeDetails(rows, scheme));
  const parents = new Set(rows.map((row) => row.parentCode));
  return rows
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((row, index) => toAccount(row, { id: index + 1, isLeaf: !parents.has(row.code), options }));
}

/** What is wrong with the codes chosen for later accounts: an unknown element, a code that is taken or not four digits. */
export function checkLaterAccounts(
  standard: ChartStandard,
  later: Readonly<Record<string, string>>,
): Refusal[] {
  const known = new Set(laterAccounts().map((row) => row.element));
  const taken = new Set(standardAccounts(standard).map((row) => row.code));
  const present = new Set(standardAccounts(standard).map((row) => row.element));
  return Object.entries(later).flatMap(([element, code]): Refusal[] => {
    const at = `later.${element}`;
    if (!known.has(element)) return [{ code: 'chart_element_unknown', at, params: { element } }];
    if (present.has(element)) return [{ code: 'chart_element_present', at, params: { element } }];
    if (!/^\d{4}$/.test(code)) return [{ code: 'chart_code_malformed', at, params: { code } }];
    if (taken.has(code)) return [{ code: 'chart_code_taken', at, params: { code } }];
    taken.add(code);
    return [];
  });
}

interface PlacedRow extends ChartRow {
  readonly parentCode: string | null;
}

function chosenLater(later: Readonly<Record<string, string>>): ChartRow[] {
  return laterAccounts().flatMap((row) => {
    const code = later[row.element];
    return code === undefined ? [] : [{ ...row, code }];
  });
}

function placeDetails(rows: readonly ChartRow[], scheme: CodeScheme): PlacedRow[] {
  const parent = rows.find((row) => row.element === DETAIL_PARENT);
  assert(parent !== undefined, 'every chart has taxes payable');
  return parseChart(VAT_DETAILS).map((row) => {
    const levels = [parent.code, ...row.code.split('.')];
    return { ...row, code: joinCode(levels, scheme), parentCode: joinCode(levels.slice(0, -1), scheme) };
  });
}

function toAccount(
  row: PlacedRow,
  { id, isLeaf, options }: { id: number; isLeaf: boolean; options: ChartOptions },
): Account {
  return {
    id,
    code: row.code,
    element: row.element,
    name: row.name,
    parentCode: row.parentCode,
    class: row.class,
    side: row.side,
    isLeaf,
    enabled: true,
    dimensions: options.dimensions?.[row.element] ?? {},
    cash: CASH[row.element] ?? null,
    quantity: options.quantity?.includes(row.element) ?? false,
  };
}
