import type { Message } from '#core/trouble/message.ts';

/** Texts of the list that is gone through before a period is closed. */
export const CLOSING_MESSAGES: Readonly<Record<string, Message>> = {
  closing_records_waiting: {
    title: {
      zh: '有 {count} 条记录尚未处理（包括暂停的运行）',
      en: '{count} records are not processed yet, those of paused runs included',
      ja: '未処理の記録が {count} 件あります（一時停止中の実行を含む）',
    },
    advice: {
      zh: '请等待处理完成，或恢复、取消暂停的运行，再结账 {period}。',
      en: 'Wait until they are, or resume or cancel the paused runs, then close {period}.',
      ja: '処理が終わるのを待つか、一時停止中の実行を再開・取消してから {period} を締めてください。',
    },
  },
  closing_exceptions_open: {
    title: {
      zh: '期间 {period} 有 {count} 条未处理的异常',
      en: '{count} exceptions of the period {period} are open',
      ja: '期間 {period} に未処理の例外が {count} 件あります',
    },
    advice: {
      zh: '请在异常列表中逐条修复、放行或关闭；日期无法识别的异常按收到时间计入。',
      en: 'Repair, release or dismiss them in the work list; those whose date cannot be read count by the time they came.',
      ja: '例外一覧で修正・承認・却下してください。日付が読めない例外は受信日時で数えます。',
    },
  },
  closing_documents_staged: {
    title: {
      zh: '期间 {period} 有 {count} 张单据等待汇总成凭证',
      en: '{count} documents of the period {period} wait for their summarised voucher',
      ja: '期間 {period} に集計仕訳を待つ伝票が {count} 件あります',
    },
    advice: {
      zh: '所属运行结束后会自动汇总；逐笔提交的单据在次日汇总。',
      en: 'They are summarised when their run is over; those that came one by one, the day after.',
      ja: '実行が終わると自動で集計されます。個別に送られた伝票は翌日に集計されます。',
    },
  },
  closing_not_balanced: {
    title: {
      zh: '期间 {period} 的试算不平衡（{count}）',
      en: 'The trial balance of {period} does not balance ({count})',
      ja: '期間 {period} の試算表が一致しません（{count}）',
    },
    advice: {
      zh: '凭证不可能不平衡地入账：请运行 tongzhang verify 查明数据是否被改动。',
      en: 'No voucher can be posted unbalanced: run tongzhang verify to see whether data was tampered with.',
      ja: '不均衡な仕訳は記帳されません。tongzhang verify でデータが改変されていないか調べてください。',
    },
  },
  closing_numbers_missing: {
    title: {
      zh: '期间 {period} 的凭证号缺 {count} 个',
      en: '{count} voucher numbers of {period} are missing',
      ja: '期間 {period} の仕訳番号が {count} 個欠けています',
    },
    advice: {
      zh: '凭证号按期间与凭证字连续编号，缺号说明数据不完整：请运行 tongzhang verify。',
      en: 'Numbers go on without a gap per period and word; a gap says that data is missing: run tongzhang verify.',
      ja: '番号は期間と区分ごとに連続します。欠番はデータの欠落を示すので tongzhang verify を実行してください。',
    },
  },
  closing_vouchers_refused: {
    title: {
      zh: '期间 {period} 有 {count} 张凭证被目标系统拒绝',
      en: '{count} vouchers of {period} were refused by a target',
      ja: '期間 {period} に送信先が拒否した仕訳が {count} 件あります',
    },
    advice: {
      zh: '请在推送列表查看原因，修复后重新推送；结账后目标系统可能不再接收。',
      en: 'See why in the list of deliveries, repair and redrive them; once closed there, the target may not take them.',
      ja: '送信一覧で理由を確認し、修正して再送してください。締めた後は受け付けられないことがあります。',
    },
  },
  closing_vouchers_undelivered: {
    title: {
      zh: '期间 {period} 有 {count} 张凭证尚未送达目标系统',
      en: '{count} vouchers of {period} are not delivered yet',
      ja: '期間 {period} に未送信の仕訳が {count} 件あります',
    },
    advice: {
      zh: '通常稍后会自动送达；若持续不减，请检查该连接。',
      en: 'They usually arrive by themselves; where the number does not fall, look at the connection.',
      ja: '通常は自動で届きます。減らない場合は接続を確認してください。',
    },
  },
  closing_differences_open: {
    title: {
      zh: '对账差异 {count} 处未处理（期间 {period}）',
      en: '{count} differences of the reconciliation are open (period {period})',
      ja: '照合の差異が {count} 件未処理です（期間 {period}）',
    },
    advice: {
      zh: '请先核对并处理差异，再确认结账。',
      en: 'Look at them and settle them before closing.',
      ja: '差異を確認し処理してから締めてください。',
    },
  },
  closing_result_not_carried: {
    title: {
      zh: '{count} 个损益科目未结转：{which}',
      en: '{count} profit and loss accounts are not carried forward: {which}',
      ja: '損益科目 {count} 件が振り替えられていません：{which}',
    },
    advice: {
      zh: '采用账结法时，请先编制结转本年利润的凭证；采用表结法时可在年末结转。',
      en: 'Post the entries that carry them to the result of the year, unless your books carry them at the year end only.',
      ja: '毎月振り替える場合は先に振替仕訳を入れてください。年末のみの場合はそのままで構いません。',
    },
  },
  closing_cash_negative: {
    title: {
      zh: '{count} 个现金或银行科目余额为负：{which}',
      en: '{count} cash or bank accounts are below zero: {which}',
      ja: '現金・預金科目 {count} 件の残高が負です：{which}',
    },
    advice: {
      zh: '请检查是否漏记收款或记错科目。',
      en: 'Look for receipts that were not posted, or a wrong account.',
      ja: '入金の記帳漏れや科目誤りがないか確認してください。',
    },
  },
  closing_balance_side: {
    title: {
      zh: '{count} 个科目余额方向与性质相反：{which}',
      en: '{count} accounts stand on the other side than they should: {which}',
      ja: '科目 {count} 件の残高が本来と反対側です：{which}',
    },
    advice: {
      zh: '例如应收账款贷方余额实为预收。报表会重分类，请确认无误。',
      en: 'A credit balance of receivables is really an advance, for one. Make sure that it is meant.',
      ja: '例：売掛金の貸方残高は前受金です。意図したものか確認してください。',
    },
  },
  closing_not_revalued: {
    title: {
      zh: '{count} 种外币在期末有余额：{which}',
      en: '{count} foreign currencies are open at the end of the period: {which}',
      ja: '期末に残高のある外貨が {count} 種類あります：{which}',
    },
    advice: {
      zh: '请确认已按期末汇率调汇。系统只提示，不判断凭证内容。',
      en: 'Make sure they were revalued at the closing rate. This is a reminder; entries are not judged.',
      ja: '期末レートで換算替えをしたか確認してください。これは注意喚起で、仕訳の内容は判定しません。',
    },
  },
  period_not_ready: {
    title: {
      zh: '期间 {period} 还不能结账：{codes}',
      en: 'The period {period} cannot be closed yet: {codes}',
      ja: '期間 {period} はまだ締められません：{codes}',
    },
    advice: {
      zh: '请在结账检查单中逐项处理后重试；未做任何更改。',
      en: 'Go through the list for closing and try again; nothing was changed.',
      ja: '締め処理のチェックリストを順に片付けてからやり直してください。何も変更されていません。',
    },
  },
};
