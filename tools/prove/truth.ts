import { inside, list, readJson, text } from './json.ts';

/** What must be in the ledger, by the name that abstracts begin with. */
export interface ExpectedVoucher {
  readonly name: string;
  readonly date: string;
  /** Place → signed amount, see `addAt`. */
  readonly amounts: ReadonlyMap<string, bigint>;
  /** Where the shop must know its number; null for the tills, which are told nothing. */
  readonly mark: { readonly orderId: string; readonly key: string } | null;
}

export interface ExpectedOrder {
  readonly id: string;
  readonly number: string;
  readonly verdict: string;
  readonly codes: readonly string[];
}

export interface Expected {
  readonly vouchers: ReadonlyMap<string, ExpectedVoucher>;
  readonly orders: readonly ExpectedOrder[];
}

/** The truth as the generator wrote it. */
export function readTruth(path: string): Expected {
  const truth = readJson(path);
  const orders = list(truth, 'orders');
  const vouchers = [
    ...orders.flatMap((order) => list(order, 'vouchers').map((voucher) => expectVoucher(voucher, order))),
    ...list(truth, 'tills').map((voucher) => expectVoucher(voucher, null)),
  ];
  return {
    vouchers: new Map(vouchers.map((voucher) => [voucher.name, voucher])),
    orders: orders.map((order) => ({
      id: text(order, 'id'),
      number: text(order, 'number'),
      verdict: text(order, 'verdict'),
      codes: list(order, 'codes').map(String),
    })),
  };
}

function expectVoucher(voucher: unknown, order: unknown): ExpectedVoucher {
  const kind = text(voucher, 'kind');
  const number = text(voucher, 'number');
  const amounts = new Map<string, bigint>();
  for (const entry of list(voucher, 'entries')) {
    const place = placeOf(
      ['account', 'customer', 'department', 'project', 'currency'].map((name) => text(entry, name)),
    );
    addAt(amounts, `${place} debit`, BigInt(text(entry, 'debit')));
    addAt(amounts, `${place} credit`, BigInt(text(entry, 'credit')));
    addAt(amounts, `${place} amount`, BigInt(text(entry, 'amount')));
  }
  const refund = number.split('-')[1] ?? '';
  const key = kind === 'refund' ? `voucher_${refund}` : 'voucher';
  return {
    name: number,
    date: text(voucher, 'date'),
    amounts,
    mark: inside(order, 'id') === undefined ? null : { orderId: text(order, 'id'), key },
  };
}

/** Account, customer, department, project and currency in one line. */
export function placeOf(parts: readonly string[]): string {
  return parts.map((part) => part || '-').join(' ');
}

/** Adds to a place; nothing is noted where nothing was added. */
export function addAt(amounts: Map<string, bigint>, place: string, minor: bigint): void {
  if (minor !== 0n) amounts.set(place, (amounts.get(place) ?? 0n) + minor);
}
