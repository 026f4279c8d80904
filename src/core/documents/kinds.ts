import type { Language, Text } from '#core/trouble/message.ts';

const TITLES: ReadonlyMap<string, Text> = new Map([
  ['order', { zh: '订单', en: 'Order', ja: '注文' }],
  ['sales-order', { zh: '销售订单', en: 'Sales order', ja: '受注' }],
  ['refund', { zh: '退款', en: 'Refund', ja: '返金' }],
  ['sale', { zh: '销售', en: 'Sale', ja: '売上' }],
  ['receipt', { zh: '小票', en: 'Receipt', ja: 'レシート' }],
  ['till-receipt', { zh: '收银小票', en: 'Till receipt', ja: 'レシート' }],
  ['transaction', { zh: '流水', en: 'Transaction', ja: '入出金' }],
  ['bank-receipt', { zh: '银行收款', en: 'Bank receipt', ja: '銀行入金' }],
  ['bank-payment', { zh: '银行付款', en: 'Bank payment', ja: '銀行出金' }],
  ['payroll', { zh: '工资', en: 'Payroll', ja: '給与' }],
  ['payslip', { zh: '工资条', en: 'Payslip', ja: '給与明細' }],
]);

/** What a kind of document or record is usually called; one that only this company has, by its own code. */
export function kindTitle(kind: string, language: Language): string {
  return TITLES.get(kind)?.[language] ?? kind;
}
