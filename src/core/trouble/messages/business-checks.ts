import type { Message } from '#core/trouble/message.ts';

/** Texts for the findings of `core/validation/business`. */
export const BUSINESS_CHECK_MESSAGES: Readonly<Record<string, Message>> = {
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
      zh: '{at}：{dimension:name} {value} 欠款将达 {owed} {currency}，超过信用额度 {limit}',
      en: '{at}: {dimension:name} {value} would owe {owed} {currency}, above the credit limit of {limit}',
      ja: '{at}：{dimension:name} {value} の債権が {owed} {currency} となり、与信限度額 {limit} を超えます',
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
