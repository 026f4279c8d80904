import type { Message } from '#core/trouble/message.ts';

/** Texts for the findings of `core/validation`. */
export const VALIDATION_MESSAGES: Readonly<Record<string, Message>> = {
  too_few_lines: {
    title: {
      zh: '凭证只有 {count} 行分录',
      en: 'The voucher has only {count} line(s)',
      ja: '伝票の明細が {count} 行しかありません',
    },
    advice: {
      zh: '一张凭证至少要有一借一贷两行。请检查凭证模板：金额为零的行会被省略。',
      en: 'A voucher needs at least one debit and one credit. Check the template: lines with a zero amount are left out.',
      ja: '借方と貸方の 2 行以上が必要です。テンプレートを確認してください。金額ゼロの行は省かれます。',
    },
  },
  too_many_lines: {
    title: {
      zh: '凭证有 {count} 行分录，超过上限 {max} 行',
      en: 'The voucher has {count} lines, more than {max}',
      ja: '伝票の明細が {count} 行あり、上限 {max} 行を超えています',
    },
    advice: {
      zh: '请拆分来源单据，或在模板中按科目和辅助核算合并分录。',
      en: 'Split the source document, or merge lines by account and dimensions in the template.',
      ja: '元の伝票を分割するか、テンプレートで科目と補助別に明細をまとめてください。',
    },
  },
  line_both_sides: {
    title: {
      zh: '{at}：同一行同时有借方 {debit} 和贷方 {credit}',
      en: '{at}: one line has both a debit of {debit} and a credit of {credit}',
      ja: '{at}：1 行に借方 {debit} と貸方 {credit} の両方があります',
    },
    advice: {
      zh: '请拆成两行，每行只有一个方向。',
      en: 'Write two lines, one for each side.',
      ja: '1 行に一方だけとなるよう、2 行に分けてください。',
    },
  },
  line_zero: {
    title: {
      zh: '{at}：这一行没有金额',
      en: '{at}: the line has no amount',
      ja: '{at}：この行には金額がありません',
    },
    advice: {
      zh: '请删除该行，或补上金额；模板可用 skipZero 省略零金额行。',
      en: 'Remove the line or give it an amount; a template leaves such lines out with skipZero.',
      ja: '行を削除するか金額を入れてください。テンプレートでは skipZero でゼロ行を省けます。',
    },
  },
  one_sided: {
    title: {
      zh: '凭证只有借方或只有贷方',
      en: 'The voucher has only debits or only credits',
      ja: '伝票が借方だけ、または貸方だけです',
    },
    advice: {
      zh: '请补上另一方的分录。',
      en: 'Add the line for the other side.',
      ja: '反対側の明細を追加してください。',
    },
  },
  unbalanced: {
    title: {
      zh: '借贷不平：借方 {debit}，贷方 {credit}，相差 {difference}',
      en: 'Debits {debit} and credits {credit} differ by {difference}',
      ja: '貸借不一致：借方 {debit}、貸方 {credit}、差額 {difference}',
    },
    advice: {
      zh: '请核对来源单据的合计与明细、税额、折扣是否一致，再检查凭证模板是否漏了一行。',
      en: 'Check that the totals, taxes and discounts of the source document add up, then whether the template lacks a line.',
      ja: '元の伝票の合計・明細・税額・値引が合っているか、テンプレートに行の漏れがないかを確認してください。',
    },
  },
  account_unknown: {
    title: {
      zh: '{at}：账套 {book} 中没有科目 {account}',
      en: '{at}: the book {book} has no account {account}',
      ja: '{at}：帳簿 {book} に科目 {account} がありません',
    },
    advice: {
      zh: '请在账套中新增该科目，或更正模板、对照表中的科目编码。同一编码在不同会计准则下含义不同。',
      en: 'Add the account to the book, or correct the code in the template or crosswalk. The same code differs between standards.',
      ja: '帳簿に科目を追加するか、テンプレートや対照表のコードを直してください。同じコードでも会計基準により意味が違います。',
    },
  },
  account_not_leaf: {
    title: {
      zh: '{at}：科目 {account} {name} 有下级科目，不能直接记账',
      en: '{at}: the account {account} {name} has accounts below it and takes no postings',
      ja: '{at}：科目 {account} {name} には下位科目があり、直接記帳できません',
    },
    advice: {
      zh: '请改用它的末级科目。',
      en: 'Use one of its leaf accounts.',
      ja: '末端の科目を使ってください。',
    },
  },
  account_disabled: {
    title: {
      zh: '{at}：科目 {account} {name} 已停用',
      en: '{at}: the account {account} {name} is disabled',
      ja: '{at}：科目 {account} {name} は使用停止です',
    },
    advice: {
      zh: '请启用该科目，或在模板、对照表中改用别的科目。',
      en: 'Enable the account, or use another one in the template or crosswalk.',
      ja: '科目を有効にするか、テンプレートや対照表で別の科目を使ってください。',
    },
  },
  dimension_missing: {
    title: {
      zh: '{at}：科目 {account} 必须填写辅助核算“{dimension}”',
      en: '{at}: the account {account} requires the dimension "{dimension}"',
      ja: '{at}：科目 {account} には補助項目「{dimension}」が必須です',
    },
    advice: {
      zh: '请在来源单据上补填，或用对照表、决策表补全该维度，然后重新处理。',
      en: 'Fill it in at the source, or add it through a crosswalk or decision table, then process the record again.',
      ja: '元の伝票で入力するか、対照表・判定表で補完してから再処理してください。',
    },
  },
  dimension_unknown: {
    title: {
      zh: '{at}：辅助核算“{dimension}”中没有“{value}”',
      en: '{at}: the dimension "{dimension}" has no "{value}"',
      ja: '{at}：補助項目「{dimension}」に「{value}」がありません',
    },
    advice: {
      zh: '请先在档案中新增，或在对照表中把对方编码映射到已有档案。',
      en: 'Add it to the master data, or map their code to an existing one in the crosswalk.',
      ja: 'マスターに追加するか、対照表で既存のコードに対応付けてください。',
    },
  },
  dimension_disabled: {
    title: {
      zh: '{at}：辅助核算“{dimension}”的“{value}”已停用',
      en: '{at}: "{value}" of the dimension "{dimension}" is disabled',
      ja: '{at}：補助項目「{dimension}」の「{value}」は使用停止です',
    },
    advice: {
      zh: '请启用该档案，或在对照表中改为正在使用的档案。',
      en: 'Enable it in the master data, or map to one that is in use.',
      ja: 'マスターで有効にするか、使用中のコードに対応付けてください。',
    },
  },
  dimension_not_allowed: {
    title: {
      zh: '{at}：科目 {account} 不核算“{dimension}”',
      en: '{at}: the account {account} does not take the dimension "{dimension}"',
      ja: '{at}：科目 {account} は補助項目「{dimension}」を持てません',
    },
    advice: {
      zh: '请从模板的这一行去掉该维度，或在科目上启用它。',
      en: 'Take the dimension out of this template line, or allow it on the account.',
      ja: 'テンプレートのこの行から補助項目を外すか、科目で許可してください。',
    },
  },
  period_missing: {
    title: {
      zh: '{at}：日期 {date} 不在账套的任何会计期间内（期间 {period}）',
      en: '{at}: the date {date} lies in no period of the book (period {period})',
      ja: '{at}：日付 {date} は帳簿のどの会計期間にも入りません（期間 {period}）',
    },
    advice: {
      zh: '请建立该年度的会计期间，或更正单据日期。',
      en: 'Set up the periods of that year, or correct the date.',
      ja: 'その年度の会計期間を作成するか、日付を直してください。',
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
  fx_base_mismatch: {
    title: {
      zh: '{at}：本位币行的原币金额 {amount} {currency} 与本位币金额 {base} 不等，或汇率 {rate} 不是 1',
      en: '{at}: on a base-currency line the amount {amount} {currency} must equal {base} and the rate {rate} must be 1',
      ja: '{at}：基準通貨の行では金額 {amount} {currency} と {base} が等しく、レート {rate} は 1 でなければなりません',
    },
    advice: {
      zh: '请检查该行的币种是否填错。',
      en: 'Check whether the line has the wrong currency.',
      ja: '行の通貨が間違っていないか確認してください。',
    },
  },
  rate_missing: {
    title: {
      zh: '{at}：外币 {currency} 没有有效汇率（“{rate}”）',
      en: '{at}: there is no valid rate for {currency} ("{rate}")',
      ja: '{at}：{currency} の有効な為替レートがありません（「{rate}」）',
    },
    advice: {
      zh: '请导入该日期或之前的汇率，然后重新处理。',
      en: 'Import a rate of that day or before, then process the record again.',
      ja: 'その日以前の為替レートを取り込んでから再処理してください。',
    },
  },
  fx_mismatch: {
    title: {
      zh: '{at}：{amount} {currency} × {rate} = {expected}，与本位币金额 {base} 不符',
      en: '{at}: {amount} {currency} × {rate} is {expected}, not the base amount {base}',
      ja: '{at}：{amount} {currency} × {rate} = {expected} で、基準通貨額 {base} と一致しません',
    },
    advice: {
      zh: '请核对汇率方向和报价单位（例如日元按 100 报价），或由系统按汇率重新计算本位币金额。',
      en: 'Check the direction and quoting unit of the rate (yen are quoted per 100), or let the base amount be computed from it.',
      ja: 'レートの方向と建値の単位（円は 100 単位など）を確認するか、基準通貨額をレートから計算させてください。',
    },
  },
  quantity_missing: {
    title: {
      zh: '{at}：科目 {account} 按数量核算，但缺少数量或单价',
      en: '{at}: the account {account} keeps quantities, but quantity or unit price is missing',
      ja: '{at}：科目 {account} は数量管理ですが、数量か単価がありません',
    },
    advice: {
      zh: '若为调价或减值等只影响金额的业务，可以忽略；否则请在模板中补上数量和单价。',
      en: 'Ignore this for price differences and write-downs; otherwise add quantity and unitPrice to the template line.',
      ja: '価格差額や評価減など金額だけの取引なら無視できます。それ以外はテンプレートに数量と単価を加えてください。',
    },
  },
  quantity_mismatch: {
    title: {
      zh: '{at}：数量 {quantity} × 单价 {unitPrice} = {product}，与金额 {amount} 不符',
      en: '{at}: {quantity} × {unitPrice} is {product}, not {amount}',
      ja: '{at}：数量 {quantity} × 単価 {unitPrice} = {product} で、金額 {amount} と一致しません',
    },
    advice: {
      zh: '请核对单价是否含税、是否扣除折扣，以及数量的计量单位。',
      en: 'Check whether the price includes tax or discount, and the unit of the quantity.',
      ja: '単価が税込か値引後か、数量の単位を確認してください。',
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
  authority_exceeded: {
    title: {
      zh: '{at}：凭证金额 {amount} {currency} 超过流程限额 {limit}',
      en: '{at}: the voucher of {amount} {currency} exceeds the limit of {limit}',
      ja: '{at}：伝票金額 {amount} {currency} が上限 {limit} を超えています',
    },
    advice: {
      zh: '请由有权限的人员核对后放行。',
      en: 'Somebody with the authority checks and releases it.',
      ja: '権限のある担当者が確認のうえ承認してください。',
    },
  },
  credit_limit_exceeded: {
    title: {
      zh: '{at}：{dimension} {value} 欠款将达 {owed} {currency}，超过信用额度 {limit}',
      en: '{at}: {dimension} {value} would owe {owed} {currency}, above the credit limit of {limit}',
      ja: '{at}：{dimension} {value} の債権が {owed} {currency} となり、与信限度額 {limit} を超えます',
    },
    advice: {
      zh: '请催收或调整信用额度，或由主管核对后放行。',
      en: 'Collect first, raise the limit, or have a supervisor release it.',
      ja: '回収するか限度額を見直すか、責任者が確認して承認してください。',
    },
  },
  likely_duplicate: {
    title: {
      zh: '{at}：可能与 {date} 的单据 {other} 重复（相同字段：{fields}）',
      en: '{at}: likely the same as {other} of {date} (same {fields})',
      ja: '{at}：{date} の {other} と重複の可能性があります（同じ項目：{fields}）',
    },
    advice: {
      zh: '请对照两张单据：确为重复则作废，否则放行。',
      en: 'Compare the two: discard this one if it is a double, release it if not.',
      ja: '両方を照合し、重複なら破棄、違えば承認してください。',
    },
  },
  future_date: {
    title: {
      zh: '{at}：日期 {date} 晚于今天 {today}（允许提前 {days} 天）',
      en: '{at}: the date {date} is after today {today} ({days} days ahead are allowed)',
      ja: '{at}：日付 {date} が今日 {today} より先です（許容 {days} 日）',
    },
    advice: {
      zh: '请更正单据日期；确属预先开具的单据，可由人工放行。',
      en: 'Correct the date; a document that is really dated ahead can be released by a person.',
      ja: '日付を直してください。実際に先日付の伝票なら担当者が承認できます。',
    },
  },
};
