import type { Message } from '#core/trouble/message.ts';

/** Texts for accounts that do not fit a chart. */
export const CHART_MESSAGES: Readonly<Record<string, Message>> = {
  account_given_twice: {
    title: {
      zh: '{at}：科目 {account} 在同一请求中出现两次',
      en: '{at}: account {account} is given twice',
      ja: '{at}：科目 {account} が二度指定されています',
    },
    advice: {
      zh: '请只保留一条。',
      en: 'Keep one of them.',
      ja: '一つだけ残してください。',
    },
  },
  account_parent_unknown: {
    title: {
      zh: '{at}：科目 {account} 的上级科目 {parent} 不存在',
      en: '{at}: the parent {parent} of account {account} does not exist',
      ja: '{at}：科目 {account} の上位科目 {parent} がありません',
    },
    advice: {
      zh: '请先建立上级科目，或在同一请求中一并提交；科目不能是自己的上级。',
      en: 'Make the parent first, or send it along; an account cannot be its own parent.',
      ja: '先に上位科目を作るか、同じリクエストに含めてください。自分自身を上位にはできません。',
    },
  },
  account_parent_posted: {
    title: {
      zh: '{at}：科目 {parent} 已有发生额，不能再设下级 {account}',
      en: '{at}: account {parent} has postings, so {account} cannot be put below it',
      ja: '{at}：科目 {parent} には記帳があるため、下位 {account} を設けられません',
    },
    advice: {
      zh: '请新建一个上级科目，或先用凭证把 {parent} 的余额转到新的明细科目体系下。',
      en: 'Make a new parent account, or move the balance of {parent} to other accounts by voucher first.',
      ja: '新しい上位科目を作るか、先に伝票で {parent} の残高を別の科目に振り替えてください。',
    },
  },
  account_below_itself: {
    title: {
      zh: '{at}：科目 {account} 的上级 {parent} 又在它之下',
      en: '{at}: the parent {parent} of the account {account} stands below it',
      ja: '{at}：科目 {account} の上位 {parent} がその下位にあります',
    },
    advice: {
      zh: '上下级不能成环。请改正 parentCode；全部科目均未保存。',
      en: 'Accounts cannot stand below themselves. Correct parentCode; none of the accounts was saved.',
      ja: '上位・下位は循環できません。parentCode を直してください。科目は一つも保存されていません。',
    },
  },
};
