import type { Message } from '#core/trouble/message.ts';

/** Texts of the audit log, its checkpoints and the keys behind them. */
export const AUDIT_MESSAGES: Readonly<Record<string, Message>> = {
  checkpoint_folder_taken: {
    title: {
      zh: '文件夹 {folder} 中是另一份日志 {known} 的检查点，本数据库的日志是 {log}',
      en: 'The folder {folder} holds checkpoints of another log, {known}; the log of this database is {log}',
      ja: 'フォルダ {folder} には別のログ {known} のチェックポイントがあります。このデータベースのログは {log} です',
    },
    advice: {
      zh: '请核对 DATABASE_URL 是否指向正确的数据库。若是，请用 TONGZHANG_CHECKPOINTS 为它另设一个文件夹，原文件夹原样保留。',
      en: 'See whether DATABASE_URL is the right database. If it is, give it a folder of its own by TONGZHANG_CHECKPOINTS, and keep this one as it is.',
      ja: 'DATABASE_URL が正しいか確認してください。正しければ TONGZHANG_CHECKPOINTS で専用のフォルダを指定し、このフォルダはそのまま保管してください。',
    },
  },
  checkpoint_tree_broken: {
    title: {
      zh: '审计日志的哈希树状态已损坏，无法签署检查点',
      en: 'What was kept of the tree over the audit log is broken; no checkpoint can be signed',
      ja: '監査ログのハッシュ木の状態が壊れており、チェックポイントに署名できません',
    },
    advice: {
      zh: '通账不会这样写。请执行 tongzhang verify 查明改动之处，并从备份恢复。',
      en: 'The product never writes this. Run tongzhang verify to see what was changed, and restore from a backup.',
      ja: '製品がこう書くことはありません。tongzhang verify で変更箇所を調べ、バックアップから復元してください。',
    },
  },
  checkpoints_none: {
    title: {
      zh: '文件夹 {folder} 中没有检查点文件',
      en: 'There are no checkpoint files in {folder}',
      ja: 'フォルダ {folder} にチェックポイントのファイルがありません',
    },
    advice: {
      zh: '检查点文件名如 2026-03-15.checkpoints。请给出它们所在的文件夹。',
      en: 'They are named like 2026-03-15.checkpoints. Give the folder in which they are.',
      ja: 'ファイル名は 2026-03-15.checkpoints の形です。それがあるフォルダを指定してください。',
    },
  },
  public_key_invalid: {
    title: {
      zh: '{file} 不是公钥文件',
      en: '{file} is not a file of public keys',
      ja: '{file} は公開鍵のファイルではありません',
    },
    advice: {
      zh: '每行一个公钥，写法与 tongzhang checkpoints key 的输出相同，如 tongzhang-…+1a2b3c4d+AY…。',
      en: 'One key a line, as tongzhang checkpoints key prints it: tongzhang-…+1a2b3c4d+AY….',
      ja: '1 行に 1 つ、tongzhang checkpoints key の出力どおりに書いてください：tongzhang-…+1a2b3c4d+AY…。',
    },
  },
  audit_verification_running: {
    title: {
      zh: '核验 {id} 正在进行',
      en: 'The verification {id} is under way',
      ja: '検証 {id} が実行中です',
    },
    advice: {
      zh: '同一时间只进行一次核验。请等它结束并查看结果。',
      en: 'One runs at a time. Wait for it and read its result.',
      ja: '同時に実行できるのは 1 件です。終了を待って結果を確認してください。',
    },
  },
  key_unknown: {
    title: {
      zh: '这个秘密由密钥 {key} 加密，而该密钥不在这里',
      en: 'This secret was sealed with the key {key}, which is not here',
      ja: 'この秘密は鍵 {key} で封印されていますが、その鍵がありません',
    },
    advice: {
      zh: '请把该密钥放回密钥文件（或 TONGZHANG_KEY），排在现用密钥之后；找不回来时，请在连接设置中重新输入秘密。',
      en: 'Put that key back into the key file (or TONGZHANG_KEY), after the current one. If it is lost, enter the secrets of the connections again.',
      ja: 'その鍵を鍵ファイル（または TONGZHANG_KEY）の現在の鍵の後に戻してください。失われた場合は、接続の秘密を入力し直してください。',
    },
  },
  keys_invalid: {
    title: {
      zh: '{place} 中的密钥不对',
      en: 'The keys in {place} are not keys',
      ja: '{place} の鍵が正しくありません',
    },
    advice: {
      zh: '密钥是 32 个随机字节的 base64url 文本（43 个字符），最新的排第一；多个之间用逗号、空格或换行分开。生成方法：openssl rand -base64 32 | tr "+/" "-_" | tr -d "="',
      en: 'A key is 32 random bytes as base64url (43 characters), the newest first; several are parted by commas, spaces or line breaks. To make one: openssl rand -base64 32 | tr "+/" "-_" | tr -d "="',
      ja: '鍵は 32 バイトの乱数を base64url にした 43 文字で、新しいものが先頭です。複数はカンマ、空白、改行で区切ります。作り方：openssl rand -base64 32 | tr "+/" "-_" | tr -d "="',
    },
  },
  keys_given: {
    title: {
      zh: '密钥由环境变量给出，全部秘密已由其中的第一把加密',
      en: 'The keys come from the environment, and everything is sealed with the first of them already',
      ja: '鍵は環境変数から与えられており、すべて先頭の鍵で封印済みです',
    },
    advice: {
      zh: '要更换密钥：把新密钥放在 TONGZHANG_KEY 的最前面，旧密钥跟在后面，重启各进程，再执行一次 rotate-key；成功后即可去掉旧密钥。',
      en: 'To rotate: put a new key before the old one in TONGZHANG_KEY, restart the processes, and run rotate-key again; then the old one may go.',
      ja: '更新するには TONGZHANG_KEY の先頭に新しい鍵、その後に古い鍵を置き、各プロセスを再起動してから rotate-key を再実行します。成功後、古い鍵は外せます。',
    },
  },
};
