import { listFlows } from '#storage/flows.ts';
import { listRuns } from '#storage/run-list.ts';
import type { Command } from './command.ts';
import { type Column, renderTable } from './table.ts';
import { stateWord } from './words.ts';

const LIMIT = 30;

/** `tongzhang runs`, newest first. */
export const runs: Command = {
  name: 'runs',
  describe: { zh: '列出运行及其进度', en: 'List runs and how far they are', ja: '実行と進捗の一覧' },
  options: [
    {
      flags: '--limit <n>',
      describe: { zh: '条数；缺省 30', en: 'how many; 30 by default', ja: '件数。既定 30' },
    },
  ],
  async run({ services, language }, input) {
    const { database } = await services();
    const flows = new Map((await listFlows(database)).map((row) => [row.flow_id, row.code]));
    const rows = await listRuns(database, { page: { limit: input.integer('limit') ?? LIMIT } });
    const found = rows.map((row) => ({
      id: row.run_id,
      kind: row.kind,
      flow: row.flow_id === null ? null : (flows.get(row.flow_id) ?? null),
      state: row.state,
      collected: row.collected,
      repeated: row.repeated,
      posted: row.posted,
      held: row.held,
      ignored: row.ignored,
      startedAt: row.started_at,
      startedBy: row.started_by,
      error: row.error,
    }));
    const count = (title: 'collected' | 'repeated' | 'posted' | 'held' | 'ignored') =>
      ({ title, value: (run) => run[title], right: true }) satisfies Column<(typeof found)[number]>;
    const text = renderTable(
      language,
      [
        { title: 'id', value: (run) => run.id, right: true },
        { title: 'kind', value: (run) => run.kind },
        { title: 'flow', value: (run) => run.flow },
        { title: 'state', value: (run) => stateWord(run.state, language) },
        count('collected'),
        count('repeated'),
        count('posted'),
        count('held'),
        count('ignored'),
        { title: 'started', value: (run) => run.startedAt.toISOString() },
        { title: 'startedBy', value: (run) => run.startedBy },
      ],
      found,
    );
    return { json: { runs: found }, text };
  },
};
