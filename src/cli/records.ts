import { listConnections } from '#storage/connections.ts';
import { listRecords } from '#storage/records.ts';
import type { Command } from './command.ts';
import { requireConnection } from './finders.ts';
import { idOf } from './input.ts';
import { renderTable } from './table.ts';

const LIMIT = 50;

/** `tongzhang records`, newest first. */
export const records: Command = {
  name: 'records',
  describe: { zh: '列出收到的原始记录', en: 'List the records that arrived', ja: '受信した記録の一覧' },
  options: [
    { flags: '--connection <code>', describe: { zh: '连接', en: 'connection', ja: '接続' } },
    {
      flags: '--external-id <id>',
      describe: { zh: '来源编号', en: 'id in the source', ja: '元システムの ID' },
    },
    { flags: '--run <n>', describe: { zh: '运行', en: 'run', ja: '実行' } },
    {
      flags: '--limit <n>',
      describe: { zh: '条数；缺省 50', en: 'how many; 50 by default', ja: '件数。既定 50' },
    },
  ],
  async run({ services, language }, input) {
    const { database } = await services();
    const codes = new Map((await listConnections(database)).map((row) => [row.connection_id, row.code]));
    const connection = input.text('connection');
    const externalId = input.text('externalId');
    const run = input.text('run');
    const rows = await listRecords(database, {
      ...(connection === null
        ? {}
        : { connectionId: (await requireConnection(database, connection)).connection_id }),
      ...(externalId === null ? {} : { externalId }),
      ...(run === null ? {} : { runId: idOf(run, '--run') }),
      limit: input.integer('limit') ?? LIMIT,
    });
    const found = rows.map((row) => ({
      id: row.record_id,
      connection: codes.get(row.connection_id) ?? null,
      kind: row.kind,
      externalId: row.external_id,
      changedAt: row.changed_at,
      receivedAt: row.received_at,
      run: row.run_id,
      refusal: row.refusal,
    }));
    const text = renderTable(
      language,
      [
        { title: 'id', value: (one) => one.id, right: true },
        { title: 'connection', value: (one) => one.connection },
        { title: 'kind', value: (one) => one.kind },
        { title: 'externalId', value: (one) => one.externalId },
        { title: 'received', value: (one) => one.receivedAt.toISOString() },
        { title: 'run', value: (one) => one.run, right: true },
        { title: 'reason', value: (one) => one.refusal?.code ?? '' },
      ],
      found,
    );
    return { json: { records: found }, text };
  },
};
