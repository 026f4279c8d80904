import { changeClient } from '#access/change-clients.ts';
import type { Command } from '#cli/command.ts';
import { requireClient } from '#cli/finders.ts';
import { stateWord } from '#cli/words.ts';
import { RefusalError } from '#core/trouble/trouble.ts';

/** `tongzhang client disable`: its tokens are worth nothing from its next request. */
export const clientDisable: Command = {
  name: 'client disable',
  describe: {
    zh: '停用接口客户端；它的令牌立即失效',
    en: 'Disable an API client; its tokens are void at once',
    ja: 'API クライアントを停止。トークンは直ちに無効',
  },
  takes: [{ name: '<id>', describe: { zh: '客户端', en: 'client', ja: 'クライアント' } }],
  options: [{ flags: '--undo', describe: { zh: '重新启用', en: 'enable it again', ja: '再び有効にする' } }],
  async run({ services, actor: by, language }, input) {
    const { database, now } = await services();
    const state = input.flag('undo') ? 'active' : 'disabled';
    const changed = await database.transaction(async (tx) => {
      const client = await requireClient(tx, input.argument('id'));
      return changeClient(tx, { client, facts: { ...client, state } }, { by, now: now() });
    });
    if (!changed.ok) throw new RefusalError(changed.refusal);
    const { client_id: id } = changed.value;
    return { json: { id, state }, text: `${id}: ${stateWord(state, language)}` };
  },
};
