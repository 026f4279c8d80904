import type { Command } from '#cli/command.ts';
import { requireBook } from '#cli/finders.ts';
import { renderTable } from '#cli/table.ts';
import { tellRefusal } from '#cli/trouble-text.ts';
import { stateWord } from '#cli/words.ts';
import { listExceptions } from '#storage/exceptions.ts';

const LIMIT = 50;

/** `tongzhang exceptions list`, newest first. */
export const exceptionsList: Command = {
  name: 'exceptions list',
  describe: {
    zh: '列出异常：挂起的记录及原因',
    en: 'List exceptions: records on hold, and why',
    ja: '例外の一覧：保留中の記録と理由',
  },
  options: [
    { flags: '--book <code>', describe: { zh: '账套', en: 'book', ja: '帳簿' } },
    { flags: '--code <code>', describe: { zh: '问题代码', en: 'code of a finding', ja: '検出コード' } },
    {
      flags: '--state <state>',
      describe: { zh: '状态；缺省 open', en: 'state; open by default', ja: '状態。既定 open' },
    },
    {
      flags: '--limit <n>',
      describe: { zh: '条数；缺省 50', en: 'how many; 50 by default', ja: '件数。既定 50' },
    },
  ],
  async run({ services, language }, input) {
    const { database } = await services();
    const code = input.text('code');
    const book = input.text('book');
    const rows = await listExceptions(database, {
      ...(book === null ? {} : { bookId: (await requireBook(database, book)).book_id }),
      ...(code === null ? {} : { code }),
      state: input.text('state') ?? 'open',
      limit: input.integer('limit') ?? LIMIT,
    });
    const exceptions = rows.map((row) => ({
      id: row.exception_id,
      record: row.record_id,
      document: row.document_key ?? row.external_id,
      state: row.state,
      effect: row.effect,
      openedAt: row.opened_at,
      findings: row.findings.map((finding) => tellRefusal(finding, language)),
    }));
    const text = renderTable(
      language,
      [
        { title: 'id', value: (one) => one.id, right: true },
        { title: 'document', value: (one) => one.document },
        {
          title: 'state',
          value: (one) => stateWord(one.state === 'open' ? one.effect : one.state, language),
        },
        { title: 'code', value: (one) => one.findings.map((finding) => finding.code).join(', ') },
        { title: 'reason', value: (one) => one.findings[0]?.title ?? '', widthMax: 60 },
      ],
      exceptions,
    );
    return { json: { exceptions }, text };
  },
};
