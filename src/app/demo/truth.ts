/** What the demo must come to, worked out without any part of the hub. Amounts are decimal text of minor units. */
export interface Truth {
  readonly seed: number;
  readonly orders: readonly OrderTruth[];
  readonly tills: readonly VoucherTruth[];
}

export interface OrderTruth {
  readonly id: string;
  /** What the shop calls it; empty where that is missing. */
  readonly number: string;
  readonly verdict: 'good' | 'bad' | 'ignored';
  /** Why it must be held, sorted; empty unless it is bad. */
  readonly codes: readonly string[];
  /** What is odd about it, if anything. */
  readonly dirt: string | null;
  readonly vouchers: readonly VoucherTruth[];
}

/** One voucher: what its abstracts begin with says which one it is. */
export interface VoucherTruth {
  readonly kind: 'order' | 'refund' | 'till';
  readonly number: string;
  readonly date: string;
  readonly entries: readonly EntryTruth[];
}

/** Everything a voucher puts on one account for the same customer, department, project and currency, on one side. */
export interface EntryTruth {
  readonly account: string;
  readonly customer: string;
  readonly department: string;
  readonly project: string;
  readonly currency: string;
  readonly amount: string;
  readonly debit: string;
  readonly credit: string;
}
