import type { Message } from '#core/trouble/message.ts';

/** Texts for who may do what. */
export const ACCESS_MESSAGES: Readonly<Record<string, Message>> = {
  forbidden: {
    title: {
      zh: '您没有“{permission}”的权限',
      en: 'You may not do this: it takes {permission}',
      ja: '権限がありません：{permission} が必要です',
    },
    advice: {
      zh: '请向系统管理员申请该权限；如已授权，请核对授权所限的账套、部门与单据种类。',
      en: 'Ask an administrator for it; where you have it already, see which books, departments and kinds of documents it is limited to.',
      ja: 'システム管理者にこの権限を求めてください。付与済みの場合は、対象の帳簿・部門・証憑種別を確認してください。',
    },
  },
  fields_not_granted: {
    title: {
      zh: '其中有您无权查看的字段',
      en: 'There are fields in it that you may not see',
      ja: '閲覧が許されていない項目が含まれています',
    },
    advice: {
      zh: '原始内容与汇总数无法遮盖个别字段，因此整体不显示。请查看已遮盖的单据或凭证，或向系统管理员申请这些字段的权限。',
      en: 'Raw content and sums cannot leave out single fields, so they are not shown at all. Look at the document or voucher, where those fields are covered, or ask an administrator for them.',
      ja: '原データと合計からは個々の項目を隠せないため、全体を表示しません。該当項目を伏せた伝票や仕訳を見るか、システム管理者に権限を求めてください。',
    },
  },
};
