import type { Command } from '#cli/command.ts';

/** `tongzhang checkpoints write`: signs what happened up to now, without waiting for the hub to do so. */
export const checkpointsWrite: Command = {
  name: 'checkpoints write',
  describe: {
    zh: '立即签署一个检查点并写入文件',
    en: 'Sign a checkpoint now and write it to its file',
    ja: '今すぐチェックポイントに署名し、ファイルに書き出す',
  },
  async run({ services, language }) {
    const { checkpointer } = await services();
    const made = await checkpointer.make();
    const { folder } = checkpointer;
    if (made === null) return { json: { checkpoint: null, folder }, text: NOTHING[language] };
    const { sequence, size, heads } = made;
    const checkpoint = { sequence: String(sequence), entries: Number(size), books: heads.length };
    return { json: { checkpoint, folder }, text: `● #${sequence}  ${size}  → ${folder}` };
  },
};

const NOTHING = {
  zh: '自上一个检查点以来没有新内容',
  en: 'Nothing has happened since the last checkpoint',
  ja: '前回のチェックポイント以降、変化はありません',
} as const;
