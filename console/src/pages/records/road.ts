import type { Schemas } from '#console/api/paths.ts';

type Document = Schemas['TracedDocument'];

/** One stop of a record's way, and the page about it. */
export interface Stop {
  readonly text: string;
  readonly link: string | null;
}

/** The way of one document in a line: #10005 → 记-123 → kingdee PZ00012. A reversal stands at its end. */
export function roadOf({ number, book, voucher, reversal }: Document): Stop[] {
  return [
    { text: number, link: null },
    ...(voucher ? [voucherStop(book, voucher), ...targetStops(voucher)] : []),
    ...(reversal ? [voucherStop(book, reversal)] : []),
  ];
}

export function voucherAddress(book: string, id: string): string {
  return `/books/${encodeURIComponent(book)}/vouchers/${id}`;
}

function voucherStop(book: string, { id, label }: Schemas['TracedVoucher']): Stop {
  return { text: label, link: voucherAddress(book, id) };
}

function targetStops({ deliveries }: Schemas['TracedVoucher']): Stop[] {
  return deliveries
    .filter(({ kind, targetNumber }) => kind === 'voucher' && targetNumber !== null)
    .map(({ id, connection, targetNumber }) => ({
      text: `${connection} ${targetNumber}`,
      link: `/deliveries/${id}`,
    }));
}
