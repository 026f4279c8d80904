import type { Book } from '#core/ledger/book.ts';
import type { Voucher, VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import type { Language } from '#core/trouble/message.ts';
import { renderTable } from './table.ts';

/** The lines of a voucher as a table. */
export function renderVoucher(
  voucher: Pick<Voucher, 'lines'>,
  book: Pick<Book, 'accounts' | 'baseCurrency'>,
  language: Language,
): string {
  const amount = (minor: bigint) => (minor === 0n ? '' : formatAmount(minor, book.baseCurrency));
  return renderTable<VoucherLine>(
    language,
    [
      { title: 'summary', value: (line) => line.summary, widthMax: 36 },
      {
        title: 'account',
        value: (line) => `${line.account} ${book.accounts.get(line.account)?.name[language] ?? ''}`,
      },
      { title: 'dimensions', value: (line) => dimensionsText(line.dimensions) },
      { title: 'debit', value: (line) => amount(line.debitMinor), right: true },
      { title: 'credit', value: (line) => amount(line.creditMinor), right: true },
    ],
    voucher.lines,
  );
}

function dimensionsText(dimensions: Readonly<Record<string, string>>): string {
  return Object.entries(dimensions)
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join(' ');
}
