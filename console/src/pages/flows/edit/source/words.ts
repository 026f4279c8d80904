import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  samples: { zh: '样例记录', en: 'Sample record', ja: 'サンプル記録' },
  nth: { zh: '第 {n} 条，共 {all} 条', en: '{n} of {all}', ja: '{all} 件中 {n} 件目' },
  none: { zh: '还没有样例', en: 'No sample yet', ja: 'サンプルなし' },
  previous: { zh: '上一条样例', en: 'Previous sample', ja: '前のサンプル' },
  next: { zh: '下一条样例', en: 'Next sample', ja: '次のサンプル' },
  change: { zh: '更换样例', en: 'Other samples', ja: 'サンプルを変更' },
  stored: { zh: '用已收到的记录', en: 'Use records that arrived', ja: '届いた記録を使う' },
  storedNone: {
    zh: '没有取到可以查看的记录',
    en: 'No record that can be shown was found',
    ja: '表示できる記録が見つかりません',
  },
  system: {
    zh: '从 {connection} 现取几条',
    en: 'Fetch a few from {connection}',
    ja: '{connection} から数件取得',
  },
  upload: { zh: '上传 JSON 文件', en: 'Upload a JSON file', ja: 'JSON ファイルを選ぶ' },
  paste: {
    zh: '粘贴一条或一组 JSON 记录',
    en: 'Paste one record, or a list of them, as JSON',
    ja: '記録の JSON を貼り付け',
  },
  use: { zh: '使用', en: 'Use it', ja: '使う' },
  notJson: {
    zh: '不是有效的 JSON：{why}',
    en: 'Not valid JSON: {why}',
    ja: '正しい JSON ではありません：{why}',
  },
  notRecord: {
    zh: '一条记录应是 JSON 对象，或由对象组成的列表',
    en: 'A record is a JSON object, or a list of objects',
    ja: '記録は JSON オブジェクト、またはその一覧です',
  },
  tooLarge: {
    zh: '文件超过 2 MB，请只取几条记录',
    en: 'The file is over 2 MB; take a few records of it',
    ja: '2 MB を超えています。数件だけにしてください',
  },
  raw: { zh: '原始内容', en: 'Raw content', ja: '元の内容' },
});
