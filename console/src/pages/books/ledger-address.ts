/** Where the ledger of an account is looked at. */
export function ledgerAddress(
  book: string,
  asked: {
    readonly account: string;
    readonly from: number;
    readonly to: number;
    /** `customer:C001` */
    readonly dimension: string | null;
  },
): string {
  const search = new URLSearchParams({
    account: asked.account,
    from: String(asked.from),
    to: String(asked.to),
  });
  if (asked.dimension !== null) search.set('dimension', asked.dimension);
  return `/books/${book}/ledger?${search}`;
}
