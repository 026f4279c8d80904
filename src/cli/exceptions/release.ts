import type { Command } from '#cli/command.ts';
import { NOTE, requireNote } from '#cli/note.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { replayRecords } from '#pipeline/post/replay.ts';
import type { ExceptionRow } from '#storage/exceptions.ts';
import { byFlow, CHOICES, chooseExceptions } from './choose.ts';
import { followAll } from './follow-all.ts';

/** `tongzhang exceptions release`: what was held passes in spite of it; what blocks cannot. */
export const exceptionsRelease: Command = {
  name: 'exceptions release',
  describe: {
    zh: '放行：有人看过，允许入账（阻断类问题不能放行）',
    en: 'Release: a person has looked and lets it pass (what blocks cannot be released)',
    ja: '解除：確認のうえ記帳を許可（停止の問題は解除不可）',
  },
  options: [...CHOICES, NOTE],
  async run(context, input) {
    const note = requireNote(input);
    const { database } = await context.services();
    const chosen = await chooseExceptions(database, input);
    for (const row of chosen) requireReleasable(row);
    const runs: bigint[] = [];
    for (const { flow, rows } of await byFlow(database, chosen)) {
      const released = [...new Set(rows.flatMap((row) => row.codes))];
      const recordIds = rows.map((row) => row.record_id);
      runs.push(
        await database.transaction((tx) =>
          replayRecords(tx, { flow, recordIds, by: context.actor, released, note }),
        ),
      );
    }
    return followAll(context, runs);
  },
};

function requireReleasable(row: ExceptionRow): void {
  const blocking = row.findings.filter(({ effect }) => effect === 'block').map(({ code }) => code);
  if (blocking.length === 0) return;
  const params = { id: String(row.exception_id), codes: [...new Set(blocking)].join(', ') };
  throw new RefusalError({ code: 'cli_exception_blocked', params });
}
