import type { Book } from '#core/ledger/book.ts';
import { decideReversal, reverseVoucher } from '#core/ledger/reverse.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Tx } from '#storage/database.ts';
import { documentsOfVoucher, type LivingDocument } from '#storage/documents.ts';
import { findVouchers, type StoredVoucher } from '#storage/vouchers.ts';
import type { Candidate } from './candidate.ts';
import type { DraftToPost } from './write-vouchers.ts';

/** A candidate with the red-letter drafts that take back what it replaces. */
export type WithReversals =
  | { readonly ok: true; readonly drafts: readonly DraftToPost[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The red-letter vouchers that a newer version needs first. Staged documents have no voucher yet and need none. */
export async function draftReversals(
  tx: Tx,
  book: Book,
  { candidate, preparedBy }: { candidate: Candidate; preparedBy: string },
): Promise<WithReversals> {
  const posted = candidate.reverse.filter((living) => living.voucher_id !== null);
  const vouchers = await findVouchers(tx, book.id, [...new Set(posted.map((living) => living.voucher_id!))]);
  const findings = await sharedVouchers(tx, book, { posted, vouchers });
  const drafts: DraftToPost[] = [];
  for (const voucher of vouchers.filter((one) => one.reversedBy === null)) {
    const place = decideReversal(book, voucher);
    if (place.ok) {
      drafts.push({
        draft: reverseVoucher(voucher, place.value, preparedBy),
        flowVersionId: voucher.flowVersionId,
      });
    } else {
      const { code, at = '', params = {} } = place.refusal;
      findings.push({ code, level: 2, effect: 'block', at, params });
    }
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, drafts };
}

/** A summarised voucher stands for other documents too; taking it back for one of them would take back all. */
async function sharedVouchers(
  tx: Tx,
  book: Book,
  { posted, vouchers }: { posted: readonly LivingDocument[]; vouchers: readonly StoredVoucher[] },
): Promise<Finding[]> {
  const mine = new Set(posted.map((living) => living.document_id));
  const findings: Finding[] = [];
  for (const voucher of vouchers) {
    const documents = await documentsOfVoucher(tx, book.id, voucher.id);
    const others = documents.filter(
      (document) => document.state === 'posted' && !mine.has(document.document_id),
    );
    if (others.length === 0) continue;
    const params = { voucher: `${voucher.word}-${voucher.number}`, others: String(others.length) };
    findings.push({ code: 'changed_after_summary', level: 3, effect: 'block', at: 'number', params });
  }
  return findings;
}
