import type { Language } from './message.ts';

/** [zh, en, ja] */
type Name = readonly [zh: string, en: string, ja: string];

/** What the API and the command line hand out, by the word their messages use. */
const RESOURCES: Readonly<Record<string, Name>> = {
  book: ['账套', 'book', '帳簿'],
  checkpoint: ['检查点', 'checkpoint', 'チェックポイント'],
  client: ['客户端', 'client', 'クライアント'],
  connection: ['连接', 'connection', '接続'],
  correction: ['更正', 'correction', '訂正'],
  'crosswalk pair': ['对照关系', 'crosswalk pair', '対照行'],
  delivery: ['投递', 'delivery', '送信'],
  entry: ['日志条目', 'entry', '記録'],
  exception: ['异常', 'exception', '例外'],
  flow: ['流程', 'flow', 'フロー'],
  'flow template': ['流程模板', 'flow template', 'フローのひな形'],
  'flow version': ['流程版本', 'flow version', 'フローの版'],
  identity: ['关联身份', 'identity', 'ID'],
  message: ['消息', 'message', 'メッセージ'],
  passkey: ['通行密钥', 'passkey', 'パスキー'],
  period: ['会计期间', 'period', '会計期間'],
  person: ['用户', 'person', '利用者'],
  problem: ['问题', 'problem', '問題'],
  provider: ['登录提供方', 'provider', 'プロバイダー'],
  record: ['记录', 'record', '記録'],
  role: ['角色', 'role', '役割'],
  run: ['运行', 'run', '実行'],
  session: ['登录', 'session', 'サインイン'],
  verification: ['核验', 'verification', '検証'],
  voucher: ['凭证', 'voucher', '伝票'],
  webhook: ['推送', 'webhook', 'Webhook'],
};

/** The usual kinds of documents and records. */
const KINDS: Readonly<Record<string, Name>> = {
  order: ['订单', 'Order', '注文'],
  'sales-order': ['销售订单', 'Sales order', '受注'],
  refund: ['退款', 'Refund', '返金'],
  sale: ['销售', 'Sale', '売上'],
  receipt: ['小票', 'Receipt', 'レシート'],
  'till-receipt': ['收银小票', 'Till receipt', 'レシート'],
  transaction: ['流水', 'Transaction', '入出金'],
  'bank-receipt': ['银行收款', 'Bank receipt', '銀行入金'],
  'bank-payment': ['银行付款', 'Bank payment', '銀行出金'],
  payroll: ['工资', 'Payroll', '給与'],
  payslip: ['工资条', 'Payslip', '給与明細'],
};

/** Dimensions, as the vocabulary calls the fields of these names; a test compares them. */
const DIMENSIONS: Readonly<Record<string, Name>> = {
  dept: ['部门', 'Department', '部門'],
  employee: ['员工', 'Employee', '社員'],
  customer: ['客户', 'Customer', '得意先'],
  supplier: ['供应商', 'Supplier', '仕入先'],
  partner: ['往来单位', 'Business partner', '取引先'],
  project: ['项目', 'Project', 'プロジェクト'],
  company: ['公司/核算主体', 'Company', '会社'],
  store: ['门店/店铺', 'Store', '店舗'],
};

const NAMES: ReadonlyMap<string, Name> = new Map(
  [RESOURCES, KINDS, DIMENSIONS].flatMap((names) => Object.entries(names)),
);

/** The codes of dimensions that have a name here. */
export const NAMED_DIMENSIONS: readonly string[] = Object.keys(DIMENSIONS);

/** What a thing is usually called: a resource, a kind of document, a dimension. What only this company has, by its own code. */
export function thingName(code: string, language: Language): string {
  const [zh, en, ja] = NAMES.get(code) ?? [code, code, code];
  return { zh, en, ja }[language];
}
