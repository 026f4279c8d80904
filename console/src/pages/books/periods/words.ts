import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  next: {
    zh: '下一个要结的期间：{period}',
    en: 'Next to be closed: {period}',
    ja: '次に締める期間：{period}',
  },
  nextText: {
    zh: '期间按顺序结账。先过一遍结账检查：必须处理的项目会拦住结账，提醒项由您判断。',
    en: 'Periods are closed in order. Go through the checklist first: some items block, others only warn.',
    ja: '期間は順に締めます。まず点検表を確認してください。必須項目は締めを止め、注意項目は判断に委ねます。',
  },
  allClosed: { zh: '全部期间已结账', en: 'Every period is closed', ja: 'すべての期間を締めました' },
  check: { zh: '结账检查', en: 'Go through the checklist', ja: '締め前の点検' },
  period: { zh: '期间', en: 'Period', ja: '期間' },
  days: { zh: '起止日期', en: 'Days', ja: '日付' },
  state: { zh: '状态', en: 'State', ja: '状態' },
  vouchers: { zh: '凭证数', en: 'Vouchers', ja: '伝票数' },
  actions: { zh: '操作', en: 'Actions', ja: '操作' },
  reopen: { zh: '反结账', en: 'Reopen', ja: '締めを解除' },
  reopenTitle: { zh: '反结账 {period}？', en: 'Reopen {period}?', ja: '{period} の締めを解除しますか？' },
  reopenText: {
    zh: '期间重新打开后又可以入账，已报出的报表可能不再一致。改好后请重新结账。',
    en: 'Vouchers can be posted into it again, so reports already given may no longer agree. Close it again afterwards.',
    ja: '再び記帳できるため、提出済みの帳票と一致しなくなる場合があります。修正後に締め直してください。',
  },
  reopened: { zh: '{period} 已反结账', en: '{period} is open again', ja: '{period} を再開しました' },
  addYear: { zh: '新增 {year} 会计年度', en: 'Add fiscal year {year}', ja: '{year} 年度を追加' },
  addYearText: {
    zh: '新增 12 个期间（{from} – {to}），紧接最后一个期间；新增后不能删除。',
    en: 'Twelve periods ({from} – {to}) right after the last one. They cannot be taken back.',
    ja: '最後の期間に続く 12 期間（{from} – {to}）を追加します。追加後は削除できません。',
  },
  yearAdded: {
    zh: '已新增 {year} 会计年度；因缺少期间而挂起的单据可以重新处理',
    en: '{year} is there; what was held for want of a period can be replayed',
    ja: '{year} 年度を追加しました。期間不足で保留の伝票は再処理できます',
  },
  ready: { zh: '可以结账', en: 'Ready to be closed', ja: '締められます' },
  readyWarn: {
    zh: '可以结账，另有 {n} 项提醒',
    en: 'Ready, with {n} things to know',
    ja: '締められます（注意 {n} 件）',
  },
  notReady: {
    zh: '还不能结账：有 {n} 项必须先处理',
    en: 'Not yet: {n} things have to be done first',
    ja: 'まだ締められません：先に処理が必要な項目 {n} 件',
  },
  alreadyClosed: { zh: '这个期间已结账', en: 'This period is closed', ja: 'この期間は締め済みです' },
  block: { zh: '必须先处理', en: 'Has to be done', ja: '処理が必要' },
  warn: { zh: '提醒', en: 'To know', ja: '注意' },
  passed: { zh: '通过', en: 'Passed', ja: '合格' },
  fix: { zh: '去处理', en: 'Go there', ja: '処理する' },
  look: { zh: '去查看', en: 'Look', ja: '確認する' },
  close: { zh: '结账 {period}', en: 'Close {period}', ja: '{period} を締める' },
  closeTitle: { zh: '结账 {period}？', en: 'Close {period}?', ja: '{period} を締めますか？' },
  closeText: {
    zh: '结账后不能再往这个期间入账；需要时，有权限的人可以反结账并写明原因。',
    en: 'Nothing can be posted into it afterwards. Whoever may can reopen it, and has to say why.',
    ja: '締めた後は記帳できません。権限のある人は理由を添えて解除できます。',
  },
  cancel: { zh: '先不结', en: 'Not yet', ja: 'まだ締めない' },
  closed: { zh: '{period} 已结账', en: '{period} is closed', ja: '{period} を締めました' },
  again: { zh: '重新检查', en: 'Check again', ja: '再点検' },
});

export const stateWords = defineWords({
  open: { zh: '未结账', en: 'Open', ja: '未締' },
  closed: { zh: '已结账', en: 'Closed', ja: '締め済み' },
});

export const passedWords = defineWords({
  period_earlier_open: {
    zh: '以前期间都已结账',
    en: 'Earlier periods are closed',
    ja: '以前の期間は締め済み',
  },
  closing_records_waiting: {
    zh: '收到的记录都已处理',
    en: 'Every record is processed',
    ja: '受信した記録は処理済み',
  },
  closing_exceptions_open: { zh: '没有未处理的异常', en: 'No exception is open', ja: '未処理の例外なし' },
  closing_documents_staged: {
    zh: '没有等待汇总的单据',
    en: 'No document waits to be summarised',
    ja: '集計待ちの伝票なし',
  },
  closing_not_balanced: { zh: '试算平衡', en: 'The trial balance agrees', ja: '試算表は一致' },
  closing_numbers_missing: {
    zh: '凭证号连续，没有断号',
    en: 'Voucher numbers have no gap',
    ja: '伝票番号に欠番なし',
  },
  closing_vouchers_refused: {
    zh: '没有被目标系统拒绝的凭证',
    en: 'No target refused a voucher',
    ja: '送信先に拒否された伝票なし',
  },
  closing_vouchers_undelivered: {
    zh: '凭证都已送达目标系统',
    en: 'Every voucher is delivered',
    ja: '伝票はすべて送信済み',
  },
  closing_differences_open: {
    zh: '对账没有未处理的差异',
    en: 'No difference is open',
    ja: '未処理の差異なし',
  },
  closing_result_not_carried: { zh: '损益已结转', en: 'The result is carried over', ja: '損益は振替済み' },
  closing_cash_negative: {
    zh: '货币资金没有负余额',
    en: 'No cash account is negative',
    ja: '現金預金に負残高なし',
  },
  closing_balance_side: {
    zh: '余额方向正常',
    en: 'Balances stand on their usual side',
    ja: '残高の貸借は正常',
  },
  closing_not_revalued: {
    zh: '没有需要调汇的外币余额',
    en: 'No foreign balance to revalue',
    ja: '評価替えが必要な外貨残高なし',
  },
});
