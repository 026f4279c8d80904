import { newSetUpLink } from '#access/set-up.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Command } from './command.ts';
import { renderPairs } from './table.ts';

/** `tongzhang set-up-link`: another link for the first person, when the one that the start printed is 15 minutes old. */
export const setUpLink: Command = {
  name: 'set-up-link',
  describe: {
    zh: '生成首次设置链接（15 分钟、一次、仅限本机）',
    en: 'Make a link for the first set-up (15 minutes, once, on this machine only)',
    ja: '初期設定のリンクを作成（15 分・一度・この機械のみ）',
  },
  async run({ services, language, actor }) {
    const { database, now, hubUrl } = await services();
    const about = { hubUrl: await hubUrl(), by: actor, now: now() };
    const link = await database.transaction((tx) => newSetUpLink(tx, about));
    if (link === null) throw new RefusalError({ code: 'set_up_done' });
    const text = renderPairs(language, [
      ['link', link.url],
      ['expires', link.expiresAt.toISOString()],
    ]);
    return { json: link, text };
  },
};
