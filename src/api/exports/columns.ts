import type { Column } from './sheet.ts';

/** Columns that several exports share. */
export const COLUMNS = {
  account: { title: { zh: '科目编码', en: 'Account', ja: '科目コード' }, kind: 'text' },
  accountName: { title: { zh: '科目名称', en: 'Account name', ja: '科目名' }, kind: 'text', width: 24 },
  level: { title: { zh: '级次', en: 'Level', ja: '階層' }, kind: 'decimal', width: 6 },
  dimensions: { title: { zh: '辅助核算', en: 'Dimensions', ja: '補助項目' }, kind: 'text', width: 28 },
  dimensionCode: { title: { zh: '辅助编码', en: 'Dimension code', ja: '補助コード' }, kind: 'text' },
  dimensionName: { title: { zh: '辅助名称', en: 'Dimension name', ja: '補助名' }, kind: 'text', width: 24 },
  openingDebit: {
    title: { zh: '期初借方', en: 'Opening debit', ja: '期首借方' },
    kind: 'decimal',
    width: 18,
  },
  openingCredit: {
    title: { zh: '期初贷方', en: 'Opening credit', ja: '期首貸方' },
    kind: 'decimal',
    width: 18,
  },
  debit: { title: { zh: '借方金额', en: 'Debit', ja: '借方金額' }, kind: 'decimal', width: 18 },
  credit: { title: { zh: '贷方金额', en: 'Credit', ja: '貸方金額' }, kind: 'decimal', width: 18 },
  closingDebit: {
    title: { zh: '期末借方', en: 'Closing debit', ja: '期末借方' },
    kind: 'decimal',
    width: 18,
  },
  closingCredit: {
    title: { zh: '期末贷方', en: 'Closing credit', ja: '期末貸方' },
    kind: 'decimal',
    width: 18,
  },
  period: { title: { zh: '会计期间', en: 'Period', ja: '会計期間' }, kind: 'text', width: 10 },
  date: { title: { zh: '日期', en: 'Date', ja: '日付' }, kind: 'date', width: 12 },
  voucher: { title: { zh: '凭证号', en: 'Voucher', ja: '仕訳番号' }, kind: 'text', width: 12 },
  line: { title: { zh: '行', en: 'Line', ja: '行' }, kind: 'decimal', width: 6 },
  summary: { title: { zh: '摘要', en: 'Summary', ja: '摘要' }, kind: 'text', width: 36 },
  side: { title: { zh: '方向', en: 'Side', ja: '貸借' }, kind: 'text', width: 6 },
  balance: { title: { zh: '余额', en: 'Balance', ja: '残高' }, kind: 'decimal', width: 18 },
  currency: { title: { zh: '币种', en: 'Currency', ja: '通貨' }, kind: 'text', width: 8 },
  amount: { title: { zh: '原币金额', en: 'Amount', ja: '原通貨金額' }, kind: 'decimal', width: 18 },
  rate: { title: { zh: '汇率', en: 'Rate', ja: '為替レート' }, kind: 'decimal' },
  quantity: { title: { zh: '数量', en: 'Quantity', ja: '数量' }, kind: 'decimal' },
  preparedBy: { title: { zh: '制单', en: 'Prepared by', ja: '作成者' }, kind: 'text', width: 18 },
  id: { title: { zh: '编号', en: 'Id', ja: '番号' }, kind: 'text', width: 10 },
  flow: { title: { zh: '流程', en: 'Flow', ja: 'フロー' }, kind: 'text', width: 18 },
  document: { title: { zh: '单据', en: 'Document', ja: '伝票' }, kind: 'text', width: 24 },
  partner: { title: { zh: '往来', en: 'Partner', ja: '取引先' }, kind: 'text', width: 20 },
  impact: { title: { zh: '涉及金额', en: 'Impact', ja: '影響額' }, kind: 'decimal', width: 18 },
  state: { title: { zh: '状态', en: 'State', ja: '状態' }, kind: 'text', width: 10 },
  codes: { title: { zh: '问题', en: 'Findings', ja: '指摘' }, kind: 'text', width: 60 },
  openedAt: { title: { zh: '发生时间', en: 'Opened', ja: '発生日時' }, kind: 'text', width: 24 },
  assignedTo: { title: { zh: '负责人', en: 'Assigned to', ja: '担当' }, kind: 'text' },
  from: { title: { zh: '对方编码', en: 'Their code', ja: '相手コード' }, kind: 'text', width: 24 },
  to: { title: { zh: '我方编码', en: 'Our code', ja: '当方コード' }, kind: 'text', width: 24 },
  confidence: { title: { zh: '置信度', en: 'Confidence', ja: '確信度' }, kind: 'decimal', width: 8 },
  confirmedBy: { title: { zh: '确认人', en: 'Confirmed by', ja: '確認者' }, kind: 'text', width: 18 },
} as const satisfies Readonly<Record<string, Column>>;

/** Dimensions of a line in one cell: `customer=C001; project=P10`. */
export function dimensionsText(dimensions: Readonly<Record<string, string>>): string {
  return Object.entries(dimensions)
    .map(([name, code]) => `${name}=${code}`)
    .join('; ');
}
