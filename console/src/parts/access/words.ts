import { defineWords } from '#console/words/define-words.ts';

/** What is said wherever access is given: to people by roles, to programs by scopes. */
export const words = defineWords({
  books: { zh: '账套', en: 'Books', ja: '帳簿' },
  allBooks: { zh: '全部账套', en: 'Every book', ja: 'すべての帳簿' },
  booksHint: {
    zh: '留空即全部账套，也包括不属于任何账套的管理事项',
    en: 'Empty: every book, and what belongs to none',
    ja: '空欄ならすべての帳簿と、帳簿に属さない管理事項',
  },
  departments: { zh: '部门', en: 'Departments', ja: '部門' },
  allDepartments: { zh: '全部部门', en: 'Every department', ja: 'すべての部門' },
  departmentsHint: {
    zh: '输入部门代码后回车；凭证与单据按其部门核算项判断',
    en: 'Type a code and Enter; documents and vouchers are judged by the department they carry',
    ja: 'コードを入力して Enter。伝票と仕訳の部門で判断します',
  },
  kinds: { zh: '单据种类', en: 'Kinds of documents', ja: '伝票種別' },
  allKinds: { zh: '全部种类', en: 'Every kind', ja: 'すべての種別' },
  fields: { zh: '字段规则', en: 'Field rules', ja: '項目の規則' },
  fieldsHint: {
    zh: '没有规则的字段照常显示。凭证、导出与外发通知同样遵守。',
    en: 'Fields without a rule are shown as they are. Vouchers, exports and webhooks keep to them as well.',
    ja: '規則のない項目はそのまま表示されます。仕訳・出力・通知にも適用されます。',
  },
  noRules: { zh: '全部字段可见', en: 'Every field is shown', ja: 'すべての項目を表示' },
  rules: { zh: '{n} 条字段规则', en: '{n} field rules', ja: '項目の規則 {n} 件' },
  addRule: { zh: '添加字段规则', en: 'Add a field rule', ja: '項目の規則を追加' },
  removeRule: { zh: '移除这条规则', en: 'Remove this rule', ja: 'この規則を削除' },
  kind: { zh: '单据种类', en: 'Kind of document', ja: '伝票種別' },
  field: { zh: '字段', en: 'Field', ja: '項目' },
  show: { zh: '显示方式', en: 'How it is shown', ja: '表示方法' },
  everyKind: { zh: '所有单据', en: 'every document', ja: 'すべての伝票' },
  everyField: { zh: '全部字段（单据号除外）', en: 'every field but the number', ja: '番号以外の全項目' },
  strong: {
    zh: '需第二因素',
    en: 'second factor',
    ja: '第 2 要素が必要',
  },
  all: { zh: '全选', en: 'All', ja: 'すべて' },
  none: { zh: '全不选', en: 'None', ja: '解除' },
  kept: { zh: '已保存，关闭', en: 'Kept, close', ja: '保存しました' },
  once: {
    zh: '请现在保存：关闭后任何人都无法再次查看',
    en: 'Keep it now: once closed, nobody can see it again',
    ja: '今すぐ保存してください。閉じると二度と表示できません',
  },
});

export const showWords = defineWords({
  masked: { zh: '遮盖', en: 'Masked', ja: '伏せる' },
  totals: { zh: '仅合计', en: 'Totals only', ja: '合計のみ' },
  hidden: { zh: '隐藏', en: 'Hidden', ja: '非表示' },
});

/** What a rule means, in a sentence. */
export const ruleWords = defineWords({
  masked: {
    zh: '{kind}的“{field}”只显示为 •••，看不到内容。',
    en: 'Of {kind}, “{field}” is only seen as •••.',
    ja: '{kind}の「{field}」は ••• とだけ表示されます。',
  },
  totals: {
    zh: '{kind}的“{field}”只能看到加总后的合计，看不到逐行明细。',
    en: 'Of {kind}, “{field}” is only seen added up; single lines are not shown.',
    ja: '{kind}の「{field}」は合計だけが見え、明細行は見えません。',
  },
  hidden: {
    zh: '{kind}的“{field}”完全不出现，含有它的余额也不显示。',
    en: 'Of {kind}, “{field}” does not appear at all, nor do balances that would tell it.',
    ja: '{kind}の「{field}」は一切表示されず、それが分かる残高も表示されません。',
  },
});

export const groupWords = defineWords({
  daily: { zh: '日常业务', en: 'Daily work', ja: '日常業務' },
  ledger: { zh: '账务', en: 'Ledger', ja: '会計' },
  integration: { zh: '集成', en: 'Integration', ja: '連携' },
  administration: { zh: '管理', en: 'Administration', ja: '管理' },
});
