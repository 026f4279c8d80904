import { lostRecords, unowedVouchers, wrongDocuments } from '#storage/accounting-for.ts';
import type { Tx } from '#storage/database.ts';
import type { Found } from './verify-postings.ts';

const PAGE = 20_000;

/** Every record has its place, every document its voucher, every voucher its delivery. Returns how many records were looked at. */
export async function verifyRecords(tx: Tx, bookId: number, found: Found): Promise<number> {
  let records = 0;
  for (let after: bigint | null = 0n; after !== null; ) {
    const page = await lostRecords(tx, { bookId }, { after, limit: PAGE });
    for (const { record_id, external_id, flow } of page.lost) {
      const params = { record: String(record_id), flow };
      found({ code: 'verify_record_lost', at: external_id, params });
    }
    records += page.seen;
    after = page.last;
  }
  for (const { kind, number, state, voucher_id } of await wrongDocuments(tx, bookId)) {
    const params = { state, voucher: String(voucher_id ?? '–') };
    found({ code: 'verify_document_state', at: `${kind} ${number}`, params });
  }
  for (const { voucher_id, connection } of await unowedVouchers(tx, bookId)) {
    const params = { voucher: String(voucher_id), connection };
    found({ code: 'verify_voucher_unowed', at: `voucher ${voucher_id}`, params });
  }
  return records;
}
