import { SUMMARY_LENGTH_MAX } from '#core/limits.ts';
import { eachLine, finding, NO_FINDINGS, type VoucherCheck } from './check.ts';

/** V14: who prepares a voucher does not review it. */
export const checkReviewer: VoucherCheck = ({ preparedBy, reviewedBy }, { book }) => {
  if (!book.settings.preparerMayNotReview || reviewedBy === null || reviewedBy !== preparedBy)
    return NO_FINDINGS;
  return [finding('preparer_is_reviewer', 'reviewedBy', { person: preparedBy })];
};

/** V15: an ordinary voucher rests on at least one paper. Closings, corrections and reversals rest on other vouchers. */
export const checkAttachments: VoucherCheck = ({ kind, attachmentCount }, { book }) => {
  if (!book.settings.attachmentsRequired || kind !== 'ordinary' || attachmentCount >= 1) return NO_FINDINGS;
  return [finding('attachment_missing', 'attachmentCount', {})];
};

/** V16: every line says what happened, and says more than the name of its account. */
export const checkSummaries = eachLine(({ summary, account }, { index }) => {
  const text = summary.trim();
  if (text === '') return { code: 'summary_missing', at: 'summary', params: {} };
  if (text.length > SUMMARY_LENGTH_MAX) {
    return { code: 'summary_too_long', at: 'summary', params: { max: String(SUMMARY_LENGTH_MAX) } };
  }
  const name = index.accounts.get(account)?.account.name;
  if (name === undefined || (text !== name.zh && text !== name.en && text !== name.ja)) return null;
  return { code: 'summary_only_account', at: 'summary', params: { summary: text }, effect: 'flag' };
});

/** V17: one kind of business per voucher; documents of several kinds in one are shown to the reviewer. */
export const checkOneBusiness: VoucherCheck = ({ sourceKinds }) => {
  const [first] = sourceKinds;
  if (sourceKinds.every((kind) => kind === first)) return NO_FINDINGS;
  const kinds = [...new Set(sourceKinds)].join(', ');
  return [finding('mixed_sources', 'sourceKinds', { kinds }, 'flag')];
};
