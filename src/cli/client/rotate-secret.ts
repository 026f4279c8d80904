import { rotateSecret } from '#access/change-clients.ts';
import type { Command } from '#cli/command.ts';
import { requireClient } from '#cli/finders.ts';
import { renderPairs } from '#cli/table.ts';
import { RefusalError } from '#core/trouble/trouble.ts';

/** `tongzhang client rotate-secret`: a new secret, printed once; the old one is void at once. */
export const clientRotateSecret: Command = {
  name: 'client rotate-secret',
  describe: {
    zh: '更换客户端密钥；新密钥只显示这一次，旧的立即失效',
    en: 'Change the secret of an API client; the new one is shown this once, the old one is void',
    ja: 'シークレットを交換。新しいものの表示は一度だけ、古いものは直ちに無効',
  },
  takes: [{ name: '<id>', describe: { zh: '客户端', en: 'client', ja: 'クライアント' } }],
  async run({ services, actor: by, language }, input) {
    const { database } = await services();
    const changed = await database.transaction(async (tx) => {
      const client = await requireClient(tx, input.argument('id'));
      return rotateSecret(tx, client.client_id, { by });
    });
    if (!changed.ok) throw new RefusalError(changed.refusal);
    const { client, secret } = changed.value;
    const text = renderPairs(language, [
      ['id', client.client_id],
      ['secret', secret],
    ]);
    return { json: { id: client.client_id, secret }, text };
  },
};
