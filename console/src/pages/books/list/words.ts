import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  title: { zh: '账套', en: 'Books', ja: '帳簿' },
  intro: {
    zh: '一个账套就是一家公司（或核算主体）的一本账：科目、期间、凭证与余额。',
    en: 'A book is the ledger of one company: its accounts, periods, vouchers and balances.',
    ja: '帳簿は 1 つの会社の会計です。科目・期間・伝票・残高を持ちます。',
  },
  create: { zh: '新建账套', en: 'New book', ja: '帳簿を作成' },
  emptyTitle: { zh: '还没有账套', en: 'No books yet', ja: '帳簿はまだありません' },
  emptyText: {
    zh: '选择会计准则、本位币和启用年度，系统按准则自带的科目表建好账套，随后即可让流程往里记账。',
    en: 'Choose a standard, a base currency and the years. The book comes with the standard’s chart of accounts and is ready for flows.',
    ja: '会計基準・基本通貨・年度を選ぶと、基準の科目表付きで帳簿ができ、すぐにフローから記帳できます。',
  },
  emptyOther: {
    zh: '请具有“维护账套与基础资料”权限的同事新建，或请管理员授权给您。',
    en: 'Ask somebody who may maintain books to create one, or your administrator for access.',
    ja: '帳簿の保守権限を持つ人に作成を依頼するか、管理者に権限を申請してください。',
  },
  code: { zh: '账套编码', en: 'Code', ja: 'コード' },
  codeHint: {
    zh: '字母、数字、- 与 _，建好后不能改',
    en: 'Letters, digits, - and _; it cannot be changed later',
    ja: '英数字・-・_。後で変更できません',
  },
  codeWrong: {
    zh: '请用 1–40 个字母、数字、- 或 _',
    en: 'Use 1–40 letters, digits, - or _',
    ja: '英数字・-・_ で 1〜40 文字',
  },
  name: { zh: '公司名称', en: 'Company', ja: '会社名' },
  nameHint: { zh: '印在凭证与账表上', en: 'Printed on vouchers and reports', ja: '伝票と帳票に印刷されます' },
  standard: { zh: '会计准则', en: 'Standard', ja: '会計基準' },
  currency: { zh: '本位币', en: 'Base currency', ja: '基本通貨' },
  years: { zh: '会计年度', en: 'Years', ja: '会計年度' },
  yearsHint: {
    zh: '连续的年度；每年建 12 个期间',
    en: 'Years in a row; each gets 12 periods',
    ja: '連続する年度。各年に 12 期間を作ります',
  },
  startMonth: { zh: '年度起始月', en: 'First month of the year', ja: '期首月' },
  month: { zh: '{n} 月', en: 'Month {n}', ja: '{n} 月' },
  scheme: { zh: '下级科目编码', en: 'Codes of sub-accounts', ja: '下位科目のコード' },
  vat: {
    zh: '增值税明细科目（一般纳税人）',
    en: 'VAT sub-accounts (general taxpayer)',
    ja: '増値税の明細科目（一般納税者）',
  },
  needed: { zh: '请填写{name}', en: '{name} is needed', ja: '{name}を入力してください' },
  created: {
    zh: '账套“{name}”已建好，科目与期间可直接使用',
    en: '“{name}” is ready, with its chart and periods',
    ja: '帳簿「{name}」を作成しました。科目と期間をすぐに使えます',
  },
  cannotUndo: { zh: '账套建好后不能删除。', en: 'A book cannot be deleted.', ja: '帳簿は削除できません。' },
});

export const standardWords = defineWords({
  cas: { zh: '企业会计准则', en: 'CAS (enterprises)', ja: '企業会計準則（中国）' },
  'cas-small': { zh: '小企业会计准则', en: 'CAS for small enterprises', ja: '小企業会計準則（中国）' },
  ifrs: { zh: '国际财务报告准则', en: 'IFRS', ja: 'IFRS' },
  'us-gaap': { zh: '美国公认会计原则', en: 'US GAAP', ja: '米国会計基準' },
});

export const schemeWords = defineWords({
  dotted: { zh: '点分：2221.01', en: 'Dotted: 2221.01', ja: '点区切り：2221.01' },
  '4-2-2': { zh: '4-2-2：222101', en: '4-2-2: 222101', ja: '4-2-2：222101' },
  '4-4-4': { zh: '4-4-4：22210001', en: '4-4-4: 22210001', ja: '4-4-4：22210001' },
});
