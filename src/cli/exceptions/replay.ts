import type { Command } from '#cli/command.ts';
import { requireFlow, requirePublished } from '#cli/finders.ts';
import { idOf, UsageError } from '#cli/input.ts';
import { replayRecords } from '#pipeline/post/replay.ts';
import { byFlow, CHOICES, chooseExceptions } from './choose.ts';
import { followAll } from './follow-all.ts';

/** `tongzhang exceptions replay`: once more under the mapping, crosswalks and master data of now. */
export const exceptionsReplay: Command = {
  name: 'exceptions replay',
  describe: {
    zh: '重放：按现在的流程、对照表和基础资料再处理一次',
    en: 'Replay: once more, under the flow, crosswalks and master data of now',
    ja: '再実行：現在のフロー、対照表、マスターで処理し直す',
  },
  options: [
    ...CHOICES,
    {
      flags: '--record <n>',
      repeats: true,
      describe: {
        zh: '原始记录编号，须同时给出 --flow',
        en: 'id of a record, with --flow',
        ja: '記録 ID（--flow と共に）',
      },
    },
    { flags: '--flow <code>', describe: { zh: '流程', en: 'flow', ja: 'フロー' } },
  ],
  async run(context, input) {
    const { database } = await context.services();
    const records = input.list('record').map((text) => idOf(text, '--record'));
    const code = input.text('flow');
    if (records.length > 0 && code === null) throw new UsageError({ code: 'cli_nothing_chosen' });
    const work =
      records.length > 0
        ? [{ flow: requirePublished(await requireFlow(database, code!)), recordIds: records }]
        : (await byFlow(database, await chooseExceptions(database, input))).map(({ flow, rows }) => ({
            flow,
            recordIds: rows.map((row) => row.record_id),
          }));
    const runs: bigint[] = [];
    for (const { flow, recordIds } of work) {
      runs.push(
        await database.transaction((tx) => replayRecords(tx, { flow, recordIds, by: context.actor })),
      );
    }
    return followAll(context, runs);
  },
};
