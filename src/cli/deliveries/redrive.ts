import type { Command } from '#cli/command.ts';
import { requireConnection } from '#cli/finders.ts';
import { idOf, UsageError } from '#cli/input.ts';
import { word } from '#cli/words.ts';
import { audit } from '#storage/audit-log.ts';
import type { Database } from '#storage/database.ts';
import { redrive } from '#storage/deliveries.ts';
import { listDeliveries } from '#storage/delivery-list.ts';

/** `tongzhang deliveries redrive`: refused and dead deliveries go out again; the target is asked first. */
export const deliveriesRedrive: Command = {
  name: 'deliveries redrive',
  describe: {
    zh: '重新推送被拒绝或已放弃的；会先询问目标系统，不会重复',
    en: 'Send refused and dead deliveries again; the target is asked first, so nothing is doubled',
    ja: '拒否・停止した送信を再開。先に照会するため二重になりません',
  },
  options: [
    {
      flags: '--id <n>',
      repeats: true,
      describe: {
        zh: '推送编号；可重复',
        en: 'id of a delivery; may be repeated',
        ja: '送信 ID。繰り返し可',
      },
    },
    {
      flags: '--connection <code>',
      describe: { zh: '此连接的全部', en: 'all of this connection', ja: 'この接続のすべて' },
    },
  ],
  async run({ services, actor, language }, input) {
    const { database } = await services();
    const code = input.text('connection');
    const ids = input.list('id').map((text) => idOf(text, '--id'));
    if (code !== null) ids.push(...(await stuckOf(database, code)));
    else if (ids.length === 0) throw new UsageError({ code: 'cli_nothing_chosen' });
    const redriven = await database.transaction(async (tx) => {
      const count = await redrive(tx, ids);
      await audit(tx, {
        actor,
        action: 'delivery.redrive',
        subject: `connection:${code ?? '*'}`,
        details: { deliveries: count },
      });
      return count;
    });
    return { json: { redriven }, text: `${word('delivery', language)}: ${redriven}` };
  },
};

const ALL = 100_000;

async function stuckOf(database: Database, code: string): Promise<bigint[]> {
  const { connection_id: connectionId } = await requireConnection(database, code);
  const rows = await listDeliveries(database, {
    connectionId,
    states: ['refused', 'dead'],
    page: { limit: ALL },
  });
  return rows.map((row) => row.delivery_id);
}
