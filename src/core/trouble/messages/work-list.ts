import type { Message } from '#core/trouble/message.ts';

/** Texts for the work on exceptions: assigning, correcting, doing many at once. */
export const WORK_LIST_MESSAGES: Readonly<Record<string, Message>> = {
  assignee_unknown: {
    title: {
      zh: '没有登录名为 {login} 的在职人员',
      en: 'There is no active person with the login {login}',
      ja: 'ログイン名 {login} の有効な人員がいません',
    },
    advice: {
      zh: '请填写人员的登录名；已停用或尚未激活的人员不能分派。',
      en: 'Give the login of a person; one who is disabled or has not been activated yet cannot be given work.',
      ja: '人員のログイン名を指定してください。停止中や未有効化の人員には割り当てられません。',
    },
  },
  choice_needed: {
    title: {
      zh: '请指明要处理的异常：ids 与 filter 二者之一',
      en: 'Say which exceptions are meant: either ids or filter',
      ja: '対象の例外を ids か filter のどちらか一方で指定してください',
    },
    advice: {
      zh: '两者都不填不表示"全部"；需要全部时请写 "filter": {}。未做任何更改。',
      en: 'Naming neither does not mean all; where all are meant, write "filter": {}. Nothing was changed.',
      ja: 'どちらも省略しても「すべて」にはなりません。すべての場合は "filter": {} と書いてください。何も変更されていません。',
    },
  },
  correction_kind_needed: {
    title: {
      zh: '{at}：该流程生成多种单据，请指明更正哪一种',
      en: '{at}: the flow makes several kinds of documents; say which one is corrected',
      ja: '{at}：このフローは複数種類の伝票を作ります。どれを訂正するか指定してください',
    },
    advice: {
      zh: '请在 kind 中填写单据类型，例如 order 或 refund。',
      en: 'Write the kind of the document into kind, e.g. order or refund.',
      ja: 'kind に伝票の種類（例：order、refund）を書いてください。',
    },
  },
  correction_without_place: {
    title: {
      zh: '这条记录生成的单据（{kind:name}）中没有位置 {place}',
      en: 'The document ({kind:name}) made of this record has no place {place}',
      ja: 'この記録から作られる伝票（{kind:name}）に {place} という場所がありません',
    },
    advice: {
      zh: '请使用异常中列出的位置，例如 customer、lines[2].sku；行号从 0 开始。未做任何更改。',
      en: 'Use a place as the exception names it, e.g. customer or lines[2].sku; lines count from 0. Nothing was changed.',
      ja: '例外に示された場所（例：customer、lines[2].sku）を使ってください。行は 0 から数えます。何も変更されていません。',
    },
  },
};
