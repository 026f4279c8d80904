import type { Command } from '#cli/command.ts';

/** `tongzhang checkpoints key`: what an auditor keeps, to know a real checkpoint from a forged one. */
export const checkpointsKey: Command = {
  name: 'checkpoints key',
  describe: {
    zh: '输出检查点签名的公钥，交审计人员保存',
    en: 'Print the public key of the checkpoints, for the auditor to keep',
    ja: 'チェックポイントの公開鍵を出力（監査人が保管）',
  },
  async run({ services }) {
    const { checkpointer } = await services();
    const keys = await checkpointer.verifierKeys();
    return { json: { keys, folder: checkpointer.folder }, text: keys.join('\n') };
  },
};
