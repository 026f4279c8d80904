import { LINES_PER_VOUCHER_MAX } from '#core/limits.ts';
import { finding, NO_FINDINGS, type VoucherCheck } from './check.ts';

/** A voucher has at least two lines, and not more than a person could ever read. */
export const checkSize: VoucherCheck = ({ lines }) => {
  if (lines.length < 2) return [finding('too_few_lines', 'lines', { count: String(lines.length) })];
  if (lines.length <= LINES_PER_VOUCHER_MAX) return NO_FINDINGS;
  return [
    finding('too_many_lines', 'lines', { count: String(lines.length), max: String(LINES_PER_VOUCHER_MAX) }),
  ];
};
