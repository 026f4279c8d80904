import type { Mask } from '#access/mask.ts';
import { maskVoucher } from '#access/mask-voucher.ts';
import { voucherBody } from '#api/books/voucher-body.ts';
import { requireBook } from '#api/find-book.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { VoucherQuery, voucherFilter } from '#api/search/voucher-query.ts';
import type { Book } from '#core/ledger/book.ts';
import type { Language } from '#core/trouble/message.ts';
import type { Tx } from '#storage/database.ts';
import { type ListedVoucher, listVouchers, type VoucherFilter } from '#storage/voucher-list.ts';
import { findVouchers } from '#storage/vouchers.ts';
import { COLUMNS, dimensionsText } from './columns.ts';
import { answerExport, EXPORT_FORMAT, EXPORT_TYPES, ExportFile } from './export-answer.ts';
import type { Cell } from './sheet.ts';

const { period, date, voucher, line, summary, account, accountName, dimensions } = COLUMNS;
const { debit, credit, currency, amount, rate, quantity, preparedBy } = COLUMNS;
const PAGE = 500;

const { after: _, limit: __, ...FILTERS } = VoucherQuery.properties;

export const exportVouchers = defineRoute({
  method: 'GET',
  path: '/books/{book}/vouchers/export',
  summary: 'Export vouchers to Excel or CSV, a row for each line; by number unless sorted otherwise',
  tag: 'Exports',
  permission: 'vouchers:read',
  scope: 'named',
  params: exactly({ book: Code }),
  query: exactly({ ...FILTERS, ...EXPORT_FORMAT }),
  gives: Object.values(EXPORT_TYPES),
  replies: { 200: ExportFile, 404: Problem },
  async handle({ params: { book: code }, query: { format, ...query }, raw, sight }, { database, cache }) {
    const book = await requireBook(database, { cache }, code);
    const filter = voucherFilter({ sort: 'number', ...query }, { book, sight });
    const { language } = raw;
    const sheet = {
      name: `${NAME[language]} ${code}`,
      language,
      columns: [
        ...[period, date, voucher, line, summary, account, accountName, dimensions],
        ...[debit, credit, currency, amount, rate, quantity, preparedBy],
      ],
      rows: rowsOf(database, filter, { book, mask: sight.mask(code), language }),
    };
    return answerExport({ database, raw, sheet, format, subject: `book:${code}` });
  },
});

const NAME = { zh: '凭证', en: 'Vouchers', ja: '仕訳' } as const;

interface Reading {
  readonly book: Book;
  readonly mask: Mask;
  readonly language: Language;
}

async function* rowsOf(tx: Tx, filter: VoucherFilter, reading: Reading): AsyncGenerator<Cell[]> {
  const { book } = reading;
  let mark: VoucherFilter['page']['after'];
  for (;;) {
    const page = { ...filter.page, limit: PAGE, ...(mark ? { after: mark } : {}) };
    const listed: ListedVoucher[] = await listVouchers(tx, { ...filter, page });
    const ids = listed.map((row) => row.voucher_id);
    const byId = new Map((await findVouchers(tx, book.id, ids)).map((one) => [one.id, one]));
    for (const id of ids) {
      const found = byId.get(id);
      if (found)
        yield* linesOf(maskVoucher(reading.mask, voucherBody(found, book), found.sourceKinds), reading);
    }
    const last = listed.at(-1);
    if (listed.length < PAGE || last === undefined) return;
    mark = { value: last.sort_value, id: last.voucher_id };
  }
}

function linesOf(shown: ReturnType<typeof voucherBody>, { book, language }: Reading): Cell[][] {
  return shown.lines.map((one, i) => [
    String(shown.period),
    shown.date,
    shown.label,
    String(i + 1),
    one.summary,
    one.account,
    book.accounts.get(one.account)?.name[language] ?? '',
    dimensionsText(one.dimensions),
    zeroless(one.debit),
    zeroless(one.credit),
    one.currency,
    one.amount,
    one.rate,
    one.quantity,
    shown.preparedBy,
  ]);
}

/** The side without an amount stays empty, as on paper. */
function zeroless(decimal: string): string {
  return /^-?0(\.0+)?$/.test(decimal) ? '' : decimal;
}
