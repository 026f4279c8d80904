import type { Message } from '#core/trouble/message.ts';

/** Texts for findings of `core/validation/voucher` about lines: their sides, accounts, dimensions, currencies, quantities. */
export const VOUCHER_LINE_MESSAGES: Readonly<Record<string, Message>> = {
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
      zh: '{at}：科目 {account} 必须填写辅助核算“{dimension:name}”',
      en: '{at}: the account {account} requires the dimension "{dimension:name}"',
      ja: '{at}：科目 {account} には補助項目「{dimension:name}」が必須です',
    },
    advice: {
      zh: '请在来源单据上补填，或用对照表、决策表补全该维度，然后重新处理。',
      en: 'Fill it in at the source, or add it through a crosswalk or decision table, then process the record again.',
      ja: '元の伝票で入力するか、対照表・判定表で補完してから再処理してください。',
    },
  },
  dimension_unknown: {
    title: {
      zh: '{at}：辅助核算“{dimension:name}”中没有“{value}”',
      en: '{at}: the dimension "{dimension:name}" has no "{value}"',
      ja: '{at}：補助項目「{dimension:name}」に「{value}」がありません',
    },
    advice: {
      zh: '请先在档案中新增，或在对照表中把对方编码映射到已有档案。',
      en: 'Add it to the master data, or map their code to an existing one in the crosswalk.',
      ja: 'マスターに追加するか、対照表で既存のコードに対応付けてください。',
    },
  },
  dimension_disabled: {
    title: {
      zh: '{at}：辅助核算“{dimension:name}”的“{value}”已停用',
      en: '{at}: "{value}" of the dimension "{dimension:name}" is disabled',
      ja: '{at}：補助項目「{dimension:name}」の「{value}」は使用停止です',
    },
    advice: {
      zh: '请启用该档案，或在对照表中改为正在使用的档案。',
      en: 'Enable it in the master data, or map to one that is in use.',
      ja: 'マスターで有効にするか、使用中のコードに対応付けてください。',
    },
  },
  dimension_not_allowed: {
    title: {
      zh: '{at}：科目 {account} 不核算“{dimension:name}”',
      en: '{at}: the account {account} does not take the dimension "{dimension:name}"',
      ja: '{at}：科目 {account} は補助項目「{dimension:name}」を持てません',
    },
    advice: {
      zh: '请从模板的这一行去掉该维度，或在科目上启用它。',
      en: 'Take the dimension out of this template line, or allow it on the account.',
      ja: 'テンプレートのこの行から補助項目を外すか、科目で許可してください。',
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
};
