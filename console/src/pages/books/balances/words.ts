import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  level: { zh: '科目级次', en: 'Levels', ja: '科目レベル' },
  allLevels: { zh: '显示到末级', en: 'Down to the last level', ja: '最下位まで' },
  toLevel: { zh: '显示到 {n} 级', en: 'Down to level {n}', ja: '{n} レベルまで' },
  by: { zh: '按辅助核算展开', en: 'Break down by', ja: '補助項目の内訳' },
  foreign: { zh: '显示外币', en: 'Foreign currency', ja: '外貨を表示' },
  balanced: { zh: '借贷平衡', en: 'Balanced', ja: '貸借一致' },
  unbalanced: { zh: '借贷不平', en: 'Not balanced', ja: '貸借不一致' },
  unbalancedText: {
    zh: '凭证不可能不平衡地入账。请让管理员运行 tongzhang verify，查明数据是否被改动。',
    en: 'No voucher can be posted unbalanced. Have tongzhang verify run to see whether data was tampered with.',
    ja: '不均衡な仕訳は記帳されません。管理者に tongzhang verify を実行してもらい、改変の有無を確認してください。',
  },
  unit: {
    zh: '单位：{currency}。没有余额也没有发生额的科目不列出；点科目看明细账。',
    en: 'In {currency}. Accounts without balance and movement are left out; an account leads to its ledger.',
    ja: '単位：{currency}。残高も動きもない科目は省きます。科目から元帳に進めます。',
  },
  account: { zh: '科目', en: 'Account', ja: '科目' },
  opening: { zh: '期初余额', en: 'Opening', ja: '期首残高' },
  moved: { zh: '本期发生额', en: 'Movements', ja: '当期発生額' },
  closing: { zh: '期末余额', en: 'Closing', ja: '期末残高' },
  debit: { zh: '借方', en: 'Debit', ja: '借方' },
  credit: { zh: '贷方', en: 'Credit', ja: '貸方' },
  total: { zh: '合计', en: 'Total', ja: '合計' },
  ofWhich: { zh: '其中 {currency}', en: 'of which {currency}', ja: 'うち {currency}' },
  without: { zh: '（未指定）', en: '(none)', ja: '（指定なし）' },
  emptyTitle: {
    zh: '这段期间没有余额，也没有发生额',
    en: 'No balance and no movement in these periods',
    ja: 'この期間に残高も動きもありません',
  },
  emptyText: {
    zh: '流程把业务入账后，每个科目的期初、发生与期末会列在这里；也可以换一个期间看看。',
    en: 'Once a flow posts, opening, movements and closing of every account stand here. Or look at another period.',
    ja: 'フローが記帳すると、各科目の期首・発生・期末がここに並びます。別の期間も確認してください。',
  },
});
