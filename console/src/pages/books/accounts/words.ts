import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  search: { zh: '编码、名称或拼音首字母，如 yhck', en: 'Code or name', ja: 'コードまたは名称' },
  class: { zh: '科目类别', en: 'Class', ja: '科目区分' },
  all: { zh: '全部', en: 'All', ja: 'すべて' },
  add: { zh: '新增科目', en: 'Add account', ja: '科目を追加' },
  addBelow: { zh: '增加下级', en: 'Add below', ja: '下位を追加' },
  edit: { zh: '修改', en: 'Edit', ja: '編集' },
  editOf: { zh: '修改科目 {code}', en: 'Edit account {code}', ja: '科目 {code} を編集' },
  save: { zh: '保存', en: 'Save', ja: '保存' },
  saved: { zh: '科目 {code} 已保存', en: 'Account {code} is saved', ja: '科目 {code} を保存しました' },
  code: { zh: '科目编码', en: 'Code', ja: 'コード' },
  codeWrong: { zh: '只用字母、数字和点', en: 'Letters, digits and dots only', ja: '英数字とピリオドのみ' },
  codeHint: {
    zh: '保存后不能改；停用代替删除',
    en: 'It cannot be changed later; disable instead of deleting',
    ja: '後で変更できません。削除の代わりに無効化します',
  },
  account: { zh: '科目', en: 'Account', ja: '科目' },
  name: { zh: '科目名称', en: 'Name', ja: '名称' },
  nameEn: { zh: '英文名称', en: 'English name', ja: '英語名' },
  nameJa: { zh: '日文名称', en: 'Japanese name', ja: '日本語名' },
  nameHint: { zh: '留空则与中文相同', en: 'Empty: as the Chinese one', ja: '空欄なら中国語名と同じ' },
  parent: { zh: '上级科目', en: 'Below', ja: '上位科目' },
  none: { zh: '无（一级科目）', en: 'None (top level)', ja: 'なし（最上位）' },
  side: { zh: '余额方向', en: 'Side', ja: '貸借' },
  dimensions: { zh: '辅助核算', en: 'Dimensions', ja: '補助項目' },
  must: { zh: '必录', en: 'must', ja: '必須' },
  may: { zh: '可录', en: 'may', ja: '任意' },
  unused: { zh: '不用', en: 'no', ja: '不使用' },
  cash: { zh: '现金或银行', en: 'Cash or bank', ja: '現金・預金' },
  notCash: { zh: '都不是', en: 'Neither', ja: '該当なし' },
  quantity: { zh: '数量核算', en: 'Carries quantities', ja: '数量管理' },
  enabled: { zh: '启用', en: 'Enabled', ja: '有効' },
  state: { zh: '状态', en: 'State', ja: '状態' },
  disabled: { zh: '已停用', en: 'Disabled', ja: '無効' },
  actions: { zh: '操作', en: 'Actions', ja: '操作' },
  needed: { zh: '请填写{name}', en: '{name} is needed', ja: '{name}を入力してください' },
  noMatch: { zh: '没有这样的科目', en: 'No such account', ja: '該当する科目がありません' },
  count: { zh: '共 {n} 个科目', en: '{n} accounts', ja: '科目 {n} 件' },
});

export const classWords = defineWords({
  asset: { zh: '资产', en: 'Assets', ja: '資産' },
  liability: { zh: '负债', en: 'Liabilities', ja: '負債' },
  common: { zh: '共同', en: 'Common', ja: '共通' },
  equity: { zh: '所有者权益', en: 'Equity', ja: '純資産' },
  cost: { zh: '成本', en: 'Costs', ja: '原価' },
  pnl: { zh: '损益', en: 'Income and expense', ja: '損益' },
});

export const sideWords = defineWords({
  debit: { zh: '借', en: 'Debit', ja: '借方' },
  credit: { zh: '贷', en: 'Credit', ja: '貸方' },
  both: { zh: '借或贷', en: 'Either', ja: '両方' },
});

export const cashWords = defineWords({
  cash: { zh: '现金', en: 'Cash', ja: '現金' },
  bank: { zh: '银行', en: 'Bank', ja: '預金' },
});
