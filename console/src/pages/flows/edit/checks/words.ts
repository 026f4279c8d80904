import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  ofDocument: { zh: '{kind} 的检查', en: 'Checks of {kind}', ja: '{kind} の検査' },
  ofDocumentText: {
    zh: '公式不成立时，按所选方式处理，并把下面的说法显示给人。',
    en: 'Where the formula does not hold, the record is treated as chosen, and people read the words below.',
    ja: '数式が成立しないとき、選んだ方法で扱い、下の文言を表示します。',
  },
  code: { zh: '检查编号', en: 'Code', ja: 'コード' },
  formula: { zh: '应当成立的公式', en: 'Formula that must hold', ja: '成立すべき数式' },
  formulaEmpty: {
    zh: '例如：order_total == sum(map(lines, #.amount_incl_tax))',
    en: 'For example: order_total == sum(map(lines, #.amount_incl_tax))',
    ja: '例：order_total == sum(map(lines, #.amount_incl_tax))',
  },
  at: { zh: '显示在字段', en: 'Shown at', ja: '表示する項目' },
  effect: { zh: '不成立时', en: 'Otherwise', ja: '不成立のとき' },
  says: { zh: '提示文字（{language}）', en: 'What people read ({language})', ja: '表示文言（{language}）' },
  addCheck: { zh: '加一条检查', en: 'Add a check', ja: '検査を追加' },
  removeCheck: { zh: '删除检查 {code}', en: 'Remove the check {code}', ja: '検査 {code} を削除' },
  business: { zh: '业务检查', en: 'Business checks', ja: '業務上の検査' },
  businessText: {
    zh: '借贷平衡、会计期间、末级科目、辅助核算与币种总会检查；以下由您决定。',
    en: 'Balance, periods, detail accounts, dimensions and currencies are always checked; these are yours to choose.',
    ja: '貸借・会計期間・明細科目・補助科目・通貨は常に検査します。以下は任意です。',
  },
  likelyDuplicate: { zh: '疑似重复', en: 'Likely duplicates', ja: '重複の疑い' },
  sameFields: { zh: '这些字段相同', en: 'Same in', ja: '一致する項目' },
  withinDays: { zh: '天数以内', en: 'Within days', ja: '日数以内' },
  creditLimit: { zh: '信用额度', en: 'Credit limits', ja: '与信限度' },
  dimension: { zh: '辅助核算', en: 'Dimension', ja: '補助科目' },
  account: { zh: '科目', en: 'Account', ja: '勘定科目' },
  authority: { zh: '金额权限', en: 'Authority', ja: '金額権限' },
  amountMax: { zh: '超过此金额（本位币）', en: 'Above (base currency)', ja: 'この金額超（基準通貨）' },
  futureDaysMax: {
    zh: '单据日期最多可晚于今天',
    en: 'Days a document may lie ahead',
    ja: '伝票日付の先日付許容',
  },
  days: { zh: '天', en: 'days', ja: '日' },
  targets: { zh: '凭证去向', en: 'Where vouchers go', ja: '仕訳の送信先' },
  targetsText: {
    zh: '每张凭证送到这些系统，并推进到所选状态；没有去向时凭证留在通账。',
    en: 'Each voucher is sent to these systems and brought as far as chosen; with none it stays here.',
    ja: '仕訳は各システムに送り、選んだ状態まで進めます。送信先がなければ通账に残ります。',
  },
  target: { zh: '去向 {n}', en: 'Target {n}', ja: '送信先 {n}' },
  until: { zh: '推进到', en: 'Brought to', ja: '進める段階' },
  addTarget: { zh: '加一个去向', en: 'Add a target', ja: '送信先を追加' },
  removeTarget: { zh: '删除去向 {n}', en: 'Remove target {n}', ja: '送信先 {n} を削除' },
  noTaker: {
    zh: '还没有能接收凭证的连接，请先在“系统连接”里建立。',
    en: 'No connection takes vouchers yet: make one under connections first.',
    ja: '仕訳を受け取れる接続がありません。先に接続を作成してください。',
  },
  writeBack: { zh: '回写凭证号给', en: 'Tell the voucher number to', ja: '仕訳番号の書き戻し先' },
  onNewVersion: {
    zh: '已入账的记录内容变了',
    en: 'When a posted record changes',
    ja: '記帳済みの記録が変わったとき',
  },
});

export const untilWords = defineWords({
  saved: { zh: '已保存', en: 'saved', ja: '保存' },
  submitted: { zh: '已提交', en: 'submitted', ja: '提出' },
  audited: { zh: '已审核', en: 'audited', ja: '承認' },
});

export const newVersionWords = defineWords({
  hold: { zh: '待人工处理', en: 'wait for a person', ja: '人の判断を待つ' },
  reverse: { zh: '红字冲销后重新入账', en: 'reverse and post anew', ja: '赤伝で取り消して再記帳' },
});

export const languageWords = defineWords({
  zh: { zh: '中文', en: 'Chinese', ja: '中国語' },
  en: { zh: '英文', en: 'English', ja: '英語' },
  ja: { zh: '日文', en: 'Japanese', ja: '日本語' },
});
