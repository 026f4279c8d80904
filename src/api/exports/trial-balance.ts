import { readTrialBalance, TrialBalanceQuery } from '#api/books/trial-balance.ts';
import { requireBook } from '#api/find-book.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import type { Language } from '#core/trouble/message.ts';
import { COLUMNS } from './columns.ts';
import { answerExport, EXPORT_FORMAT, EXPORT_TYPES, ExportFile } from './export-answer.ts';
import type { Cell } from './sheet.ts';

const { account, accountName, level, dimensionCode, dimensionName } = COLUMNS;
const { openingDebit, openingCredit, debit, credit, closingDebit, closingCredit } = COLUMNS;
const { foreign: _, ...FILTERS } = TrialBalanceQuery;
const SUMS = [openingDebit, openingCredit, debit, credit, closingDebit, closingCredit];

export const exportTrialBalance = defineRoute({
  method: 'GET',
  path: '/books/{book}/trial-balance/export',
  summary: 'Export the trial balance to Excel or CSV',
  tag: 'Exports',
  permission: 'balances:read',
  scope: 'figures',
  params: exactly({ book: Code }),
  query: exactly({ ...FILTERS, ...EXPORT_FORMAT }),
  gives: Object.values(EXPORT_TYPES),
  replies: { 200: ExportFile, 404: Problem },
  async handle({ params: { book: code }, query, raw, sight }, { database, cache }) {
    const book = await requireBook(database, { cache }, code);
    const balance = await readTrialBalance(database, book, { ...query, sight });
    const isBroken = query.by !== undefined;
    const columns = [
      account,
      accountName,
      level,
      ...(isBroken ? [dimensionCode, dimensionName] : []),
      ...SUMS,
    ];
    const rows = rowsOf(balance, { isBroken, language: raw.language });
    const sheet = {
      name: `${NAME[raw.language]} ${code} ${balance.from}-${balance.to}`,
      language: raw.language,
      columns,
      rows,
    };
    return answerExport({ database, raw, sheet, format: query.format, subject: `book:${code}` });
  },
});

const NAME = { zh: '科目余额表', en: 'Trial balance', ja: '試算表' } as const;
const TOTAL = { zh: '合计', en: 'Total', ja: '合計' } as const;

type Balance = Awaited<ReturnType<typeof readTrialBalance>>;

async function* rowsOf(
  { rows, total }: Balance,
  { isBroken, language }: { isBroken: boolean; language: Language },
): AsyncGenerator<Cell[]> {
  for (const row of rows) {
    const head = [row.account, row.name[language], String(row.level)];
    yield [...head, ...(isBroken ? ['', ''] : []), ...sums(row)];
    for (const part of row.by ?? []) yield [...head, part.code ?? '', part.name ?? '', ...sums(part)];
  }
  yield ['', TOTAL[language], '', ...(isBroken ? ['', ''] : []), ...sums(total)];
}

interface Amounts {
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
  readonly closing: string;
}

function sums({ opening, debit: debits, credit: credits, closing }: Amounts): Cell[] {
  return [...bySide(opening), debits, credits, ...bySide(closing)];
}

/** A balance in the column of its side, as a printed trial balance has it. */
function bySide(signed: string): Cell[] {
  return signed.startsWith('-') ? ['', signed.slice(1)] : [signed, ''];
}
