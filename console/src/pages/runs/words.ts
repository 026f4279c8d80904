import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  title: { zh: '运行', en: 'Runs', ja: '実行' },
  intro: {
    zh: '每次采集、导入或重新处理都是一次运行；进度随时可看，离开本页也不会中断。',
    en: 'Every collection, import or replay is a run. It goes on when you leave this page.',
    ja: '収集・取込・再処理はそれぞれ 1 つの実行です。ページを離れても続きます。',
  },
  run: { zh: '运行', en: 'Run', ja: '実行' },
  flow: { zh: '流程', en: 'Flow', ja: 'フロー' },
  connection: { zh: '连接', en: 'Connection', ja: '接続' },
  state: { zh: '状态', en: 'State', ja: '状態' },
  progress: { zh: '进度', en: 'Progress', ja: '進捗' },
  collected: { zh: '采集', en: 'In', ja: '収集' },
  posted: { zh: '已入账', en: 'Posted', ja: '記帳済み' },
  held: { zh: '待处理', en: 'Held', ja: '保留' },
  rest: { zh: '约 {time} 完成', en: 'done {time}', ja: '{time} 完了見込み' },
  pause: { zh: '暂停', en: 'Pause', ja: '一時停止' },
  resume: { zh: '继续', en: 'Resume', ja: '再開' },
  cancel: { zh: '取消', en: 'Cancel', ja: '取消' },
  cancelTitle: { zh: '取消运行 {run}？', en: 'Cancel run {run}?', ja: '実行 {run} を取り消しますか？' },
  cancelText: {
    zh: '已入账的保留；尚未处理的记为略过，之后可对整个运行“重新处理”。',
    en: 'What is posted stays. The rest is passed over until the run is replayed.',
    ja: '記帳済みはそのまま残ります。残りは、実行を再処理するまで見送られます。',
  },
  keep: { zh: '不取消', en: 'Keep it', ja: '取り消さない' },
  paused: { zh: '运行 {run} 已暂停', en: 'Run {run} waits', ja: '実行 {run} を一時停止しました' },
  resumed: { zh: '运行 {run} 继续进行', en: 'Run {run} goes on', ja: '実行 {run} を再開しました' },
  cancelled: {
    zh: '运行 {run} 已取消；可用“重新处理”恢复其余部分',
    en: 'Run {run} is called off; replay it to post the rest',
    ja: '実行 {run} を取り消しました。残りは再処理で記帳できます',
  },
  replay: { zh: '重新处理', en: 'Replay', ja: '再処理' },
  whichFlow: {
    zh: '按哪个流程重新处理？',
    en: 'Replay through which flow?',
    ja: 'どのフローで再処理しますか？',
  },
  whichFlowText: {
    zh: '这些记录有多个流程在用，每次按其中一个重新处理。',
    en: 'Several flows take these records; each is replayed by itself.',
    ja: 'これらの記録は複数のフローで使われています。フローごとに再処理します。',
  },
  close: { zh: '关闭', en: 'Close', ja: '閉じる' },
  replayed: {
    zh: '已按现行版本重新处理，见运行 {run}',
    en: 'Put before the current version again, as run {run}',
    ja: '現行版で再処理中です（実行 {run}）',
  },
  actions: { zh: '操作', en: 'Actions', ja: '操作' },
  started: { zh: '开始', en: 'Started', ja: '開始' },
  startedBy: { zh: '发起人', en: 'By', ja: '開始者' },
  emptyTitle: { zh: '还没有运行过', en: 'Nothing has run yet', ja: 'まだ実行がありません' },
  emptyText: {
    zh: '发布一个流程后，按计划、由推送或手动触发的每次运行都会列在这里。',
    en: 'Once a flow is published, every run it makes — by schedule, webhook or by hand — is listed here.',
    ja: 'フローを公開すると、予定・通知・手動によるすべての実行がここに並びます。',
  },
});

export const stateWords = defineWords({
  paused: { zh: '已暂停', en: 'Paused', ja: '一時停止中' },
  running: { zh: '采集中', en: 'Collecting', ja: '収集中' },
  collected: { zh: '入账中', en: 'Posting', ja: '記帳中' },
  done: { zh: '完成', en: 'Done', ja: '完了' },
  cancelled: { zh: '已取消', en: 'Cancelled', ja: '取消済み' },
  failed: { zh: '失败', en: 'Failed', ja: '失敗' },
});
