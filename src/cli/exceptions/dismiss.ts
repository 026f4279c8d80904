import type { Command } from '#cli/command.ts';
import { NOTE, requireNote } from '#cli/note.ts';
import { word } from '#cli/words.ts';
import { dismissException } from '#pipeline/post/replay.ts';
import { CHOICES, chooseExceptions } from './choose.ts';

/** `tongzhang exceptions dismiss`: a person says these are not to be posted. */
export const exceptionsDismiss: Command = {
  name: 'exceptions dismiss',
  describe: {
    zh: '忽略：确认这些记录不入账，理由记入审计日志',
    en: 'Dismiss: these are not to be posted; the reason goes into the audit log',
    ja: '却下：記帳しないと確定。理由は監査ログに残ります',
  },
  options: [...CHOICES, NOTE],
  async run({ services, actor: by, language }, input) {
    const note = requireNote(input);
    const { database } = await services();
    const chosen = await chooseExceptions(database, input);
    await database.transaction(async (tx) => {
      for (const exception of chosen) await dismissException(tx, { exception, by, note });
    });
    const dismissed = chosen.map((row) => row.exception_id);
    return { json: { dismissed }, text: `${word('exceptions', language)}: ${dismissed.length}` };
  },
};
