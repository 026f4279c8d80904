import { assert } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { documentsOfRecord } from '#storage/documents.ts';
import { exceptionsOfRecord } from '#storage/exceptions.ts';
import { findSameRecord, ignoredReasons } from '#storage/records.ts';
import { findVouchers } from '#storage/vouchers.ts';
import { sha256 } from './merkle.ts';
import type { Submission, SubmissionAnswer } from './submission.ts';
import type { ItemOutcome } from './work-item.ts';

/** What became of submissions whose content came before: the same answer as then, read from where it stands. */
export async function standingOutcomes(
  tx: Tx,
  bookId: number,
  submissions: readonly Submission[],
): Promise<Map<Submission, SubmissionAnswer>> {
  const answers = new Map<Submission, SubmissionAnswer>();
  for (const submission of submissions) {
    const recordId = await findSameRecord(tx, { ...submission, contentHash: sha256(submission.raw) });
    assert(recordId !== null, 'a record that was not saved anew is there already');
    answers.set(submission, {
      recordId,
      repeated: true,
      outcome: await standingOutcome(tx, bookId, recordId),
    });
  }
  return answers;
}

/** What has become of a record by now. */
async function standingOutcome(tx: Tx, bookId: number, recordId: bigint): Promise<ItemOutcome> {
  const documents = (await documentsOfRecord(tx, recordId)).filter((document) => document.book_id === bookId);
  if (documents.length > 0) {
    const vouchers = await findVouchers(
      tx,
      bookId,
      documents.flatMap((document) => document.voucher_id ?? []),
    );
    const byId = new Map(vouchers.map((voucher) => [voucher.id, voucher]));
    const posted = documents.map((document) => ({
      documentId: document.document_id,
      kind: document.kind,
      number: document.number,
      voucher: document.voucher_id === null ? null : (byId.get(document.voucher_id) ?? null),
    }));
    return { kind: 'posted', documents: posted, flags: [] };
  }
  const open = (await exceptionsOfRecord(tx, recordId)).find((exception) => exception.state === 'open');
  if (open) return { kind: 'held', findings: open.findings };
  return { kind: 'ignored', reason: (await ignoredReasons(tx, [recordId])).get(recordId) ?? 'waiting' };
}
