import { voucherLabel } from '#core/ledger/numbering.ts';
import { decideReversal, reverseVoucher } from '#core/ledger/reverse.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { readBookHead, writeBookHead } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import { documentsOfVoucher, reverseDocuments } from '#storage/documents.ts';
import { lockBook } from '#storage/ledger.ts';
import { findVouchers, type StoredVoucher } from '#storage/vouchers.ts';
import type { BookCache } from './book-cache.ts';
import { oweVouchers } from './owe-vouchers.ts';
import { writeVouchers } from './write-vouchers.ts';

const LOCK_WAIT_MS = 20_000;

export interface ReversalWish {
  readonly bookId: number;
  readonly voucherId: bigint;
  readonly by: string;
  readonly note: string;
  /** A person knows why a voucher of an earlier fiscal year is reversed in this one. */
  readonly acrossYears: boolean;
}

export interface Reversed {
  readonly voucher: Voucher;
  /** To be called once the transaction is committed. */
  readonly remember: () => void;
}

/**
 * Takes a posted voucher back with a red-letter one, which goes to the same targets. The documents behind it make room:
 * a replay of their records posts them anew.
 */
export async function reversePosted(
  tx: Tx,
  cache: BookCache,
  wish: ReversalWish,
): Promise<Outcome<Reversed>> {
  const { bookId, voucherId, by } = wish;
  await lockBook(tx, bookId, LOCK_WAIT_MS);
  const head = await readBookHead(tx, bookId);
  const cached = await cache.book(tx, bookId, head.masterVersion);
  const { book } = cached;
  const [voucher] = await findVouchers(tx, bookId, [voucherId]);
  if (!voucher) return refuse({ code: 'not_found', params: { kind: 'voucher', id: String(voucherId) } });
  const reversible = judge(voucher);
  if (!reversible.ok) return reversible;
  const place = decideReversal(book, voucher, { acrossYears: wish.acrossYears });
  if (!place.ok) return place;
  const { flowVersionId } = voucher;
  const drafts = [{ draft: reverseVoucher(voucher, place.value, by), flowVersionId }];
  const { vouchers, written, remember } = await writeVouchers(tx, cache, {
    book,
    head,
    drafts,
    postedBy: by,
  });
  await written;
  await writeBookHead(tx, bookId, head);
  const documents = await documentsOfVoucher(tx, bookId, voucherId);
  const documentIds = documents.filter(({ state }) => state === 'posted').map((row) => row.document_id);
  if (documentIds.length > 0) await reverseDocuments(tx, bookId, documentIds);
  const reversal = vouchers[0]!;
  await oweVouchers(tx, cache, { cached, vouchers: [{ flowVersionId, voucher: reversal }] });
  await audit(tx, {
    actor: by,
    action: 'voucher.reverse',
    subject: `voucher:${book.code}/${voucherId}`,
    details: { reversal: String(reversal.id), note: wish.note, acrossYears: wish.acrossYears },
  });
  return accept({ voucher: reversal, remember });
}

function judge(voucher: StoredVoucher): Outcome<StoredVoucher> {
  const params = { voucher: voucherLabel(voucher) };
  if (voucher.reversedBy !== null) return refuse({ code: 'voucher_already_reversed', params });
  if (voucher.kind === 'reversal') return refuse({ code: 'voucher_is_reversal', params });
  return accept(voucher);
}
