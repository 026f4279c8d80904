import { canonicalVoucher } from '#core/ledger/canonical.ts';
import { voucherLabel } from '#core/ledger/numbering.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { merkleRoot, sha256 } from '#pipeline/post/merkle.ts';
import type { Tx } from '#storage/database.ts';
import {
  type PostingRow,
  readPostings,
  readVoucherSeals,
  strayVouchers,
  type VoucherSeal,
} from '#storage/verification.ts';
import { findVouchers, type StoredVoucher } from '#storage/vouchers.ts';

export type Found = (refusal: Refusal) => void;

interface LedgerOptions {
  readonly found: Found;
  readonly progress: (vouchers: number) => void;
}

const POSTINGS_PAGE = 200;
const VOUCHERS_PAGE = 500;

/** Follows the chain of a book from its first posting, recomputing every voucher on the way. */
export async function verifyPostings(
  tx: Tx,
  bookId: number,
  options: LedgerOptions,
): Promise<{ postings: number; vouchers: number; lines: number; head: string }> {
  const chain: Chain = { postings: 0, vouchers: 0, lines: 0, last: 0n, head: new Uint8Array(32) };
  for (let after = 0n; ; ) {
    const page = await readPostings(tx, bookId, { after, limit: POSTINGS_PAGE });
    for (const posting of page) await verifyPosting(tx, bookId, { posting, chain, options });
    if (page.length < POSTINGS_PAGE) break;
    after = page.at(-1)!.posting_id;
  }
  for (const id of await strayVouchers(tx, bookId, chain.last)) {
    options.found({ code: 'verify_voucher_stray', at: `voucher ${id}`, params: { voucher: String(id) } });
  }
  const { postings, vouchers, lines, head } = chain;
  return { postings, vouchers, lines, head: Buffer.from(head).toString('hex') };
}

interface Chain {
  postings: number;
  vouchers: number;
  lines: number;
  last: bigint;
  head: Uint8Array;
}

async function verifyPosting(
  tx: Tx,
  bookId: number,
  { posting, chain, options }: { posting: PostingRow; chain: Chain; options: LedgerOptions },
): Promise<void> {
  const { found } = options;
  const id = String(posting.posting_id);
  const blame = (code: string) => found({ code, at: `posting ${id}`, params: { posting: id } });
  if (posting.first_voucher_id !== chain.last + 1n) blame('verify_posting_range');
  const { hashes, lines } = await verifyVouchers(tx, bookId, posting, found);
  if (lines !== posting.line_count) blame('verify_posting_lines');
  const root = merkleRoot(hashes);
  if (!posting.root.equals(root)) blame('verify_posting_root');
  const hash = sha256(Buffer.concat([chain.head, root]));
  if (!posting.previous_hash.equals(chain.head) || !posting.hash.equals(hash)) blame('verify_posting_chain');
  // What is stored is what the next one was chained to: one broken link is one difference, not all that follow.
  chain.head = posting.hash;
  chain.last = posting.last_voucher_id;
  chain.postings += 1;
  chain.vouchers += hashes.length;
  chain.lines += lines;
  options.progress(chain.vouchers);
}

async function verifyVouchers(
  tx: Tx,
  bookId: number,
  posting: PostingRow,
  found: Found,
): Promise<{ hashes: Uint8Array[]; lines: number }> {
  const hashes: Uint8Array[] = [];
  let lines = 0;
  for (let first = posting.first_voucher_id; first <= posting.last_voucher_id; ) {
    const last = earlier(posting.last_voucher_id, first + BigInt(VOUCHERS_PAGE - 1));
    const ids = Array.from({ length: Number(last - first) + 1 }, (_, i) => first + BigInt(i));
    const vouchers = new Map((await findVouchers(tx, bookId, ids)).map((voucher) => [voucher.id, voucher]));
    const seals = await readVoucherSeals(tx, bookId, { first, last });
    for (const id of ids) {
      const voucher = vouchers.get(id);
      const seal = seals.get(id);
      if (voucher && seal) {
        hashes.push(verifyVoucher(voucher, { seal, posting, found }));
        lines += voucher.lines.length;
      } else {
        found({ code: 'verify_voucher_missing', at: `voucher ${id}`, params: { voucher: String(id) } });
      }
    }
    first = last + 1n;
  }
  return { hashes, lines };
}

/** Returns the hash of the voucher as it stands now, whatever is stored. */
function verifyVoucher(
  voucher: StoredVoucher,
  { seal, posting, found }: { seal: VoucherSeal; posting: PostingRow; found: Found },
): Uint8Array {
  const at = `${voucher.period}/${voucherLabel(voucher)}`;
  const debit = voucher.lines.reduce((sum, line) => sum + line.debitMinor, 0n);
  const credit = voucher.lines.reduce((sum, line) => sum + line.creditMinor, 0n);
  const params = { voucher: String(voucher.id), debit: String(debit), credit: String(credit) };
  if (debit !== credit) found({ code: 'verify_voucher_unbalanced', at, params });
  const hash = sha256(canonicalVoucher(voucher));
  const isSame =
    seal.hash.equals(hash) && seal.total_minor === debit && seal.posting_id === posting.posting_id;
  if (!isSame) found({ code: 'verify_voucher_changed', at, params });
  return hash;
}

function earlier(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
