import type { Command } from '#cli/command.ts';
import { requireBook } from '#cli/finders.ts';
import { renderTable } from '#cli/table.ts';
import { voucherLabel } from '#core/ledger/numbering.ts';
import { formatAmount } from '#core/money/amount.ts';
import { listVouchers } from '#storage/voucher-list.ts';
import { findVouchers } from '#storage/vouchers.ts';

const LIMIT = 50;

/** `tongzhang vouchers <book>`, newest first. */
export const vouchers: Command = {
  name: 'vouchers',
  describe: { zh: '列出凭证', en: 'List vouchers', ja: '仕訳の一覧' },
  takes: [{ name: '<book>', describe: { zh: '账套编码', en: 'code of the book', ja: '帳簿のコード' } }],
  options: [
    {
      flags: '--period <n>',
      describe: { zh: '期间，如 202611', en: 'period, e.g. 202611', ja: '期間。例 202611' },
    },
    { flags: '--account <code>', describe: { zh: '科目', en: 'account', ja: '科目' } },
    {
      flags: '--limit <n>',
      describe: { zh: '条数；缺省 50', en: 'how many; 50 by default', ja: '件数。既定 50' },
    },
  ],
  async run({ services, language }, input) {
    const { database } = await services();
    const book = await requireBook(database, input.argument('book'));
    const period = input.integer('period');
    const account = input.text('account');
    const listed = await listVouchers(database, {
      bookId: book.book_id,
      ...(period === null ? {} : { period }),
      ...(account === null ? {} : { account }),
      page: { limit: input.integer('limit') ?? LIMIT },
    });
    const ids = listed.map((row) => row.voucher_id);
    const rows = (await findVouchers(database, book.book_id, ids)).map((voucher) => ({
      id: voucher.id,
      number: voucherLabel(voucher),
      period: voucher.period,
      date: voucher.date,
      kind: voucher.kind,
      summary: voucher.lines[0]?.summary ?? '',
      total: formatAmount(
        voucher.lines.reduce((sum, line) => sum + line.debitMinor, 0n),
        book.base_currency,
      ),
      lines: voucher.lines.length,
      reversedBy: voucher.reversedBy,
    }));
    rows.reverse();
    const text = renderTable(
      language,
      [
        { title: 'period', value: (row) => row.period, right: true },
        { title: 'voucher', value: (row) => row.number },
        { title: 'date', value: (row) => row.date },
        { title: 'kind', value: (row) => row.kind },
        { title: 'summary', value: (row) => row.summary },
        { title: 'lines', value: (row) => row.lines, right: true },
        { title: 'total', value: (row) => row.total, right: true },
      ],
      rows,
    );
    return { json: { vouchers: rows }, text };
  },
};
