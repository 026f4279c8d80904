import type { Command } from '#cli/command.ts';
import { requireBook } from '#cli/finders.ts';
import type { Input } from '#cli/input.ts';
import { UsageError } from '#cli/input.ts';
import { NOTE, requireNote } from '#cli/note.ts';
import { stateWord } from '#cli/words.ts';
import type { Text } from '#core/trouble/message.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { changePeriod } from '#pipeline/books/change-period.ts';

/** `tongzhang close-period <book> <period>` */
export const closePeriod = periodCommand('close-period', 'closed', {
  zh: '结账：关闭一个会计期间',
  en: 'Close a period',
  ja: '会計期間を締める',
});

/** `tongzhang open-period <book> <period> --note <why>` */
export const openPeriod = periodCommand('open-period', 'open', {
  zh: '反结账：重新打开最后关闭的期间',
  en: 'Open the last closed period again',
  ja: '最後に締めた期間を再び開く',
});

function periodCommand(name: string, to: 'open' | 'closed', describe: Text): Command {
  return {
    name,
    describe,
    takes: [
      { name: '<book>', describe: { zh: '账套编码', en: 'code of the book', ja: '帳簿のコード' } },
      {
        name: '<period>',
        describe: { zh: '期间，如 202611', en: 'period, e.g. 202611', ja: '期間。例 202611' },
      },
    ],
    ...(to === 'open' ? { options: [NOTE] } : {}),
    async run({ services, actor: by, language }, input) {
      const { database, cache, checkpointer } = await services();
      const book = await requireBook(database, input.argument('book'));
      const why = to === 'open' ? { note: requireNote(input) } : {};
      const change = { bookId: book.book_id, period: periodOf(input), to, by, ...why };
      const changed = await database.transaction((tx) => changePeriod(tx, cache, change));
      if (!changed.ok) throw new RefusalError(changed.refusal);
      if (to === 'closed') await checkpointer.make();
      const { id, state } = changed.value;
      return {
        json: { book: book.code, period: id, state },
        text: `${book.code} ${id}: ${state === 'open' ? OPEN[language] : stateWord(state, language)}`,
      };
    },
  };
}

const OPEN: Text = { zh: '已打开', en: 'open', ja: '開放' };

function periodOf(input: Input): number {
  const period = input.integer('period');
  if (period !== null) return period;
  throw new UsageError({ code: 'cli_number_expected', at: 'period', params: { text: '' } });
}
