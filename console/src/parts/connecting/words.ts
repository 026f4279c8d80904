import { defineWords } from '#console/words/define-words.ts';

/** What is said wherever a system is connected: on the pages of connections and in the wizard of flows. */
export const words = defineWords({
  title: { zh: '连接名称', en: 'Name of the connection', ja: '接続の名称' },
  titleHint: {
    zh: '给同事看的名字，例如“天猫旗舰店”',
    en: 'What your colleagues will read, e.g. "Flagship store"',
    ja: '同僚に分かる名前。例：「旗艦店」',
  },
  code: { zh: '代码', en: 'Code', ja: 'コード' },
  codeHint: {
    zh: '流程按它引用，之后不能更改；字母、数字、- 与 _',
    en: 'Flows refer to it, and it stays; letters, digits, - and _',
    ja: 'フローがこれを参照し、後から変更できません。英数字と - _',
  },
  codeInvalid: {
    zh: '只用字母、数字、- 与 _，最多 60 个字符',
    en: 'Only letters, digits, - and _, at most 60',
    ja: '英数字と - _ のみ、60 文字まで',
  },
  needed: { zh: '请填写{name}', en: '{name} is needed', ja: '{name}を入力してください' },
  save: { zh: '保存并测试', en: 'Save and test', ja: '保存してテスト' },
  saved: {
    zh: '连接“{title}”已保存',
    en: 'The connection "{title}" is saved',
    ja: '接続「{title}」を保存しました',
  },
  test: { zh: '测试连接', en: 'Test it', ja: '接続テスト' },
  again: { zh: '重新测试', en: 'Test again', ja: '再テスト' },
  testing: { zh: '正在逐步检查…', en: 'Checking step by step …', ja: '順に確認しています…' },
  works: { zh: '连接正常', en: 'The connection works', ja: '接続は正常です' },
  fails: { zh: '卡在了下面这一步', en: 'It stops at the step below', ja: '次の段階で止まっています' },
  noSteps: {
    zh: '这种连接没有可远程检查的内容：保存成功即可使用。',
    en: 'There is nothing to check from afar: saved means ready.',
    ja: '遠隔で確認する項目はありません。保存できれば使えます。',
  },
  stepGood: { zh: '通过', en: 'passed', ja: '成功' },
  stepBad: { zh: '未通过', en: 'failed', ja: '失敗' },
  collect: { zh: '主动采集', en: 'Collects', ja: '収集' },
  webhook: { zh: '接收通知', en: 'Hears webhooks', ja: '通知受信' },
  files: { zh: '读取文件', en: 'Reads files', ja: 'ファイル読込' },
  voucher: { zh: '推送凭证', en: 'Takes vouchers', ja: '仕訳送信' },
  writeBack: { zh: '回写结果', en: 'Writes back', ja: '書き戻し' },
  lookup: { zh: '查询基础资料', en: 'Looks up master data', ja: '基礎データ照会' },
  diagnose: { zh: '逐步自检', en: 'Explains itself', ja: '自己診断' },
  rehearse: { zh: '可演练', en: 'Can rehearse', ja: 'リハーサル可' },
  copy: { zh: '复制', en: 'Copy', ja: 'コピー' },
  copied: { zh: '已复制', en: 'Copied', ja: 'コピーしました' },
});
