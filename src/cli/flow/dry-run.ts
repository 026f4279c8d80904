import type { Command } from '#cli/command.ts';
import { readTextFile, unreadable } from '#cli/files.ts';
import { requireFlow, requireVersion } from '#cli/finders.ts';
import { tellRefusal, troubleLines } from '#cli/trouble-text.ts';
import { renderVoucher } from '#cli/voucher-text.ts';
import { stateWord } from '#cli/words.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { voucherLabel } from '#core/ledger/numbering.ts';
import type { Language } from '#core/trouble/message.ts';
import { assert } from '#core/trouble/trouble.ts';
import { recordNamer } from '#pipeline/flows/name-record.ts';
import { submitAll } from '#pipeline/post/group-commit.ts';
import type { SubmissionAnswer } from '#pipeline/post/submission.ts';
import { loadBook } from '#storage/books.ts';

/** `tongzhang flow dry-run <code> --sample <file>`: the real transaction, rolled back. */
export const flowDryRun: Command = {
  name: 'flow dry-run',
  describe: {
    zh: '用样例试运行：与真实入账相同的事务，最后回滚，什么也不留下',
    en: 'Try samples: the very transaction that would post them, rolled back; nothing is kept',
    ja: 'サンプルで試行：実際と同じ処理を行い、最後に取り消します',
  },
  takes: [{ name: '<code>', describe: { zh: '流程编码', en: 'code of the flow', ja: 'フローのコード' } }],
  options: [
    {
      flags: '--sample <file>',
      describe: {
        zh: 'JSON 文件：一条记录或记录数组',
        en: 'JSON file: a record or a list of records',
        ja: 'JSON ファイル：1 件または配列',
      },
    },
    {
      flags: '--version <n>',
      describe: {
        zh: '版本；缺省为已发布的',
        en: 'version; the published one by default',
        ja: '版。既定は公開版',
      },
    },
  ],
  async run({ services, language, actor }, input) {
    const { database, cache, today } = await services();
    const flow = await requireFlow(database, input.argument('code'));
    const version = await requireVersion(database, flow, input.integer('version'));
    const parsed = parseFlow(version.definition);
    assert(parsed.ok, 'a flow version was parsed before it was saved');
    const nameOf = recordNamer(parsed.value);
    const submissions = (await readSamples(input.text('sample') ?? '')).map((raw) => ({
      bookId: flow.book_id,
      connectionId: flow.connection_id,
      kind: flow.kind,
      externalId: nameOf(raw),
      mediaType: 'application/json',
      raw,
      flowId: flow.flow_id,
      flowVersionId: version.flow_version_id,
    }));
    const { answers } = await database.transaction(
      (tx) => submitAll(tx, { cache, today, postedBy: actor }, { bookId: flow.book_id, submissions }),
      { dryRun: true },
    );
    const { book } = await loadBook(database, flow.book_id);
    const text = answers.map((answer, i) => describeAnswer(answer, { no: i + 1, language, book }));
    return { json: { records: answers.map(({ outcome }) => outcome) }, text: text.join('\n\n') };
  },
};

async function readSamples(file: string): Promise<Buffer[]> {
  const text = await readTextFile(file);
  try {
    const json: unknown = JSON.parse(text);
    // A single record is passed on as it was written: numbers of many digits must not be rounded on the way.
    return Array.isArray(json) ? json.map((one) => Buffer.from(JSON.stringify(one))) : [Buffer.from(text)];
  } catch (error) {
    throw unreadable(file, error);
  }
}

function describeAnswer(
  { outcome }: SubmissionAnswer,
  { no, language, book }: { no: number; language: Language; book: Parameters<typeof renderVoucher>[1] },
): string {
  const head = `── ${no}  ${stateWord(outcome.kind, language)}`;
  if (outcome.kind === 'ignored') return `${head}  ${outcome.reason}`;
  if (outcome.kind === 'held') {
    return [head, ...outcome.findings.map((finding) => troubleLines(tellRefusal(finding, language)))].join(
      '\n',
    );
  }
  const documents = outcome.documents.map(({ kind, number, voucher }) =>
    voucher
      ? `${kind} ${number} → ${voucherLabel(voucher)}\n${renderVoucher(voucher, book, language)}`
      : `${kind} ${number} → ${stateWord('staged', language)}`,
  );
  return [head, ...documents].join('\n');
}
