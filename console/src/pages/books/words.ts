import { defineWords } from '#console/words/define-words.ts';

/** What the pages of a book share. */
export const words = defineWords({
  title: { zh: '账套', en: 'Books', ja: '帳簿' },
  sections: { zh: '账套的各部分', en: 'Parts of the book', ja: '帳簿の各部' },
  allBooks: { zh: '全部账套', en: 'All books', ja: '帳簿一覧' },
  balances: { zh: '科目余额表', en: 'Trial balance', ja: '試算表' },
  ledger: { zh: '明细账', en: 'Ledger', ja: '元帳' },
  vouchers: { zh: '凭证', en: 'Vouchers', ja: '仕訳' },
  voucher: { zh: '记账凭证', en: 'Voucher', ja: '仕訳伝票' },
  print: { zh: '打印凭证', en: 'Print vouchers', ja: '仕訳伝票の印刷' },
  accounts: { zh: '会计科目', en: 'Accounts', ja: '勘定科目' },
  dimensions: { zh: '辅助核算', en: 'Dimensions', ja: '補助項目' },
  rates: { zh: '汇率', en: 'Rates', ja: '為替レート' },
  periods: { zh: '期间与结账', en: 'Periods', ja: '会計期間' },
  closing: { zh: '结账检查', en: 'Closing checklist', ja: '締め前の点検' },
  from: { zh: '起始期间', en: 'From period', ja: '開始期間' },
  to: { zh: '截止期间', en: 'To period', ja: '終了期間' },
  until: { zh: '至', en: 'to', ja: '〜' },
  period: { zh: '{year} 年 {no} 期', en: '{year} · {no}', ja: '{year} 年 {no} 期' },
});
