import { voucherLabel } from '#core/ledger/numbering.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { merkleRoot } from '#pipeline/post/merkle.ts';
import { postingHash, voucherHash } from '#pipeline/post/posting-hash.ts';
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
/** Ids count from 1, but who puts a row in by hand may give it any. */
const BEFORE_ALL = -(2n ** 63n);

/** Follows the chain of a book from its first posting, recomputing every voucher on the way. */
export async function verifyPostings(
  tx: Tx,
  bookId: number,
  options: LedgerOptions,
): Promise<{ postings: number; vouchers: number; lines: number; head: string }> {
  const chain: Chain = { postings: 0, vouchers: 0, lines: 0, last: 0n, head: new Uint8Array(32) };
  for (let after = BEFORE_ALL; ; ) {
    const page = await readPostings(tx, bookId, { after, limit: POSTINGS_PAGE });
    for (const posting of page) await verifyPosting(tx, bookId, { posting, chain, options });
    if (page.length < POSTINGS_PAGE) break;
    after = page.at(-1)!.postingId;
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
  const id = String(posting.postingId);
  const blame = (code: string) => found({ code, at: `posting ${id}`, params: { posting: id } });
  if (posting.firstVoucherId !== chain.last + 1n) blame('verify_posting_range');
  const { hashes, lines } = await verifyVouchers(tx, bookId, posting, found);
  if (lines !== posting.lineCount) blame('verify_posting_lines');
  const root = merkleRoot(hashes);
  if (!posting.root.equals(root)) blame('verify_posting_root');
  const hash = hashOf({ ...posting, root, previousHash: chain.head });
  if (!posting.previousHash.equals(chain.head) || !posting.hash.equals(hash)) blame('verify_posting_chain');
  // What is stored is what the next one was chained to: one broken link is one difference, not all that follow.
  chain.head = posting.hash;
  chain.last = posting.lastVoucherId;
  chain.postings += 1;
  chain.vouchers += hashes.length;
  chain.lines += lines;
  options.progress(chain.vouchers);
}

/** The hash that these members have; of a version that nobody knows, none that could be right. */
function hashOf(
  posting: Omit<PostingRow, 'root' | 'previousHash'> & { root: Uint8Array; previousHash: Uint8Array },
) {
  const isKnown = posting.version === 1 || (posting.version === 2 && posting.isWholeMs);
  return isKnown ? postingHash(posting, posting.version) : new Uint8Array();
}

async function verifyVouchers(
  tx: Tx,
  bookId: number,
  posting: PostingRow,
  found: Found,
): Promise<{ hashes: Uint8Array[]; lines: number }> {
  const hashes: Uint8Array[] = [];
  let lines = 0;
  for (let first = posting.firstVoucherId; first <= posting.lastVoucherId; ) {
    const last = earlier(posting.lastVoucherId, first + BigInt(VOUCHERS_PAGE - 1));
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
  const hash = voucherHash(voucher, { version: posting.version, flowVersionId: voucher.flowVersionId });
  const isSame =
    seal.hash.equals(hash) && seal.total_minor === debit && seal.posting_id === posting.postingId;
  if (!isSame) found({ code: 'verify_voucher_changed', at, params });
  return hash;
}

function earlier(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
