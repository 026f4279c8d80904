import type { Command } from '#cli/command.ts';
import { requireBook } from '#cli/finders.ts';
import { renderTable } from '#cli/table.ts';
import { word } from '#cli/words.ts';
import type { Movement } from '#core/ledger/balances.ts';
import { trialBalance } from '#core/ledger/trial-balance.ts';
import { formatAmount } from '#core/money/amount.ts';
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
    const trial = trialBalance(book.accounts, leaves);
    const shown = (row: Movement & { closingMinor: bigint }) => ({
      opening: formatAmount(row.openingMinor, book.baseCurrency),
      debit: formatAmount(row.debitMinor, book.baseCurrency),
      credit: formatAmount(row.creditMinor, book.baseCurrency),
      closing: formatAmount(row.closingMinor, book.baseCurrency),
    });
    const accounts = trial.rows.map((row) => ({
      account: row.code,
      name: book.accounts.get(row.code)?.name[language] ?? '',
      ...shown(row),
    }));
    const total = {
      account: word('total', language),
      name: trial.balanced ? '✓' : '✗',
      ...shown(trial.total),
    };
    const amount = (title: 'opening' | 'debit' | 'credit' | 'closing') =>
      ({ title, value: (row: typeof total) => row[title], right: true }) as const;
    const text = renderTable(
      language,
      [
        { title: 'account', value: (row) => row.account },
        { title: 'name', value: (row) => row.name },
        amount('opening'),
        amount('debit'),
        amount('credit'),
        amount('closing'),
      ],
      [...accounts, total],
    );
    const json = {
      currency: book.baseCurrency,
      balanced: trial.balanced,
      accounts,
      total: shown(trial.total),
    };
    return { ok: trial.balanced, json, text };
  },
};
