import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';

/** A voucher with its documents, as the hub tells it. */
export type FullVoucher = Schemas['VoucherWithDocuments'];

/** The key a voucher is kept under. */
export function voucherKey(book: string, voucher: string): readonly string[] {
  return ['/api/v1/books/{book}/vouchers', book, voucher];
}

export function askVoucher(book: string, voucher: string): Promise<FullVoucher> {
  return told(api.GET('/api/v1/books/{book}/vouchers/{voucher}', { params: { path: { book, voucher } } }));
}
