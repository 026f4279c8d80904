import type { Command } from '#cli/command.ts';
import { renderTable } from '#cli/table.ts';
import { stateWord } from '#cli/words.ts';
import { listPeople } from '#storage/people.ts';

const LIMIT = 100;

/** `tongzhang person list`, by login. */
export const personList: Command = {
  name: 'person list',
  describe: { zh: '列出人员', en: 'List people', ja: '人員の一覧' },
  options: [
    {
      flags: '--search <text>',
      describe: {
        zh: '登录名、姓名或邮箱的一部分',
        en: 'part of the login, the name or the e-mail address',
        ja: 'ログイン名、氏名、メールの一部',
      },
    },
    {
      flags: '--limit <n>',
      describe: { zh: '条数；缺省 100', en: 'how many; 100 by default', ja: '件数。既定 100' },
    },
  ],
  async run({ services, language }, input) {
    const { database } = await services();
    const search = input.text('search');
    const limit = input.integer('limit') ?? LIMIT;
    const rows = await listPeople(database, { limit, ...(search ? { search } : {}) });
    const people = rows.map((row) => ({
      id: row.person_id,
      login: row.login,
      name: row.name,
      state: row.state,
      source: row.source,
      factors: [...(row.has_totp ? ['totp'] : []), ...(row.passkeys > 0 ? ['passkey'] : [])],
      seenAt: row.seen_at,
    }));
    const text = renderTable(
      language,
      [
        { title: 'login', value: (row) => row.login },
        { title: 'name', value: (row) => row.name },
        { title: 'state', value: (row) => stateWord(row.state, language) },
        { title: 'factors', value: (row) => row.factors.join(', ') },
        { title: 'seen', value: (row) => row.seenAt?.toISOString() ?? null },
      ],
      people,
    );
    return { json: { people }, text };
  },
};
