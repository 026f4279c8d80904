import type { Message } from '#core/trouble/message.ts';

/** Texts for findings of `core/validation/voucher` about a whole voucher: its period, word, papers and number, and the balances it leaves. */
export const VOUCHER_MESSAGES: Readonly<Record<string, Message>> = {
  period_missing: {
    title: {
      zh: '{at}：日期 {date} 不在账套的任何会计期间内（期间 {period}）',
      en: '{at}: the date {date} lies in no period of the book (period {period})',
      ja: '{at}：日付 {date} は帳簿のどの会計期間にも入りません（期間 {period}）',
    },
    advice: {
      zh: '请在“账套 → 期间与结账”中新增该会计年度，或更正单据日期。',
      en: 'Add that fiscal year under Books → Periods, or correct the date.',
      ja: '「帳簿 → 期間」でその会計年度を追加するか、日付を直してください。',
    },
  },
  before_book_start: {
    title: {
      zh: '{at}：日期 {date} 早于账套启用日 {start}',
      en: '{at}: the date {date} is before the book starts on {start}',
      ja: '{at}：日付 {date} は帳簿の開始日 {start} より前です',
    },
    advice: {
      zh: '启用日之前的业务应体现在期初余额中，请勿重复记账；若日期有误请更正。',
      en: 'What happened before the start is part of the opening balances and is not posted again. Correct the date if it is wrong.',
      ja: '開始日前の取引は期首残高に含まれるため記帳しません。日付が誤りなら直してください。',
    },
  },
  period_mismatch: {
    title: {
      zh: '{at}：日期 {date} 属于期间 {right}，不属于 {period}',
      en: '{at}: the date {date} belongs to period {right}, not {period}',
      ja: '{at}：日付 {date} は期間 {period} ではなく {right} に属します',
    },
    advice: {
      zh: '请更正凭证日期或期间，使两者一致。',
      en: 'Correct the date or the period so that they agree.',
      ja: '日付と期間が一致するように直してください。',
    },
  },
  period_closed: {
    title: {
      zh: '{at}：日期 {date} 所在的会计期间 {period} 已结账',
      en: '{at}: the period {period} of {date} is closed',
      ja: '{at}：日付 {date} の会計期間 {period} は締め済みです',
    },
    advice: {
      zh: '不得向已结账期间记账。请由主管反结账，或将单据改记到下一个打开的期间。',
      en: 'Nothing is posted into a closed period. A supervisor may open it again, or the document is dated into the next open period.',
      ja: '締め済みの期間には記帳できません。責任者が再開するか、次の期間の日付にしてください。',
    },
  },
  word_mismatch: {
    title: {
      zh: '{at}：凭证字“{word}”与内容不符，应为“{right}”',
      en: '{at}: the voucher word {word} does not fit the content, which calls for {right}',
      ja: '{at}：伝票区分「{word}」は内容に合いません。「{right}」が適切です',
    },
    advice: {
      zh: '收款用“收”，付款及现金银行互转用“付”，不涉及现金银行用“转”；也可统一使用“记”。请修改模板的 word。',
      en: '收 is for receipts, 付 for payments and transfers between cash and bank, 转 for neither; 记 fits all. Change `word` in the template.',
      ja: '入金は「收」、出金と現預金間の振替は「付」、現預金なしは「转」、「记」は全般に使えます。テンプレートの word を直してください。',
    },
  },
  cash_negative: {
    title: {
      zh: '{at}：记账后现金科目 {account} 余额为 {balance}',
      en: '{at}: the cash account {account} would have a balance of {balance}',
      ja: '{at}：記帳後の現金科目 {account} の残高が {balance} になります',
    },
    advice: {
      zh: '库存现金不能为负。请先记录收款，或核对付款是否应走银行科目。',
      en: 'Cash on hand cannot be negative. Post the receipt first, or check whether this was paid from the bank.',
      ja: '現金残高はマイナスにできません。先に入金を記帳するか、銀行払いでないか確認してください。',
    },
  },
  bank_overdraft: {
    title: {
      zh: '{at}：记账后银行科目 {account} 余额为 {balance}',
      en: '{at}: the bank account {account} would have a balance of {balance}',
      ja: '{at}：記帳後の預金科目 {account} の残高が {balance} になります',
    },
    advice: {
      zh: '请核对是否有透支额度，或有收款尚未入账。',
      en: 'Check whether there is an overdraft facility, or a receipt not yet posted.',
      ja: '当座貸越枠の有無、未記帳の入金がないかを確認してください。',
    },
  },
  balance_side_unexpected: {
    title: {
      zh: '{at}：记账后科目 {account} {name} 的余额 {balance} 方向异常',
      en: '{at}: the balance {balance} of {account} {name} is on the unexpected side',
      ja: '{at}：科目 {account} {name} の残高 {balance} が通常と反対側です',
    },
    advice: {
      zh: '应收出现贷方余额多为预收，应付出现借方余额多为预付；累计折旧等备抵科目出现借方余额属于错误。',
      en: 'A receivable in credit is usually an advance received, a payable in debit a prepayment; a contra account such as accumulated depreciation in debit is an error.',
      ja: '売掛金の貸方残は前受、買掛金の借方残は前渡が普通です。減価償却累計額などの評価勘定の借方残は誤りです。',
    },
  },
  preparer_is_reviewer: {
    title: {
      zh: '{at}：制单人与审核人都是 {person}',
      en: '{at}: {person} both prepared and reviewed the voucher',
      ja: '{at}：作成者と承認者がどちらも {person} です',
    },
    advice: {
      zh: '请由另一人审核。',
      en: 'Have somebody else review it.',
      ja: '別の人が承認してください。',
    },
  },
  attachment_missing: {
    title: {
      zh: '{at}：凭证没有附件',
      en: '{at}: the voucher has no attachment',
      ja: '{at}：伝票に証憑がありません',
    },
    advice: {
      zh: '请上传原始凭证；由系统集成生成的凭证以来源记录作为附件。',
      en: 'Attach the source paper; for vouchers made by a flow the source record counts as one.',
      ja: '証憑を添付してください。連携で作られた伝票は元の記録が証憑になります。',
    },
  },
  summary_missing: {
    title: {
      zh: '{at}：摘要为空',
      en: '{at}: the description is empty',
      ja: '{at}：摘要が空です',
    },
    advice: {
      zh: '请写明业务内容；模板中可以引用单据字段。',
      en: 'Say what happened; a template can refer to fields of the document.',
      ja: '取引内容を記入してください。テンプレートでは伝票の項目を引用できます。',
    },
  },
  summary_too_long: {
    title: {
      zh: '{at}：摘要超过 {max} 个字符',
      en: '{at}: the description is longer than {max} characters',
      ja: '{at}：摘要が {max} 文字を超えています',
    },
    advice: {
      zh: '请缩短摘要；详细内容保留在来源记录中。',
      en: 'Shorten it; the details stay in the source record.',
      ja: '短くしてください。詳細は元の記録に残ります。',
    },
  },
  summary_only_account: {
    title: {
      zh: '{at}：摘要“{summary}”只是科目名称',
      en: '{at}: the description "{summary}" only repeats the account name',
      ja: '{at}：摘要「{summary}」が科目名だけです',
    },
    advice: {
      zh: '请写明对方单位、单据号等业务内容。',
      en: 'Say who and what it was about, e.g. the partner and document number.',
      ja: '相手先や伝票番号など取引内容を記入してください。',
    },
  },
  mixed_sources: {
    title: {
      zh: '{at}：一张凭证包含多种业务单据：{kinds}',
      en: '{at}: one voucher mixes several kinds of business: {kinds}',
      ja: '{at}：1 枚の伝票に複数種類の取引が混在しています：{kinds}',
    },
    advice: {
      zh: '不同类型的业务不得汇总在同一张凭证上，请按单据类型拆分。',
      en: 'Different kinds of business belong on separate vouchers; summarise by document kind.',
      ja: '異なる種類の取引は別の伝票に分けてください。',
    },
  },
  pnl_direction: {
    title: {
      zh: '{at}：收入科目 {account} {name} 记在了借方',
      en: '{at}: the revenue account {account} {name} is debited',
      ja: '{at}：収益科目 {account} {name} が借方に記帳されています',
    },
    advice: {
      zh: '退货、折让请用贷方负数，以免利润表的贷方发生额失真。',
      en: 'Write returns and allowances as negative credits, so that the turnover in the income statement stays right.',
      ja: '返品・値引は貸方のマイナスで記帳し、損益計算書の発生額を保ってください。',
    },
  },
  number_gap: {
    title: {
      zh: '{at}：凭证号 {from}–{to} 缺失',
      en: '{at}: the voucher numbers {from} to {to} are missing',
      ja: '{at}：伝票番号 {from}～{to} が欠番です',
    },
    advice: {
      zh: '凭证号必须连续。请运行核验命令找出原因，结账前须补齐。',
      en: 'Numbers must be continuous. Run the verification to find out why; it must be settled before the period closes.',
      ja: '番号は連続でなければなりません。検証を実行して原因を調べ、締め前に解消してください。',
    },
  },
  number_duplicate: {
    title: {
      zh: '{at}：凭证号 {number} 重复',
      en: '{at}: the voucher number {number} occurs twice',
      ja: '{at}：伝票番号 {number} が重複しています',
    },
    advice: {
      zh: '请运行核验命令找出重复的凭证，并联系管理员。',
      en: 'Run the verification to find the vouchers concerned, and tell the administrator.',
      ja: '検証を実行して該当伝票を特定し、管理者に連絡してください。',
    },
  },
};
