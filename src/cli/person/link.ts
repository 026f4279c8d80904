import { loginOf } from '#access/login.ts';
import { newPersonalLink } from '#access/personal-links.ts';
import type { Command } from '#cli/command.ts';
import { renderPairs } from '#cli/table.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { findPersonByLogin, type PersonRow } from '#storage/people.ts';
import { deleteSessions } from '#storage/person-sessions.ts';
import { deleteFactors } from '#storage/second-factors.ts';

/** `tongzhang person link`: the way back in for an administrator who is locked out, and for nobody without this machine. */
export const personLink: Command = {
  name: 'person link',
  describe: {
    zh: '为某人生成一次性链接：重设密码，可同时清除第二重验证',
    en: 'Make a one-time link for somebody: a new password, and on request no second factor',
    ja: '一度だけ使えるリンクを作成：パスワード再設定、希望により 2 要素の解除も',
  },
  takes: [{ name: '<login>', describe: { zh: '登录名', en: 'the login', ja: 'ログイン名' } }],
  options: [
    {
      flags: '--reset-factors',
      describe: {
        zh: '同时清除验证应用、通行密钥和恢复码：手机丢失时使用',
        en: 'also remove authenticator app, passkeys and recovery codes: when the phone is lost',
        ja: '認証アプリ、パスキー、復旧コードも解除：端末を失くしたとき',
      },
    },
  ],
  async run({ services, language, actor }, input) {
    const { database, now, hubUrl } = await services();
    const about = { hubUrl: await hubUrl(), by: actor, now: now() };
    const link = await database.transaction(async (tx) => {
      const person = await requirePerson(tx, input.argument('login'));
      if (input.flag('resetFactors')) await dropFactors(tx, person, actor);
      const made = await newPersonalLink(tx, person, about);
      if (!made.ok) throw new RefusalError(made.refusal);
      return made.value;
    });
    const text = renderPairs(language, [
      ['link', link.url],
      ['expires', link.expiresAt.toISOString()],
    ]);
    return { json: link, text };
  },
};

async function requirePerson(tx: Tx, login: string): Promise<PersonRow> {
  const person = await findPersonByLogin(tx, loginOf(login));
  if (person) return person;
  throw new RefusalError({ code: 'cli_person_unknown', params: { login } });
}

async function dropFactors(tx: Tx, { person_id, login }: PersonRow, actor: string): Promise<void> {
  await deleteFactors(tx, person_id);
  const ended = await deleteSessions(tx, person_id);
  await audit(tx, { actor, action: 'factor.reset', subject: `person:${login}`, details: { ended } });
}
