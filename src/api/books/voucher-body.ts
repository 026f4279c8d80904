import Type from 'typebox';
import { Currency, Day, exactly, Id, orNull } from '#api/http/schemas.ts';
import type { Book } from '#core/ledger/book.ts';
import { voucherLabel } from '#core/ledger/numbering.ts';
import type { Voucher, VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';

/** Dots where the amount is not granted: `mask-voucher.ts`. */
const Amount = Type.String({
  pattern: '^(-?[0-9]+(\\.[0-9]+)?|•••)$',
  description: 'Decimal, in major units; ••• where it is not granted',
});

const Dimensions = Type.Record(Type.String(), Type.String());

export const VoucherLineBody = exactly(
  {
    summary: Type.String(),
    account: Type.String(),
    dimensions: Dimensions,
    debit: Amount,
    credit: Amount,
    currency: Currency,
    amount: Amount,
    rate: Type.String(),
    quantity: orNull(Type.String()),
    unitPrice: orNull(Type.String()),
    templateLine: orNull(Type.Integer()),
  },
  { $id: 'VoucherLine' },
);

export const VoucherBody = Type.Object(
  {
    id: Id,
    label: Type.String({ description: 'Word and number: 记-118' }),
    word: Type.String(),
    number: Type.Integer(),
    date: Day,
    period: Type.Integer(),
    kind: Type.String(),
    currency: Currency,
    total: Amount,
    attachmentCount: Type.Integer(),
    preparedBy: Type.String(),
    reviewedBy: orNull(Type.String()),
    reverses: orNull(Id),
    lines: Type.Array(VoucherLineBody),
  },
  { $id: 'Voucher' },
);

/** A voucher as it travels: ids and amounts as text, debit and credit in the book's currency. */
export function voucherBody(voucher: Voucher, { baseCurrency }: Pick<Book, 'baseCurrency'>) {
  const totalMinor = voucher.lines.reduce((sum, line) => sum + line.debitMinor, 0n);
  return {
    id: String(voucher.id),
    label: voucherLabel(voucher),
    word: voucher.word,
    number: voucher.number,
    date: voucher.date,
    period: voucher.period,
    kind: voucher.kind,
    currency: baseCurrency,
    total: formatAmount(totalMinor, baseCurrency),
    attachmentCount: voucher.attachmentCount,
    preparedBy: voucher.preparedBy,
    reviewedBy: voucher.reviewedBy,
    reverses: voucher.reverses === null ? null : String(voucher.reverses),
    lines: voucher.lines.map((line) => lineBody(line, baseCurrency)),
  };
}

function lineBody(line: VoucherLine, baseCurrency: string) {
  return {
    summary: line.summary,
    account: line.account,
    dimensions: line.dimensions,
    debit: formatAmount(line.debitMinor, baseCurrency),
    credit: formatAmount(line.creditMinor, baseCurrency),
    currency: line.currency,
    amount: formatAmount(line.amountMinor, line.currency),
    rate: line.rate,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    templateLine: line.templateLine,
  };
}
