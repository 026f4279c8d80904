import type { Command } from '#cli/command.ts';
import { requireConnection } from '#cli/finders.ts';
import { renderTable } from '#cli/table.ts';
import { stateWord } from '#cli/words.ts';
import { listConnections } from '#storage/connections.ts';
import { listDeliveries } from '#storage/delivery-list.ts';

const LIMIT = 50;

/** `tongzhang deliveries list`, newest first. */
export const deliveriesList: Command = {
  name: 'deliveries list',
  describe: { zh: '列出推送及其状态', en: 'List deliveries and their states', ja: '送信と状態の一覧' },
  options: [
    { flags: '--connection <code>', describe: { zh: '连接', en: 'connection', ja: '接続' } },
    {
      flags: '--kind <kind>',
      describe: {
        zh: 'voucher、write-back、withdraw',
        en: 'voucher, write-back, withdraw',
        ja: 'voucher、write-back、withdraw',
      },
    },
    {
      flags: '--state <state>',
      describe: {
        zh: 'owed、sending、done、refused、dead',
        en: 'owed, sending, done, refused, dead',
        ja: 'owed、sending、done、refused、dead',
      },
    },
    {
      flags: '--limit <n>',
      describe: { zh: '条数；缺省 50', en: 'how many; 50 by default', ja: '件数。既定 50' },
    },
  ],
  async run({ services, language }, input) {
    const { database } = await services();
    const connection = input.text('connection');
    const codes = new Map((await listConnections(database)).map((row) => [row.connection_id, row.code]));
    const kind = input.text('kind');
    const state = input.text('state');
    const rows = await listDeliveries(database, {
      ...(connection === null
        ? {}
        : { connectionId: (await requireConnection(database, connection)).connection_id }),
      ...(kind === null ? {} : { kind }),
      ...(state === null ? {} : { states: [state] }),
      page: { limit: input.integer('limit') ?? LIMIT },
    });
    const deliveries = rows.map((row) => ({
      id: row.delivery_id,
      connection: codes.get(row.connection_id) ?? null,
      kind: row.kind,
      key: row.business_key,
      voucher: row.voucher_id,
      state: row.state,
      targetState: row.target_state,
      targetNumber: row.target_number,
      attempts: row.attempts,
      error: row.error,
      nextAttemptAt: row.state === 'owed' ? row.next_attempt_at : null,
    }));
    const text = renderTable(
      language,
      [
        { title: 'id', value: (one) => one.id, right: true },
        { title: 'connection', value: (one) => one.connection },
        { title: 'kind', value: (one) => one.kind },
        { title: 'key', value: (one) => one.key },
        { title: 'state', value: (one) => stateWord(one.state, language) },
        { title: 'targetState', value: (one) => stateWord(one.targetState, language) },
        { title: 'target', value: (one) => one.targetNumber },
        { title: 'attempts', value: (one) => one.attempts, right: true },
        { title: 'reason', value: (one) => codeOf(one.error) },
      ],
      deliveries,
    );
    return { json: { deliveries }, text };
  },
};

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
