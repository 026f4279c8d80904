import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  number: { zh: '凭证号', en: 'Number', ja: '伝票番号' },
  date: { zh: '日期', en: 'Date', ja: '日付' },
  summary: { zh: '摘要', en: 'Summary', ja: '摘要' },
  searchSummary: {
    zh: '摘要含（须先选期间）',
    en: 'Summary has (with a period)',
    ja: '摘要を含む（期間も指定）',
  },
  amount: { zh: '金额', en: 'Amount', ja: '金額' },
  amountFrom: { zh: '金额不低于', en: 'Amount from', ja: '金額（以上）' },
  amountTo: { zh: '金额不高于', en: 'Amount to', ja: '金額（以下）' },
  period: { zh: '期间', en: 'Period', ja: '期間' },
  word: { zh: '凭证字', en: 'Word', ja: '伝票区分' },
  kind: { zh: '类型', en: 'Kind', ja: '種類' },
  account: { zh: '科目', en: 'Account', ja: '科目' },
  preparedBy: { zh: '制单', en: 'Prepared by', ja: '作成' },
  attachments: { zh: '附单据', en: 'Documents', ja: '添付' },
  state: { zh: '状态', en: 'State', ja: '状態' },
  reversed: { zh: '已冲销', en: 'Reversed', ja: '取消済み' },
  posted: { zh: '已入账', en: 'Posted', ja: '記帳済み' },
  emptyTitle: { zh: '还没有凭证', en: 'No vouchers yet', ja: '伝票はまだありません' },
  emptyText: {
    zh: '流程把业务单据变成凭证并入账后，会列在这里；每张都能追溯到原始记录。',
    en: 'When a flow turns documents into vouchers, they are listed here. Each leads back to its raw record.',
    ja: 'フローが伝票を記帳すると、ここに並びます。どれも原始記録まで辿れます。',
  },
  printChosen: { zh: '打印所选', en: 'Print selected', ja: '選択分を印刷' },
  back: { zh: '全部凭证', en: 'All vouchers', ja: '伝票一覧' },
  print: { zh: '打印', en: 'Print', ja: '印刷' },
  size: { zh: '纸张', en: 'Paper', ja: '用紙' },
  reverse: { zh: '红字冲销', en: 'Reverse', ja: '赤字で取消' },
  reverseTitle: { zh: '红字冲销 {label}？', en: 'Reverse {label}?', ja: '{label} を赤字で取り消しますか？' },
  reverseText: {
    zh: '系统将生成一张金额为负的红字凭证并送往同一目标；两张凭证都保留，此操作不能撤销。',
    en: 'A red-letter voucher with negative amounts is posted and sent to the same targets. Both stay; this cannot be undone.',
    ja: '金額が負の赤字伝票を作成し、同じ送信先に送ります。両方とも残り、元に戻せません。',
  },
  reversedNow: {
    zh: '已生成红字凭证 {label}',
    en: 'Red-letter voucher {label} is posted',
    ja: '赤字伝票 {label} を記帳しました',
  },
  acrossYears: {
    zh: '原凭证属于以前年度时，也在本年度冲销',
    en: 'Reverse in this year even where it belongs to an earlier one',
    ja: '前年度の伝票でも当年度で取り消す',
  },
  isReversal: { zh: '这是红字凭证，冲销', en: 'This takes back', ja: 'この赤字伝票の取消対象：' },
  isReversed: {
    zh: '这张凭证已被冲销，见红字凭证',
    en: 'Taken back by',
    ja: 'この伝票は取消済み。赤字伝票：',
  },
  documents: { zh: '背后的单据', en: 'Documents behind it', ja: '元の伝票' },
  documentsIntro: {
    zh: '点开可看原始记录与每个字段的来历',
    en: 'Each leads to its raw record and the reason for every field',
    ja: '原始記録と各項目の由来に進めます',
  },
  noDocuments: {
    zh: '没有单据：这是直接生成的凭证',
    en: 'None: it was made directly',
    ja: '元の伝票はありません',
  },
  document: { zh: '单据号', en: 'Document', ja: '伝票番号' },
  record: { zh: '原始记录', en: 'Raw record', ja: '原始記録' },
  deliveries: { zh: '送达', en: 'Deliveries', ja: '送信' },
  noDeliveries: { zh: '没有要送往的目标系统', en: 'It is owed to no target', ja: '送信先はありません' },
  target: { zh: '目标', en: 'Target', ja: '送信先' },
  targetNumber: { zh: '对方凭证号', en: 'Number there', ja: '先方番号' },
  proof: { zh: '入账凭据', en: 'Proof of posting', ja: '記帳の証跡' },
  postedAt: { zh: '入账时间', en: 'Posted', ja: '記帳日時' },
  postedBy: { zh: '记账', en: 'Posted by', ja: '記帳者' },
  posting: { zh: '记账批次', en: 'Batch', ja: '記帳バッチ' },
  voucherHash: { zh: '凭证哈希', en: 'Hash of the voucher', ja: '伝票のハッシュ' },
  hash: { zh: '批次哈希链', en: 'Chained hash of the batch', ja: 'バッチのハッシュ連鎖' },
  preparing: { zh: '正在准备 {n} / {all} 张', en: 'Preparing {n} of {all}', ja: '準備中 {n} / {all}' },
  ready: {
    zh: '{n} 张凭证，共 {papers} 页',
    en: '{n} vouchers on {papers} sheets',
    ja: '伝票 {n} 枚、{papers} ページ',
  },
  nothingToPrint: { zh: '没有选中凭证', en: 'No vouchers chosen', ja: '伝票が選ばれていません' },
  nothingToPrintText: {
    zh: '在凭证列表里勾选要打印的凭证，再点“打印所选”。',
    en: 'Tick the vouchers in the list, then “Print selected”.',
    ja: '一覧で伝票にチェックし、「選択分を印刷」を押してください。',
  },
  tooMany: {
    zh: '一次最多打印 {max} 张，已取前 {max} 张',
    en: 'At most {max} at once; the first {max} are shown',
    ja: '一度に最大 {max} 枚です。先頭 {max} 枚を表示しています',
  },
});

/** What is printed on the paper. */
export const paperWords = defineWords({
  journal: { zh: '记账凭证', en: 'Journal voucher', ja: '記帳伝票' },
  receipt: { zh: '收款凭证', en: 'Receipt voucher', ja: '入金伝票' },
  payment: { zh: '付款凭证', en: 'Payment voucher', ja: '出金伝票' },
  transfer: { zh: '转账凭证', en: 'Transfer voucher', ja: '振替伝票' },
  places: { zh: '亿千百十万千百十元角分', en: '           ', ja: '億千百十万千百十元角分' },
  number: { zh: '{word}字第 {number} 号', en: 'No. {word}-{number}', ja: '{word}-{number} 号' },
  sheet: { zh: '（{n}/{all}）', en: '({n}/{all})', ja: '（{n}/{all}）' },
  date: { zh: '{y} 年 {m} 月 {d} 日', en: '{y}-{m}-{d}', ja: '{y} 年 {m} 月 {d} 日' },
  attached: { zh: '附单据 {n} 张', en: 'Documents attached: {n}', ja: '添付 {n} 枚' },
  summary: { zh: '摘要', en: 'Summary', ja: '摘要' },
  general: { zh: '总账科目', en: 'Account', ja: '勘定科目' },
  detail: { zh: '明细科目', en: 'Detail', ja: '補助科目' },
  debit: { zh: '借方金额', en: 'Debit', ja: '借方金額' },
  credit: { zh: '贷方金额', en: 'Credit', ja: '貸方金額' },
  total: { zh: '合计', en: 'Total', ja: '合計' },
  carried: { zh: '转下页', en: 'Continued', ja: '次頁へ' },
  chief: { zh: '会计主管：', en: 'Chief accountant: ', ja: '会計責任者：' },
  bookkeeper: { zh: '记账：', en: 'Posted: ', ja: '記帳：' },
  reviewer: { zh: '审核：', en: 'Reviewed: ', ja: '承認：' },
  cashier: { zh: '出纳：', en: 'Cashier: ', ja: '出納：' },
  preparer: { zh: '制单：', en: 'Prepared: ', ja: '作成：' },
  rate: { zh: '汇率 {rate}', en: 'at {rate}', ja: 'レート {rate}' },
  quantity: { zh: '数量 {n}', en: 'Qty {n}', ja: '数量 {n}' },
});

export const lookWords = defineWords({
  grid: { zh: '金额栏分位格', en: 'Digit grid', ja: '桁区切り' },
  plain: { zh: '普通金额栏', en: 'Plain amounts', ja: '通常の金額' },
});

export const sizeWords = defineWords({
  a5: { zh: 'A5 横向，每页一张', en: 'A5 landscape', ja: 'A5 横' },
  a4: { zh: 'A4 纵向，每页两张', en: 'Two on A4', ja: 'A4 に 2 枚' },
});

export const kindWords = defineWords({
  ordinary: { zh: '普通', en: 'Ordinary', ja: '通常' },
  reversal: { zh: '红字冲销', en: 'Reversal', ja: '赤字取消' },
  closing: { zh: '结转', en: 'Closing', ja: '決算' },
  correction: { zh: '更正', en: 'Correction', ja: '訂正' },
});

export const documentStateWords = defineWords({
  posted: { zh: '已入账', en: 'Posted', ja: '記帳済み' },
  staged: { zh: '待汇总', en: 'To be summarised', ja: '集計待ち' },
  reversed: { zh: '已冲销', en: 'Reversed', ja: '取消済み' },
});

export const deliveryStateWords = defineWords({
  owed: { zh: '待推送', en: 'Owed', ja: '送信待ち' },
  sending: { zh: '推送中', en: 'Sending', ja: '送信中' },
  done: { zh: '已送达', en: 'Delivered', ja: '送信済み' },
  refused: { zh: '被拒绝', en: 'Refused', ja: '拒否' },
  dead: { zh: '已停止', en: 'Stopped', ja: '停止' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', ja: '取り下げ' },
});
