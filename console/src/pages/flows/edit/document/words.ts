import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  settings: { zh: '单据设置', en: 'The document', ja: '伝票の設定' },
  oneOfRecord: { zh: '每条记录一张', en: 'one for each record', ja: '1 記録に 1 枚' },
  oneForEach: { zh: '{list} 每项一张', en: 'one for each of {list}', ja: '{list} ごとに 1 枚' },
  onlyWhen: { zh: '仅当 {when}', en: 'only when {when}', ja: '{when} の場合のみ' },
  noLines: { zh: '没有明细行', en: 'no lines', ja: '明細なし' },
  linesOf: { zh: '明细行来自 {list}', en: 'lines from {list}', ja: '明細は {list}' },
  kind: { zh: '单据种类', en: 'Kind of document', ja: '伝票の種類' },
  kindHelp: {
    zh: '小写字母、数字与 -；凭证模板随之改名。',
    en: 'Lower case, digits and -; its voucher templates follow.',
    ja: '英小文字・数字・-。仕訳テンプレートも追随します。',
  },
  each: { zh: '为列表的每一项各生成一张', en: 'One for each item of', ja: 'リストの項目ごとに 1 枚' },
  eachHelp: {
    zh: '留空：一条记录一张。改后各字段仍指向原来的位置。',
    en: 'Empty: one for the record. Fields go on meaning the same places.',
    ja: '空欄なら 1 記録に 1 枚。各項目の参照先は変わりません。',
  },
  lines: { zh: '明细行取自列表', en: 'Lines come from', ja: '明細の元になるリスト' },
  linesHelp: {
    zh: '留空：只有单据头。',
    en: 'Empty: a header only.',
    ja: '空欄ならヘッダーのみ。',
  },
  when: { zh: '生成条件（公式）', en: 'Made only when (formula)', ja: '作成条件（数式）' },
  whenAlways: {
    zh: '总是生成。例如：state == "paid"',
    en: 'Always made. For example: state == "paid"',
    ja: '常に作成します。例：state == "paid"',
  },
  addDocument: { zh: '再加一种单据', en: 'Add a document', ja: '伝票を追加' },
  removeLines: { zh: '去掉明细行', en: 'Remove the lines', ja: '明細を削除' },
  removeDocument: {
    zh: '删除单据 {kind} 及其模板',
    en: 'Remove {kind} and its template',
    ja: '伝票 {kind} とテンプレートを削除',
  },
  theLast: {
    zh: '流程至少要有一种单据',
    en: 'A flow needs at least one document',
    ja: 'フローには伝票が 1 つ以上必要です',
  },
});
