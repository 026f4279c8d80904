import type { Message } from '#core/trouble/message.ts';

/** Texts for refusals of `core/ledger`. */
export const LEDGER_MESSAGES: Readonly<Record<string, Message>> = {
  chart_element_unknown: {
    title: {
      zh: '{at}：没有名为“{element}”的标准科目',
      en: '{at}: there is no standard account "{element}"',
      ja: '{at}：標準科目「{element}」はありません',
    },
    advice: {
      zh: '请从“后续准则新增科目”列表中选择。',
      en: 'Choose one from the list of accounts that later standards added.',
      ja: '後年の会計基準で追加された科目の一覧から選んでください。',
    },
  },
  chart_element_present: {
    title: {
      zh: '{at}：科目“{element}”已在该准则的科目表中',
      en: '{at}: the account "{element}" is already part of this standard\'s chart',
      ja: '{at}：科目「{element}」はこの基準の科目表に既にあります',
    },
    advice: {
      zh: '请把它从附加科目中去掉。',
      en: 'Take it out of the additional accounts.',
      ja: '追加科目から外してください。',
    },
  },
  chart_code_malformed: {
    title: {
      zh: '{at}：“{code}”不是四位数字的一级科目编码',
      en: '{at}: "{code}" is not a four-digit account code',
      ja: '{at}：「{code}」は 4 桁の科目コードではありません',
    },
    advice: {
      zh: '一级科目编码必须是四位数字，例如 1641。',
      en: 'A top-level code has four digits, e.g. 1641.',
      ja: '第 1 階層のコードは 1641 のような 4 桁の数字です。',
    },
  },
  chart_code_taken: {
    title: {
      zh: '{at}：科目编码 {code} 已被占用',
      en: '{at}: the account code {code} is taken',
      ja: '{at}：科目コード {code} は使用済みです',
    },
    advice: {
      zh: '同一编码在两个准则中含义可能不同。请换一个未使用的四位编码。',
      en: 'The same code may mean something else in this standard. Choose a free four-digit code.',
      ja: '同じコードでも基準により意味が異なります。空いている 4 桁のコードを選んでください。',
    },
  },
  period_unknown: {
    title: {
      zh: '账套中没有会计期间 {period}',
      en: 'The book has no period {period}',
      ja: '帳簿に会計期間 {period} がありません',
    },
    advice: {
      zh: '期间写作年×100+月，例如 202601。请先在账套中建立该会计年度。',
      en: 'A period is written year × 100 + number, e.g. 202601. Set up that fiscal year in the book first.',
      ja: '期間は 202601 のように「年×100＋番号」で表します。先にその会計年度を作成してください。',
    },
  },
  year_not_next: {
    title: {
      zh: '现在能新增的会计年度是 {next}，不是 {year}',
      en: 'The fiscal year to add now is {next}, not {year}',
      ja: 'いま追加できる会計年度は {next} です（{year} は不可）',
    },
    advice: {
      zh: '会计年度逐年新增，期间之间不留空档；请先新增 {next}。',
      en: 'Years are added one after the other, so that no day is left out; begin with {next}.',
      ja: '会計年度は一年ずつ、隙間なく追加します。まず {next} を追加してください。',
    },
  },
  period_already_closed: {
    title: {
      zh: '会计期间 {period} 已经结账',
      en: 'Period {period} is already closed',
      ja: '会計期間 {period} は締め済みです',
    },
    advice: {
      zh: '无需再次结账。如需更正，请在下一个未结账期间做红字冲销。',
      en: 'There is nothing to close again. To correct something, reverse it in the next open period.',
      ja: '再度締める必要はありません。訂正は次の未締め期間で赤伝を起票してください。',
    },
  },
  period_already_open: {
    title: {
      zh: '会计期间 {period} 本来就是打开的',
      en: 'Period {period} is open already',
      ja: '会計期間 {period} は既に開いています',
    },
    advice: {
      zh: '可以直接在该期间记账。',
      en: 'You can post into it as it is.',
      ja: 'そのまま記帳できます。',
    },
  },
  period_earlier_open: {
    title: {
      zh: '不能结账 {period}：更早的期间 {earlier} 还没有结账',
      en: 'Period {period} cannot be closed: the earlier period {earlier} is still open',
      ja: '会計期間 {period} は締められません：前の期間 {earlier} が未締めです',
    },
    advice: {
      zh: '请按先后顺序结账，先结 {earlier}。',
      en: 'Close the periods in order, {earlier} first.',
      ja: '期間の順に、まず {earlier} を締めてください。',
    },
  },
  period_later_closed: {
    title: {
      zh: '不能反结账 {period}：更晚的期间 {later} 已经结账',
      en: 'Period {period} cannot be opened again: the later period {later} is closed',
      ja: '会計期間 {period} は再開できません：後の期間 {later} が締め済みです',
    },
    advice: {
      zh: '请从最后一个已结账期间开始，逐期反结账，先反结 {later}。',
      en: 'Open them again from the last closed one backwards, {later} first.',
      ja: '最後に締めた期間から順に、まず {later} を再開してください。',
    },
  },
  period_none_open: {
    title: {
      zh: '凭证 {voucher} 所在期间 {period} 已结账，之后也没有打开的期间',
      en: 'Period {period} of voucher {voucher} is closed and no later period is open',
      ja: '伝票 {voucher} の期間 {period} は締め済みで、以降に開いている期間がありません',
    },
    advice: {
      zh: '请先建立下一个会计年度的期间，然后重试。',
      en: 'Set up the periods of the next fiscal year, then try again.',
      ja: '次の会計年度の期間を作成してから、もう一度実行してください。',
    },
  },
  reversal_of_earlier_year: {
    title: {
      zh: '凭证 {voucher}（期间 {period}）属于以前年度，不能用红字冲销',
      en: 'Voucher {voucher} of period {period} belongs to an earlier year and is not reversed in red',
      ja: '伝票 {voucher}（期間 {period}）は前年度以前のため赤伝で取り消せません',
    },
    advice: {
      zh: '以前年度的差错请用蓝字更正凭证，通过“以前年度损益调整”科目处理；确需红字冲销时，由主管明确确认跨年。',
      en: 'Correct it with a blue voucher through the prior-year adjustment account. If a red reversal is really meant, a supervisor confirms that it crosses the year.',
      ja: '「過年度損益修正」を通す黒伝で訂正してください。赤伝がどうしても必要な場合は、責任者が年度またぎを確認します。',
    },
  },
  posted_immutable: {
    title: {
      zh: '凭证 {voucher} 已记账，不能修改或删除（{change}）',
      en: 'Voucher {voucher} is posted and cannot be changed ({change})',
      ja: '伝票 {voucher} は記帳済みのため変更できません（{change}）',
    },
    advice: {
      zh: '请做红字冲销凭证，再录入正确的蓝字凭证；两张凭证会与原凭证互相关联。',
      en: 'Reverse it with a red voucher and enter a correct one; both are linked to the original.',
      ja: '赤伝で取り消し、正しい伝票を起票してください。どちらも元の伝票と関連付けられます。',
    },
  },
};
