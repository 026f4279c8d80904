import type { VoucherMessage } from '#connectors/kit/connector.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import type { Lists, Scope } from './template.ts';

/** What a body template may name of a voucher; amounts are decimal texts. */
export function voucherScope({ businessKey, voucher, book }: VoucherMessage): Scope {
  const totalMinor = voucher.lines.reduce((sum, line) => sum + line.debitMinor, 0n);
  return {
    businessKey,
    book: book.code,
    word: voucher.word,
    number: String(voucher.number),
    date: voucher.date,
    period: String(voucher.period),
    attachmentCount: String(voucher.attachmentCount),
    currency: book.baseCurrency,
    total: formatAmount(totalMinor, book.baseCurrency),
  };
}

/** The lists it may repeat: `lines`. A dimension is `{dimension.customer}`. */
export function voucherLists({ voucher, book }: VoucherMessage): Lists {
  return {
    lines: voucher.lines.map((line, i) => lineScope(line, { index: i + 1, base: book.baseCurrency })),
  };
}

function lineScope(line: VoucherLine, { index, base }: { index: number; base: string }): Scope {
  const dimensions = Object.entries(line.dimensions).map(
    ([name, code]) => [`dimension.${name}`, code] as const,
  );
  return {
    line: String(index),
    summary: line.summary,
    account: line.account,
    side: line.debitMinor === 0n ? 'credit' : 'debit',
    debit: formatAmount(line.debitMinor, base),
    credit: formatAmount(line.creditMinor, base),
    lineCurrency: line.currency,
    amount: formatAmount(line.amountMinor, line.currency),
    rate: line.rate,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    ...Object.fromEntries(dimensions),
  };
}
