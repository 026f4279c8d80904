import type { Answer, Command } from '#cli/command.ts';
import { requireBook } from '#cli/finders.ts';
import { renderTable } from '#cli/table.ts';
import { word } from '#cli/words.ts';
import type { Movement } from '#core/ledger/balances.ts';
import type { Book } from '#core/ledger/book.ts';
import { type TrialBalance, trialBalance } from '#core/ledger/trial-balance.ts';
import { formatAmount } from '#core/money/amount.ts';
import type { Language } from '#core/trouble/message.ts';
import { readMovements } from '#storage/balance-reads.ts';
import { loadBook } from '#storage/books.ts';

const LATEST = 999_912;

/** `tongzhang balances <book>`: the trial balance. */
export const balances: Command = {
  name: 'balances',
  describe: { zh: '试算平衡表', en: 'The trial balance', ja: '試算表' },
  takes: [{ name: '<book>', describe: { zh: '账套编码', en: 'code of the book', ja: '帳簿のコード' } }],
  options: [
    {
      flags: '--period <n>',
      describe: {
        zh: '期间，如 202611；缺省为全部',
        en: 'period, e.g. 202611; all by default',
        ja: '期間。例 202611。既定は全期間',
      },
    },
  ],
  async run({ services, language }, input) {
    const { database } = await services();
    const { book_id: bookId } = await requireBook(database, input.argument('book'));
    const { book } = await loadBook(database, bookId);
    const period = input.integer('period');
    const rows = await readMovements(database, bookId, { from: period ?? 0, to: period ?? LATEST });
    const leaves = new Map<string, Movement>(
      rows.map((row) => [
        row.account,
        { openingMinor: row.opening_minor, debitMinor: row.debit_minor, creditMinor: row.credit_minor },
      ]),
    );
    return answerOf(trialBalance(book.accounts, leaves), book, language);
  },
};

function answerOf(trial: TrialBalance, book: Book, language: Language): Answer {
  const { baseCurrency: currency } = book;
  const amounts = (row: TrialBalance['total']) => ({
    opening: formatAmount(row.openingMinor, currency),
    debit: formatAmount(row.debitMinor, currency),
    credit: formatAmount(row.creditMinor, currency),
    closing: formatAmount(row.closingMinor, currency),
  });
  const accounts = trial.rows.map((row) => ({
    account: row.code,
    name: book.accounts.get(row.code)?.name[language] ?? '',
    ...amounts(row),
  }));
  const total = amounts(trial.total);
  const last = { account: word('total', language), name: trial.balanced ? '✓' : '✗', ...total };
  return {
    ok: trial.balanced,
    json: { currency, balanced: trial.balanced, accounts, total },
    text: balanceTable([...accounts, last], language),
  };
}

interface Row {
  readonly account: string;
  readonly name: string;
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
  readonly closing: string;
}

function balanceTable(rows: readonly Row[], language: Language): string {
  const amount = (title: 'opening' | 'debit' | 'credit' | 'closing') =>
    ({ title, value: (row: Row) => row[title], right: true }) as const;
  return renderTable<Row>(
    language,
    [
      { title: 'account', value: (row) => row.account },
      { title: 'name', value: (row) => row.name },
      amount('opening'),
      amount('debit'),
      amount('credit'),
      amount('closing'),
    ],
    rows,
  );
}
