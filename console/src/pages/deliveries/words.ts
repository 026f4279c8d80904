import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  title: { zh: '推送', en: 'Deliveries', ja: '送信' },
  one: { zh: '推送详情', en: 'Delivery', ja: '送信の詳細' },
  intro: {
    zh: '应送往目标系统的每一笔：重试之前先按业务键询问对方，绝不重复。',
    en: 'Everything owed to a target system. Before any retry the target is asked by business key, so nothing arrives twice.',
    ja: '送信先に渡すべきもの。再試行の前に必ず業務キーで照会するため、二重にはなりません。',
  },
  businessKey: { zh: '业务键', en: 'Business key', ja: '業務キー' },
  kind: { zh: '类型', en: 'Kind', ja: '種類' },
  connection: { zh: '目标', en: 'Target', ja: '送信先' },
  state: { zh: '状态', en: 'State', ja: '状態' },
  targetNumber: { zh: '对方编号', en: 'Number there', ja: '先方番号' },
  attempts: { zh: '次数', en: 'Tries', ja: '試行' },
  created: { zh: '产生', en: 'Owed since', ja: '発生' },
  done: { zh: '完成', en: 'Done', ja: '完了' },
  stoppedState: { zh: '被拒绝或已停止', en: 'Refused or stopped', ja: '拒否または停止' },
  stopped: { zh: '停止时间', en: 'Stopped', ja: '停止日' },
  redrive: { zh: '重新推送', en: 'Redrive', ja: '再送信' },
  redriven: {
    zh: '{n} 笔已重新排队，先询问对方再推送',
    en: '{n} back to work; the target is asked first',
    ja: '{n} 件を再開しました。先方に照会してから送信します',
  },
  back: { zh: '全部推送', en: 'All deliveries', ja: '送信一覧' },
  delivery: { zh: '推送 {id}', en: 'Delivery {id}', ja: '送信 {id}' },
  book: { zh: '账套', en: 'Book', ja: '帳簿' },
  flow: { zh: '流程', en: 'Flow', ja: 'フロー' },
  voucher: { zh: '凭证', en: 'Voucher', ja: '仕訳' },
  openVoucher: { zh: '打开凭证', en: 'Open the voucher', ja: '仕訳を開く' },
  until: { zh: '要求对方达到', en: 'Wanted there', ja: '先方で必要な状態' },
  targetState: { zh: '对方状态', en: 'State there', ja: '先方の状態' },
  targetId: { zh: '对方内码', en: 'Id there', ja: '先方 ID' },
  history: { zh: '每次尝试', en: 'Every try', ja: '試行の履歴' },
  historyEmpty: { zh: '还没有尝试过', en: 'Not tried yet', ja: 'まだ試行していません' },
  began: { zh: '开始', en: 'Began', ja: '開始' },
  took: { zh: '用时', en: 'Took', ja: '所要' },
  outcome: { zh: '结果', en: 'Outcome', ja: '結果' },
  detail: { zh: '详情', en: 'Detail', ja: '詳細' },
  lastError: { zh: '停止的原因', en: 'Why it stopped', ja: '停止の理由' },
  redrivenOne: {
    zh: '已重新排队，先询问对方再推送',
    en: 'Back to work; the target is asked first',
    ja: '再開しました。先方に照会してから送信します',
  },
  emptyTitle: { zh: '还没有要推送的', en: 'Nothing is owed yet', ja: '送信すべきものはまだありません' },
  emptyText: {
    zh: '流程把凭证入账后，送往目标系统的推送与回执会列在这里。',
    en: 'When a flow posts vouchers, what goes to the target and its receipts are listed here.',
    ja: 'フローが仕訳を記帳すると、送信先への送信と受領がここに並びます。',
  },
});

export const stateWords = defineWords({
  owed: { zh: '待推送', en: 'Owed', ja: '送信待ち' },
  sending: { zh: '推送中', en: 'Sending', ja: '送信中' },
  done: { zh: '已送达', en: 'Delivered', ja: '送信済み' },
  refused: { zh: '被拒绝', en: 'Refused', ja: '拒否' },
  dead: { zh: '已停止', en: 'Stopped', ja: '停止' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', ja: '取り下げ' },
});

/** How far a thing is in the target. */
export const targetWords = defineWords({
  absent: { zh: '尚无', en: 'Not there', ja: 'なし' },
  saved: { zh: '已保存', en: 'Saved', ja: '保存済み' },
  submitted: { zh: '已提交', en: 'Submitted', ja: '提出済み' },
  audited: { zh: '已审核', en: 'Audited', ja: '承認済み' },
});

export const kindWords = defineWords({
  voucher: { zh: '凭证', en: 'Voucher', ja: '仕訳' },
  'write-back': { zh: '回写', en: 'Write-back', ja: '書き戻し' },
  withdraw: { zh: '撤回', en: 'Withdrawal', ja: '取り下げ' },
});
