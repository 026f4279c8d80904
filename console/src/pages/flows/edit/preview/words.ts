import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  preview: {
    zh: '预览：这条样例会变成',
    en: 'Preview: this sample becomes',
    ja: 'プレビュー：このサンプルの結果',
  },
  noSample: {
    zh: '选一条样例记录，就能在这里看到单据和凭证。',
    en: 'Choose a sample to see its document and voucher here.',
    ja: 'サンプルを選ぶと、伝票と仕訳がここに表示されます。',
  },
  notYet: {
    zh: '映射里还有错误，改正后继续预览。',
    en: 'Some field is not right yet; the preview goes on once it is.',
    ja: '項目に誤りがあります。直すとプレビューが再開します。',
  },
  ignored: {
    zh: '没有任何单据条件适用，这条记录会被略过。',
    en: 'No document applies: this record would be passed over.',
    ja: '該当する伝票がないため、この記録は見送られます。',
  },
  voucher: { zh: '凭证 {word} · {date}', en: 'Voucher {word} · {date}', ja: '仕訳 {word} · {date}' },
  noVoucher: { zh: '还不能生成凭证', en: 'No voucher yet', ja: 'まだ仕訳を作成できません' },
  account: { zh: '科目', en: 'Account', ja: '勘定科目' },
  summary: { zh: '摘要', en: 'Summary', ja: '摘要' },
  debit: { zh: '借方', en: 'Debit', ja: '借方' },
  credit: { zh: '贷方', en: 'Credit', ja: '貸方' },
  total: { zh: '合计', en: 'Total', ja: '合計' },
  balanced: { zh: '借贷平衡', en: 'Balanced', ja: '貸借一致' },
  unbalanced: {
    zh: '借贷不平，差 {difference}',
    en: 'Not balanced: {difference} off',
    ja: '貸借不一致（差額 {difference}）',
  },
  document: { zh: '单据 {kind}', en: 'Document {kind}', ja: '伝票 {kind}' },
  partial: { zh: '尚不完整', en: 'not whole yet', ja: '未完成' },
  lines: { zh: '明细行（{n}）', en: 'Lines ({n})', ja: '明細（{n}）' },
  findings: { zh: '会遇到的问题', en: 'What would be found', ja: '検出される問題' },
  noFindings: { zh: '没有发现问题', en: 'Nothing found', ja: '問題は見つかりません' },
  check: { zh: '按账套全面检查', en: 'Check against the book', ja: '帳簿と照合して検査' },
  checkText: {
    zh: '上面由浏览器用入账的同一套代码即时算出。全面检查还会核对会计期间、辅助核算档案、信用额度和重复，不留下任何数据。',
    en: 'The above is worked out here by the code that posts. The full check also asks for periods, dimensions, credit limits and doubles; it keeps nothing.',
    ja: '上の結果は記帳と同じコードでブラウザが計算しています。照合では会計期間・補助科目・与信・重複も確認し、何も保存しません。',
  },
  checkedPosted: {
    zh: '全面检查通过：会直接入账',
    en: 'Checked: it would be posted',
    ja: '検査済み：このまま記帳されます',
  },
  checkedHeld: {
    zh: '全面检查：会转为待处理',
    en: 'Checked: it would be held',
    ja: '検査済み：保留になります',
  },
  checkedIgnored: {
    zh: '全面检查：会被略过',
    en: 'Checked: it would be passed over',
    ja: '検査済み：見送られます',
  },
  stale: { zh: '检查之后又有修改', en: 'Changed since that check', ja: '検査後に変更されています' },
});

/** How a value came about, in words. */
export const originWords = defineWords({
  crosswalk: { zh: '对照表 {name}：{rule}', en: 'crosswalk {name}: {rule}', ja: '対照表 {name}：{rule}' },
  table: { zh: '规则 {name} 第 {rule} 行', en: 'table {name}, rule {rule}', ja: 'ルール {name} {rule} 行目' },
  default: { zh: '默认值', en: 'default', ja: '既定値' },
  formula: { zh: '公式', en: 'formula', ja: '数式' },
  person: { zh: '人工更正', en: 'corrected by hand', ja: '手作業で訂正' },
  copied: { zh: '来自 {path}', en: 'from {path}', ja: '{path} から' },
  constant: { zh: '固定值', en: 'constant', ja: '固定値' },
});

export const effectWords = defineWords({
  block: { zh: '不能入账', en: 'cannot be posted', ja: '記帳不可' },
  hold: { zh: '待人工处理', en: 'held', ja: '保留' },
  flag: { zh: '仅提示', en: 'shown only', ja: '表示のみ' },
});
