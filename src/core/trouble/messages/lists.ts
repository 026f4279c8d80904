import type { Message } from '#core/trouble/message.ts';

/** Texts for lists, searches, figures and live news. */
export const LIST_MESSAGES: Readonly<Record<string, Message>> = {
  time_invalid: {
    title: {
      zh: '{at}：“{text}”不是日期或时刻',
      en: '{at}: "{text}" is not a day or an instant',
      ja: '{at}：「{text}」は日付でも時刻でもありません',
    },
    advice: {
      zh: '请写成 2026-11-21（按北京时间的整天）或 2026-11-21T08:30:00+08:00。',
      en: 'Write 2026-11-21 (a whole day in China) or 2026-11-21T08:30:00+08:00.',
      ja: '2026-11-21（中国時間の 1 日）または 2026-11-21T08:30:00+08:00 の形にしてください。',
    },
  },
  range_invalid: {
    title: {
      zh: '{at}：时间范围为空或超过 {max}',
      en: '{at}: the range is empty or longer than {max}',
      ja: '{at}：期間が空か、{max} を超えています',
    },
    advice: {
      zh: '请让开始早于结束，并缩短范围；较长的范围请按天（by=day）查看。',
      en: 'Let it begin before it ends and make it shorter; look at long ranges by day (by=day).',
      ja: '開始を終了より前にし、期間を短くしてください。長い期間は日単位（by=day）で見てください。',
    },
  },
  search_needs_period: {
    title: {
      zh: '按摘要文字查找凭证时，请同时限定期间或日期',
      en: 'A search of vouchers by text takes a period or dates as well',
      ja: '仕訳を文字で探すときは、期間か日付も指定してください',
    },
    advice: {
      zh: '请加上 period，或 from 与 to（最多 {days} 天）。单据编号请在原始记录中查找，不受此限制。',
      en: 'Add `period`, or `from` and `to` (at most {days} days). Document numbers are found under records without that.',
      ja: 'period、または from と to（最長 {days} 日）を加えてください。伝票番号は原始記録で期間なしに探せます。',
    },
  },
  search_covered: {
    title: {
      zh: '{at}：您看不到该字段的明细，因此不能按它查找或排序',
      en: '{at}: you do not see this field as it is, so you cannot search or sort by it',
      ja: '{at}：この項目の内容を見る権限がないため、検索や並べ替えはできません',
    },
    advice: {
      zh: '请改用编号、状态或时间查找；如确有需要，请向系统管理员申请查看该字段。',
      en: 'Search by number, state or time; ask an administrator if you need to see the field.',
      ja: '番号、状態、時刻で探してください。必要ならシステム管理者に項目の閲覧権限を求めてください。',
    },
  },
  too_many_listeners: {
    title: {
      zh: '同时打开的实时页面过多（最多 {max} 个）',
      en: 'Too many live pages are open at once (at most {max})',
      ja: '同時に開いているライブ画面が多すぎます（最大 {max}）',
    },
    advice: {
      zh: '请关闭不用的页面；页面会继续定时刷新。',
      en: 'Close pages you do not need; until then this one refreshes from time to time.',
      ja: '使っていない画面を閉じてください。それまでこの画面は定期的に更新されます。',
    },
  },
};
