import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  canvas: { zh: '字段映射画布', en: 'Mapping canvas', ja: 'マッピングキャンバス' },
  how: {
    zh: '从左边的来源字段拖到右边的标准字段；也可以先点左边、再点右边，触屏和键盘（回车）同样如此。点一条连线可改它的转换。',
    en: 'Drag a source field to a standard field, or press one and then the other: by mouse, finger or Enter. Click a line to change what happens on the way.',
    ja: '左の項目を右の標準項目へドラッグします。左、右の順に押しても構いません（タッチ、Enter キーも同じ）。線をクリックすると変換を編集できます。',
  },
  source: { zh: '来源字段', en: 'Source fields', ja: '連携元の項目' },
  target: { zh: '标准字段', en: 'Standard fields', ja: '標準項目' },
  header: { zh: '单据', en: 'Document', ja: '伝票' },
  lines: { zh: '明细行', en: 'Lines', ja: '明細' },
  linesFrom: { zh: '明细行 · 来自 {from}', en: 'Lines · from {from}', ja: '明細 · {from} から' },
  fold: { zh: '展开或收起 {field}', en: 'Fold or unfold {field}', ja: '{field} を開閉' },
  filter: { zh: '查找来源字段', en: 'Find a source field', ja: '項目を検索' },
  addField: { zh: '添加标准字段…', en: 'Add a standard field…', ja: '標準項目を追加…' },
  taken: {
    zh: '{field} 映射到哪里？点右边的标准字段，或在“添加标准字段”中选择。',
    en: 'Where does {field} go? Press a standard field, or choose one under “Add a standard field”.',
    ja: '{field} の設定先は？右の標準項目を押すか、「標準項目を追加」から選んでください。',
  },
  letGo: { zh: '取消', en: 'Cancel', ja: 'やめる' },
  mapFieldTo: { zh: '将 {field} 映射到…', en: 'Map {field} to…', ja: '{field} のマッピング先…' },
  editField: {
    zh: '编辑 {field} 的映射',
    en: 'Edit how {field} is mapped',
    ja: '{field} のマッピングを編集',
  },
  editLine: { zh: '编辑连线 {line}', en: 'Edit the line {line}', ja: '線 {line} を編集' },
  needed: { zh: '必填', en: 'required', ja: '必須' },
  missing: { zh: '还没有映射', en: 'not mapped yet', ja: '未設定' },
  stray: { zh: '样例中没有此路径', en: 'not in the samples', ja: 'サンプルにありません' },
  byTable: { zh: '由补全规则填写', en: 'filled by a table', ja: '補完ルールで設定' },
  wrong: { zh: '有错误', en: 'not right', ja: '誤りあり' },
  noSample: {
    zh: '还没有样例。选用已收到的记录、上传文件或粘贴一条 JSON，来源字段就会出现在这里。',
    en: 'No sample yet. Take a record that arrived, upload a file or paste one as JSON: its fields appear here.',
    ja: 'サンプルがありません。届いた記録を選ぶか、ファイルや JSON を入れると、項目がここに並びます。',
  },
  cannotConnect: {
    zh: '{from} 不能映射到 {to}：明细行只能取自列表中的字段，列表本身不能映射。',
    en: '{from} cannot go to {to}: lines take fields from inside a list, and a list itself cannot be mapped.',
    ja: '{from} は {to} に設定できません。明細はリスト内の項目から取り、リスト自体は設定できません。',
  },
  connected: {
    zh: '{from} 已映射到 {to}',
    en: '{from} now goes to {to}',
    ja: '{from} を {to} に設定しました',
  },
  suggestions: { zh: '{n} 条建议', en: '{n} suggestions', ja: '候補 {n} 件' },
  suggest: { zh: '智能建议', en: 'Suggest', ja: '候補を提案' },
  hideSuggestions: { zh: '收起建议', en: 'Hide suggestions', ja: '候補を閉じる' },
  noSuggestions: {
    zh: '没有更多可建议的映射',
    en: 'Nothing more to suggest',
    ja: '提案できる項目はありません',
  },
  accept: {
    zh: '采用 {line}',
    en: 'Accept {line}',
    ja: '{line} を採用',
  },
  acceptAll: {
    zh: '采用 {share} 以上的全部',
    en: 'Accept all above {share}',
    ja: '{share} 以上をすべて採用',
  },
  threshold: { zh: '把握至少', en: 'At least', ja: '確度の下限' },
  unmapped: {
    zh: '还有 {n} 个必填字段没有映射',
    en: '{n} required fields are not mapped',
    ja: '必須項目が {n} 件未設定です',
  },
  document: { zh: '单据种类', en: 'Kind of document', ja: '伝票の種類' },
});

export const badgeWords = defineWords({
  crosswalk: { zh: '对照表', en: 'crosswalk', ja: '対照表' },
  formula: { zh: '公式', en: 'formula', ja: '数式' },
  date: { zh: '格式', en: 'format', ja: '書式' },
  enum: { zh: '取值对应', en: 'words', ja: '値の対応' },
  default: { zh: '默认值', en: 'default', ja: '既定値' },
  constant: { zh: '固定值', en: 'constant', ja: '固定値' },
  minor: { zh: '以分计', en: 'in cents', ja: '最小単位' },
  negate: { zh: '取负', en: 'negated', ja: '符号反転' },
});

export const typeWords = defineWords({
  text: { zh: '文本', en: 'text', ja: '文字' },
  number: { zh: '数字', en: 'number', ja: '数値' },
  date: { zh: '日期', en: 'date', ja: '日付' },
  yesNo: { zh: '是否', en: 'yes/no', ja: '真偽' },
  list: { zh: '列表', en: 'list', ja: 'リスト' },
  group: { zh: '组', en: 'group', ja: 'グループ' },
  empty: { zh: '空', en: 'empty', ja: '空' },
});

export const groupWords = defineWords({
  document: { zh: '单据', en: 'Document', ja: '伝票' },
  order: { zh: '订单与销售', en: 'Orders and sales', ja: '注文・販売' },
  money: { zh: '金额与币种', en: 'Money', ja: '金額・通貨' },
  tax: { zh: '税', en: 'Tax', ja: '税' },
  dimension: { zh: '辅助核算', en: 'Dimensions', ja: '補助科目' },
  product: { zh: '商品', en: 'Products', ja: '商品' },
  settlement: { zh: '收付与结算', en: 'Settlement', ja: '決済' },
  invoice: { zh: '发票', en: 'Invoices', ja: '請求書' },
  bank: { zh: '银行', en: 'Bank', ja: '銀行' },
  pos: { zh: '门店收银', en: 'Point of sale', ja: '店舗 POS' },
  oa: { zh: '办公与审批', en: 'Office and approval', ja: '申請・承認' },
  voucher: { zh: '凭证', en: 'Voucher', ja: '仕訳' },
});
