import type { Command } from '#cli/command.ts';
import { requireBook } from '#cli/finders.ts';
import { UsageError } from '#cli/input.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { addYear as add } from '#pipeline/books/add-year.ts';

/** `tongzhang add-year <book> <year>`: the open periods of the next fiscal year. */
export const addYear: Command = {
  name: 'add-year',
  describe: {
    zh: '为账套新增下一个会计年度的期间',
    en: 'Add the periods of the next fiscal year to a book',
    ja: '帳簿に次の会計年度の期間を追加',
  },
  takes: [
    { name: '<book>', describe: { zh: '账套编码', en: 'code of the book', ja: '帳簿のコード' } },
    {
      name: '<year>',
      describe: { zh: '会计年度，如 2027', en: 'fiscal year, e.g. 2027', ja: '会計年度。例 2027' },
    },
  ],
  async run({ services, actor: by }, input) {
    const { database, cache } = await services();
    const { book_id: bookId, code } = await requireBook(database, input.argument('book'));
    const year = input.integer('year');
    if (year === null)
      throw new UsageError({ code: 'cli_number_expected', at: 'year', params: { text: '' } });
    const added = await database.transaction((tx) => add(tx, cache, { bookId, year, by }));
    if (!added.ok) throw new RefusalError(added.refusal);
    const periods = added.value.map(({ id }) => id);
    return { json: { book: code, year, periods }, text: `${code}: ${periods.at(0)}–${periods.at(-1)}` };
  },
};
