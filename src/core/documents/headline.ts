import type { Document } from './document.ts';

/** What people know a document by, beside its number: how much, and with whom. */
export interface Headline {
  /** In minor units of the document's currency; null where no amount was read. */
  readonly amountMinor: bigint | null;
  /** Code or name of the customer, supplier or other side, as the document has it. */
  readonly partner: string | null;
}

/** The standard fields that say how much a document is about, the most telling first. */
const AMOUNTS = [
  ...['order_total', 'amount_incl_tax', 'gross_amount', 'refund_amount', 'amount', 'paid_amount'],
  ...['net_sales', 'goods_amount', 'inflow', 'outflow'],
];
const PARTNERS = [
  ...['customer', 'supplier', 'partner', 'payee', 'counterparty', 'employee'],
  ...['buyer_tax_name', 'seller_name', 'buyer_name'],
];

/** Amount and partner by which a document is listed and searched. A flow's own fields count by their largest amount. */
export function headlineOf({ fields }: Pick<Document, 'fields'>): Headline {
  const named = AMOUNTS.map((name) => fields[name]).find((value) => typeof value === 'bigint');
  const partner = PARTNERS.map((name) => fields[name]).find(
    (value) => typeof value === 'string' && value !== '',
  );
  return { amountMinor: named ?? largest(fields), partner: typeof partner === 'string' ? partner : null };
}

function largest(fields: Document['fields']): bigint | null {
  let found: bigint | null = null;
  for (const value of Object.values(fields)) {
    if (typeof value === 'bigint' && (found === null || size(value) > size(found))) found = value;
  }
  return found;
}

function size(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}
