import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  account: { zh: '科目', en: 'Account', ja: '科目' },
  accountHint: {
    zh: '输入编码、名称或拼音首字母',
    en: 'Type a code or a name',
    ja: 'コードまたは名称を入力',
  },
  chooseTitle: { zh: '先选一个科目', en: 'Choose an account', ja: '科目を選んでください' },
  chooseText: {
    zh: '明细账逐笔列出一个科目（含下级）的发生额与余额；也可以从科目余额表点科目进来。',
    en: 'The ledger lists every line of an account and those below it, with the running balance. The trial balance leads here as well.',
    ja: '科目（下位を含む）の明細と残高を 1 行ずつ表示します。試算表の科目からも開けます。',
  },
  dimension: { zh: '辅助核算', en: 'Dimension', ja: '補助項目' },
  value: { zh: '核算项目', en: 'Value', ja: '補助コード' },
  only: { zh: '只看 {dimension} {code}', en: 'Only {dimension} {code}', ja: '{dimension} {code} のみ' },
  date: { zh: '日期', en: 'Date', ja: '日付' },
  voucher: { zh: '凭证字号', en: 'Voucher', ja: '伝票番号' },
  summary: { zh: '摘要', en: 'Summary', ja: '摘要' },
  foreign: { zh: '原币金额', en: 'In currency', ja: '外貨額' },
  debit: { zh: '借方', en: 'Debit', ja: '借方' },
  credit: { zh: '贷方', en: 'Credit', ja: '貸方' },
  side: { zh: '方向', en: 'Side', ja: '貸借' },
  balance: { zh: '余额', en: 'Balance', ja: '残高' },
  opening: { zh: '期初余额', en: 'Opening balance', ja: '期首残高' },
  unit: { zh: '单位：{currency}', en: 'In {currency}', ja: '単位：{currency}' },
});

export const sumWords = defineWords({
  period: { zh: '本期合计（{period}）', en: 'Period total ({period})', ja: '当期計（{period}）' },
  year: { zh: '本年累计', en: 'Year to date', ja: '累計' },
});

export const sideWords = defineWords({
  debit: { zh: '借', en: 'Dr', ja: '借' },
  credit: { zh: '贷', en: 'Cr', ja: '貸' },
  none: { zh: '平', en: '–', ja: '―' },
});
