import { formatDecimal, parseDecimal } from '#core/money/decimal.ts';
import { dimensionKey } from './dimension-key.ts';
import type { Voucher, VoucherLine } from './voucher.ts';

/** Name the layouts; a hash is only ever compared with one of the same layout. */
const LAYOUT = 'tongzhang-voucher-1';
const POSTED_LAYOUT = 'tongzhang-voucher-2';

/**
 * The one text of a posted voucher, for hashing: the same voucher gives the same text on any machine, before saving and
 * after reading back, and two vouchers that differ anywhere differ in it.
 *
 * A JSON array in fixed order: quoting makes it unambiguous, and no key order can drift. Decimals lose trailing zeros
 * because a database may give them back with more or fewer than it got.
 */
export function canonicalVoucher(voucher: Voucher): string {
  return JSON.stringify([LAYOUT, ...membersOf(voucher)]);
}

/** The same of a voucher as it stands in the book, with the version of the flow that made it; null where none did. */
export function canonicalPostedVoucher(voucher: Voucher, flowVersionId: number | null): string {
  return JSON.stringify([POSTED_LAYOUT, flowVersionId, ...membersOf(voucher)]);
}

function membersOf(voucher: Voucher): readonly unknown[] {
  return [
    voucher.bookId,
    String(voucher.id),
    voucher.period,
    voucher.word,
    voucher.number,
    voucher.date,
    voucher.attachmentCount,
    voucher.preparedBy,
    voucher.reviewedBy,
    voucher.kind,
    voucher.reverses === null ? null : String(voucher.reverses),
    voucher.sourceKinds,
    voucher.lines.map(canonicalLine),
  ];
}

function canonicalLine(line: VoucherLine): readonly unknown[] {
  return [
    line.summary,
    line.account,
    dimensionKey(line.dimensions),
    String(line.debitMinor),
    String(line.creditMinor),
    line.currency,
    String(line.amountMinor),
    canonicalDecimal(line.rate),
    line.quantity === null ? null : canonicalDecimal(line.quantity),
    line.unitPrice === null ? null : canonicalDecimal(line.unitPrice),
    line.templateLine,
  ];
}

function canonicalDecimal(text: string): string {
  if (text === '1') return text;
  const decimal = parseDecimal(text);
  if (decimal === null) return text;
  let { coefficient, scale } = decimal;
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    scale -= 1;
  }
  return formatDecimal({ coefficient, scale });
}
