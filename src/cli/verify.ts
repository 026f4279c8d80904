import { type BookDifference, verify as verifyAll } from '#pipeline/verify/verify.ts';
import type { Command } from './command.ts';
import { requireBook } from './finders.ts';
import { renderTable } from './table.ts';
import { tellRefusal, troubleLines } from './trouble-text.ts';
import { word } from './words.ts';

/** `tongzhang verify`: recomputes every hash, chain, number and balance, and says what is not as it was posted. */
export const verify: Command = {
  name: 'verify',
  describe: {
    zh: '核验账本：重算每张凭证的哈希、哈希链、连号、余额与审计日志',
    en: 'Verify the books: recompute every hash, the chains, numbers, balances and the audit log',
    ja: '帳簿を検証：全仕訳のハッシュ、連鎖、連番、残高、監査ログを再計算',
  },
  options: [
    { flags: '--book <code>', describe: { zh: '只核验此账套', en: 'this book only', ja: 'この帳簿のみ' } },
  ],
  async run({ services, language, progress }, input) {
    const { database } = await services();
    const code = input.text('book');
    const differences: BookDifference[] = [];
    const verified = await verifyAll(database, {
      ...(code === null ? {} : { book: await requireBook(database, code) }),
      found: (difference) => differences.push(difference),
      progress: ({ book, vouchers }) => progress(`${book}: ${vouchers}`),
    });
    progress('');
    const told = differences.map(({ book, refusal }) => ({ book, ...tellRefusal(refusal, language) }));
    const table = renderTable(
      language,
      [
        { title: 'book', value: (row) => row.book },
        { title: 'postings', value: (row) => row.postings, right: true },
        { title: 'vouchers', value: (row) => row.vouchers, right: true },
        { title: 'lines', value: (row) => row.lines, right: true },
        { title: 'records', value: (row) => row.records, right: true },
        { title: 'hash', value: (row) => row.head.slice(0, 16) },
      ],
      verified.books,
    );
    const troubles = told.map((one) => `${one.book ?? '–'}  ${troubleLines(one)}`);
    const verdict = verified.ok
      ? `✓ ${WELL[language]}`
      : `✗ ${word('differences', language)}: ${told.length}`;
    return {
      ok: verified.ok,
      json: { ...verified, differences: told },
      text: [table, ...troubles, verdict].join('\n'),
    };
  },
};

const WELL = {
  zh: '全部一致：没有缺失、改动或多余',
  en: 'Everything agrees: nothing is missing, changed or added',
  ja: 'すべて一致：欠落、変更、余分はありません',
} as const;
