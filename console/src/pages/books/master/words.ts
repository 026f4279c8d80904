import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  dimension: { zh: '辅助核算类别', en: 'Dimension', ja: '補助項目の種類' },
  dimensionIntro: {
    zh: '客户、部门、项目等核算项目；流程按编码把它们记到分录上。',
    en: 'Customers, departments, projects and the like. Flows put them on lines by their codes.',
    ja: '得意先・部門・プロジェクトなど。フローがコードで仕訳行に付けます。',
  },
  noDimensionTitle: { zh: '还没有核算项目', en: 'No values yet', ja: '補助コードはまだありません' },
  noDimensionText: {
    zh: '先给类别起一个编码（如 customer、department），再逐个添加或从 Excel 粘贴。',
    en: 'Give the dimension a code (customer, department), then add values or paste them from Excel.',
    ja: '種類のコード（customer、department など）を決め、1 件ずつ追加するか Excel から貼り付けます。',
  },
  newDimension: { zh: '新类别', en: 'New dimension', ja: '新しい種類' },
  newDimensionHint: {
    zh: '小写英文编码，如 customer',
    en: 'Lower-case code, such as customer',
    ja: '小文字のコード（例：customer）',
  },
  start: { zh: '开始', en: 'Start', ja: '開始' },
  value: { zh: '核算项目', en: 'Value', ja: '補助コード' },
  add: { zh: '新增', en: 'Add', ja: '追加' },
  edit: { zh: '修改', en: 'Edit', ja: '編集' },
  save: { zh: '保存', en: 'Save', ja: '保存' },
  code: { zh: '编码', en: 'Code', ja: 'コード' },
  name: { zh: '名称', en: 'Name', ja: '名称' },
  search: { zh: '编码或名称', en: 'Code or name', ja: 'コードまたは名称' },
  creditLimit: { zh: '信用额度', en: 'Credit limit', ja: '与信限度額' },
  creditLimitHint: { zh: '留空为不限', en: 'Empty: none', ja: '空欄なら制限なし' },
  state: { zh: '状态', en: 'State', ja: '状態' },
  enabled: { zh: '启用', en: 'Enabled', ja: '有効' },
  disabled: { zh: '已停用', en: 'Disabled', ja: '無効' },
  actions: { zh: '操作', en: 'Actions', ja: '操作' },
  needed: { zh: '请填写{name}', en: '{name} is needed', ja: '{name}を入力してください' },
  savedOne: { zh: '{code} 已保存', en: '{code} is saved', ja: '{code} を保存しました' },
  saved: { zh: '已保存 {n} 行', en: '{n} rows are saved', ja: '{n} 行を保存しました' },
  paste: { zh: '从 Excel 粘贴', en: 'Paste from Excel', ja: 'Excel から貼り付け' },
  pasteHint: {
    zh: '在 Excel 里选中这些列复制，粘到下面：{columns}。编码相同的行会被更新。',
    en: 'Copy these columns in Excel and paste them below: {columns}. Rows with a known key are updated.',
    ja: 'Excel で次の列をコピーし、下に貼り付けます：{columns}。同じキーの行は更新されます。',
  },
  pasted: { zh: '粘贴区', en: 'Pasted rows', ja: '貼り付け欄' },
  found: { zh: '识别出 {n} 行', en: '{n} rows found', ja: '{n} 行を認識しました' },
  wrongRows: {
    zh: '有 {n} 行看不懂，改好后才能保存',
    en: '{n} rows cannot be read; put them right first',
    ja: '{n} 行を読み取れません。修正してください',
  },
  row: { zh: '第 {n} 行：{text}', en: 'Row {n}: {text}', ja: '{n} 行目：{text}' },
  saveRows: { zh: '保存 {n} 行', en: 'Save {n} rows', ja: '{n} 行を保存' },
  noUndo: {
    zh: '保存后旧值不保留；审计日志记下由谁更改。',
    en: 'Old values are not kept; the audit log says who changed them.',
    ja: '以前の値は残りません。変更者は監査ログに残ります。',
  },
  currency: { zh: '币种', en: 'Currency', ja: '通貨' },
  type: { zh: '汇率类型', en: 'Type', ja: '種類' },
  date: { zh: '日期', en: 'Date', ja: '日付' },
  rate: { zh: '汇率', en: 'Rate', ja: 'レート' },
  rateHint: {
    zh: '1 单位外币折合多少本位币',
    en: 'Base units for one unit of the currency',
    ja: '外貨 1 単位あたりの基本通貨額',
  },
  rateWrong: {
    zh: '请填正数，如 7.1234',
    en: 'A positive number, such as 7.1234',
    ja: '正の数（例：7.1234）',
  },
  ratesEmptyTitle: { zh: '还没有汇率', en: 'No rates yet', ja: 'レートはまだありません' },
  ratesEmptyText: {
    zh: '有外币业务时，流程按日期与类型取汇率折算本位币。逐条添加，或从 Excel 一次粘贴。',
    en: 'Flows convert foreign amounts by day and type. Add rates one by one or paste them from Excel.',
    ja: '外貨取引は日付と種類のレートで換算します。1 件ずつ追加するか、Excel から貼り付けます。',
  },
});

export const rateTypeWords = defineWords({
  spot: { zh: '即期', en: 'Spot', ja: '直物' },
  month: { zh: '月平均', en: 'Month', ja: '月平均' },
});
