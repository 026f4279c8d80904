import { defineWords } from '#console/words/define-words.ts';

/** What records and exceptions both say of documents, their values and vouchers. */
export const words = defineWords({
  lineNo: { zh: '第 {n} 行 · {name}', en: 'line {n} · {name}', ja: '{n} 行目 · {name}' },
  linesOfDocument: { zh: '明细行', en: 'Lines', ja: '明細行' },
  number: { zh: '单据号', en: 'Number', ja: '伝票番号' },
  period: { zh: '会计期间', en: 'Period', ja: '会計期間' },
  byPath: { zh: '取自来源', en: 'from the source', ja: '元データから' },
  byEnum: { zh: '按取值对应', en: 'by value list', ja: '値の対応表' },
  byValue: { zh: '流程中的固定值', en: 'a constant of the flow', ja: 'フローの固定値' },
  byBook: { zh: '账套本位币', en: "the book's currency", ja: '帳簿の基準通貨' },
  byCrosswalk: { zh: '对照表 {name}：{rule}', en: 'crosswalk {name}: {rule}', ja: '対照表 {name}：{rule}' },
  byTable: {
    zh: '决策表 {name} 第 {rule} 条',
    en: 'rule {rule} of table {name}',
    ja: '決定表 {name} の {rule} 番目',
  },
  byDefault: { zh: '来源为空，用缺省值', en: 'empty there, so the default', ja: '空のため既定値' },
  byFormula: { zh: '按公式计算', en: 'by formula', ja: '数式で計算' },
  byPerson: { zh: '由 {name} 更正', en: 'corrected by {name}', ja: '{name} が修正' },
  unsure: { zh: '把握 {share}，待确认', en: '{share} sure, not confirmed', ja: '確度 {share}、未確認' },
  summary: { zh: '摘要', en: 'Summary', ja: '摘要' },
  account: { zh: '科目', en: 'Account', ja: '科目' },
  debit: { zh: '借方', en: 'Debit', ja: '借方' },
  credit: { zh: '贷方', en: 'Credit', ja: '貸方' },
  total: { zh: '合计', en: 'Total', ja: '合計' },
  blocks: { zh: '必须解决', en: 'must be solved', ja: '解決が必要' },
  holds: { zh: '核对后可放行', en: 'may be let pass', ja: '確認後に通過可' },
  flags: { zh: '仅提示', en: 'a note only', ja: '注意のみ' },
});

/** Dimensions that charts commonly have; a book's own ones are shown by their code. */
export const dimensionWords = defineWords({
  customer: { zh: '客户', en: 'Customer', ja: '得意先' },
  supplier: { zh: '供应商', en: 'Supplier', ja: '仕入先' },
  department: { zh: '部门', en: 'Department', ja: '部門' },
  employee: { zh: '职员', en: 'Employee', ja: '従業員' },
  project: { zh: '项目', en: 'Project', ja: 'プロジェクト' },
  item: { zh: '物料', en: 'Item', ja: '品目' },
  product: { zh: '商品', en: 'Product', ja: '商品' },
  warehouse: { zh: '仓库', en: 'Warehouse', ja: '倉庫' },
  shop: { zh: '门店', en: 'Shop', ja: '店舗' },
  store: { zh: '门店', en: 'Store', ja: '店舗' },
  channel: { zh: '渠道', en: 'Channel', ja: 'チャネル' },
  brand: { zh: '品牌', en: 'Brand', ja: 'ブランド' },
  bank: { zh: '银行账户', en: 'Bank account', ja: '銀行口座' },
});
