import { rangeOf, shownFigures } from '#api/books/balances.ts';
import { LedgerQueryBody, ledgerRowBody, ledgerScope } from '#api/books/ledger.ts';
import { requireBook } from '#api/find-book.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import type { Book } from '#core/ledger/book.ts';
import type { Language } from '#core/trouble/message.ts';
import { type LedgerCursor, type LedgerQuery, readLedger } from '#pipeline/books/read-ledger.ts';
import type { Tx } from '#storage/database.ts';
import { COLUMNS, dimensionsText } from './columns.ts';
import { answerExport, EXPORT_FORMAT, EXPORT_TYPES, ExportFile } from './export-answer.ts';
import type { Cell } from './sheet.ts';

const { period, date, voucher, account, dimensions, summary, debit, credit, side, balance } = COLUMNS;
const PAGE = 1_000;

export const exportLedger = defineRoute({
  method: 'GET',
  path: '/books/{book}/ledger/export',
  summary: 'Export the ledger of an account to Excel or CSV',
  tag: 'Exports',
  permission: 'balances:read',
  scope: 'figures',
  params: exactly({ book: Code }),
  query: exactly({ ...LedgerQueryBody, ...EXPORT_FORMAT }),
  gives: Object.values(EXPORT_TYPES),
  replies: { 200: ExportFile, 404: Problem },
  async handle({ params: { book: code }, query, raw, sight }, { database, cache }) {
    const book = await requireBook(database, { cache }, code);
    const asked = {
      scope: ledgerScope(book, query),
      ...rangeOf(book, query),
      limit: PAGE,
      sumsOnly: shownFigures(sight, code) !== 'plain',
    };
    const { language } = raw;
    const sheet = {
      name: `${NAME[language]} ${code} ${query.account} ${asked.from}-${asked.to}`,
      language,
      columns: [period, date, voucher, account, dimensions, summary, debit, credit, side, balance],
      rows: rowsOf(database, asked, { book, language }),
    };
    return answerExport({ database, raw, sheet, format: query.format, subject: `book:${code}` });
  },
});

const NAME = { zh: '明细账', en: 'Ledger', ja: '明細帳' } as const;
const OPENING = { zh: '期初余额', en: 'Opening balance', ja: '期首残高' } as const;
const SUMS = {
  period: { zh: '本期合计', en: 'Period total', ja: '当期計' },
  year: { zh: '本年累计', en: 'Year to date', ja: '累計' },
} as const;
const SIDES = {
  debit: { zh: '借', en: 'Dr', ja: '借' },
  credit: { zh: '贷', en: 'Cr', ja: '貸' },
  none: { zh: '平', en: '–', ja: '―' },
} as const;

async function* rowsOf(
  tx: Tx,
  asked: Omit<LedgerQuery, 'after'>,
  { book, language }: { book: Book; language: Language },
): AsyncGenerator<Cell[]> {
  let after: LedgerCursor | null = null;
  do {
    const page = await readLedger(tx, { ...asked, after });
    if (after === null) {
      const opening = { type: 'period', period: asked.from, debitMinor: 0n, creditMinor: 0n } as const;
      const { balance: standing } = ledgerRowBody({ ...opening, balanceMinor: page.openingMinor }, book);
      yield [
        String(asked.from),
        '',
        '',
        '',
        '',
        OPENING[language],
        '',
        '',
        sideText(standing.side, language),
        standing.amount,
      ];
    }
    for (const row of page.rows) {
      const body = ledgerRowBody(row, book);
      yield [
        String(body.period),
        body.date,
        body.voucher?.label ?? '',
        body.account,
        dimensionsText(body.dimensions),
        body.type === 'line' ? body.summary : SUMS[body.type][language],
        body.debit,
        body.credit,
        sideText(body.balance.side, language),
        body.balance.amount,
      ];
    }
    after = page.next;
  } while (after !== null);
}

function sideText(name: 'debit' | 'credit' | 'none', language: Language): string {
  return SIDES[name][language];
}
