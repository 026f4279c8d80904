import { RefusalError } from '#core/trouble/trouble.ts';
import { listCheckpointFiles } from '#pipeline/audit/checkpoint-files.ts';
import { type NoteVerifier, noteVerifier } from '#pipeline/audit/signed-note.ts';
import type { BookDifference } from '#pipeline/verify/book-difference.ts';
import type { CheckpointFolder } from '#pipeline/verify/opened-checkpoints.ts';
import { type Verification, verify as verifyAll } from '#pipeline/verify/verify.ts';
import type { Command, CommandServices } from './command.ts';
import { readTextFile } from './files.ts';
import { requireBook } from './finders.ts';
import { type Input, idOf } from './input.ts';
import { renderTable } from './table.ts';
import { tellRefusal, troubleLines } from './trouble-text.ts';
import { word } from './words.ts';

/** `tongzhang verify`: recomputes every hash, chain, number and balance, and says what is not as it was posted. */
export const verify: Command = {
  name: 'verify',
  describe: {
    zh: '核验账本：重算每张凭证的哈希、哈希链、连号、余额与审计日志，并与签名检查点比对',
    en: 'Verify the books: recompute every hash, the chains, numbers, balances and the audit log, and compare with the signed checkpoints',
    ja: '帳簿を検証：全仕訳のハッシュ、連鎖、連番、残高、監査ログを再計算し、署名付きチェックポイントと照合',
  },
  options: [
    {
      flags: '--book <code>',
      describe: {
        zh: '只核验此账套，不含审计日志与检查点',
        en: 'this book only, without the audit log and its checkpoints',
        ja: 'この帳簿のみ（監査ログとチェックポイントは除く）',
      },
    },
    {
      flags: '--checkpoints <folder>',
      describe: {
        zh: '检查点文件夹，如审计人员保存的副本',
        en: 'folder with checkpoints, e.g. the copy that the auditor keeps',
        ja: 'チェックポイントのフォルダ（監査人の控えなど）',
      },
    },
    {
      flags: '--public-key <file>',
      describe: {
        zh: '公钥文件；只信任其中的公钥',
        en: 'file with public keys; no other is trusted',
        ja: '公開鍵ファイル。この中の鍵だけを信頼',
      },
    },
    {
      flags: '--since <sequence>',
      describe: {
        zh: '从此检查点开始；更早的已另作说明（如恢复过备份）',
        en: 'from this checkpoint on; those before are accounted for, e.g. by a restore',
        ja: 'このチェックポイントから。以前は説明済み（復元など）',
      },
    },
    {
      flags: '--backup',
      describe: {
        zh: '这是一份较早的备份：忽略其后的检查点',
        en: 'this database is an older backup: later checkpoints say nothing about it',
        ja: 'このデータベースは古いバックアップ：以後のチェックポイントは無視',
      },
    },
  ],
  async run({ services, language, progress }, input) {
    const opened = await services();
    const code = input.text('book');
    const differences: BookDifference[] = [];
    const verified = await verifyAll(opened.database, {
      ...(code === null ? {} : { book: await requireBook(opened.database, code) }),
      checkpoints: await checkpointsOf(opened, input),
      isBackup: input.flag('backup'),
      found: (difference) => differences.push(difference),
      progress: ({ book, done }) => progress(`${book ?? word('auditLog', language)}: ${done}`),
    });
    progress('');
    const told = differences.map(({ book, refusal }) => ({ book, ...tellRefusal(refusal, language) }));
    const troubles = told.map((one) => `${one.book ?? '–'}  ${troubleLines(one)}`);
    const verdict = verified.ok
      ? `✓ ${WELL[language]}`
      : `✗ ${word('differences', language)}: ${told.length}`;
    return {
      ok: verified.ok,
      json: { ...verified, differences: told },
      text: [...tables(verified, language), ...troubles, verdict].join('\n'),
    };
  },
};

async function checkpointsOf({ checkpointer }: CommandServices, input: Input): Promise<CheckpointFolder> {
  const since = input.text('since');
  const folder = input.text('checkpoints') ?? checkpointer.folder;
  if (input.text('checkpoints') !== null && (await listCheckpointFiles(folder)).length === 0) {
    throw new RefusalError({ code: 'checkpoints_none', params: { folder } });
  }
  const file = input.text('publicKey');
  const verifiers = await (file === null
    ? checkpointer.verifierKeys().then(readVerifiers)
    : verifiersOf(file));
  return { folder, verifiers, ...(since === null ? {} : { since: idOf(since, '--since') }) };
}

/** The public keys in a file, one a line; what begins with `#` is a remark. */
async function verifiersOf(file: string): Promise<NoteVerifier[]> {
  const lines = (await readTextFile(file)).split('\n').filter((line) => /^\s*[^\s#]/.test(line));
  const verifiers = readVerifiers(lines);
  if (verifiers.length === 0 || verifiers.length < lines.length) {
    throw new RefusalError({ code: 'public_key_invalid', params: { file } });
  }
  return verifiers;
}

function readVerifiers(lines: readonly string[]): NoteVerifier[] {
  return lines.flatMap((line) => noteVerifier(line) ?? []);
}

function tables({ books, audit }: Verification, language: 'zh' | 'en' | 'ja'): string[] {
  const ledger = renderTable(
    language,
    [
      { title: 'book', value: (row) => row.book },
      { title: 'postings', value: (row) => row.postings, right: true },
      { title: 'vouchers', value: (row) => row.vouchers, right: true },
      { title: 'lines', value: (row) => row.lines, right: true },
      { title: 'records', value: (row) => row.records, right: true },
      { title: 'hash', value: (row) => row.head.slice(0, 16) },
    ],
    books,
  );
  if (audit === null) return [ledger];
  const { entries, checkpoints, last } = audit;
  const until = last ? `, #${last.sequence} ${last.at} (${last.entries})` : '';
  const log = `${word('auditLog', language)}: ${entries}  ${word('checkpoints', language)}: ${checkpoints}${until}`;
  return [ledger, log];
}

const WELL = {
  zh: '全部一致：没有缺失、改动或多余',
  en: 'Everything agrees: nothing is missing, changed or added',
  ja: 'すべて一致：欠落、変更、余分はありません',
} as const;
