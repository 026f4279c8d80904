import type { Message } from '#core/trouble/message.ts';

/** Texts for runs that wait, go on or are called off. */
export const RUN_MESSAGES: Readonly<Record<string, Message>> = {
  run_of_several_flows: {
    title: {
      zh: '运行 {run} 的记录有多个流程在用（{flows}）',
      en: 'The records of run {run} go through several flows ({flows})',
      ja: '実行 {run} の記録は複数のフローで使われています（{flows}）',
    },
    advice: {
      zh: '请指明按哪个流程重新处理（参数 flow）；需要时逐个流程进行。',
      en: 'Say which flow to replay them through (`flow`); do one after the other where several are meant.',
      ja: 'どのフローで再処理するかを指定してください（flow）。複数の場合は一つずつ行います。',
    },
  },
  run_over: {
    title: {
      zh: '运行 {run} 已结束或已暂停（{state}）',
      en: 'Run {run} is over or waits already ({state})',
      ja: '実行 {run} は終了しているか、すでに一時停止中です（{state}）',
    },
    advice: {
      zh: '只有进行中的运行可以暂停，未结束的运行可以取消。需要再次处理其记录时，请重新运行。',
      en: 'Only a run under way can be paused, and only one that is not over can be cancelled. To take its records up again, replay it.',
      ja: '一時停止できるのは進行中の実行、取り消せるのは終わっていない実行だけです。記録を処理し直すには再実行してください。',
    },
  },
  run_not_paused: {
    title: {
      zh: '运行 {run} 不在暂停状态（{state}）',
      en: 'Run {run} does not wait ({state})',
      ja: '実行 {run} は一時停止中ではありません（{state}）',
    },
    advice: {
      zh: '它可能已由他人恢复或取消。请刷新后查看其状态。',
      en: 'Somebody else may have resumed or cancelled it. Look at its state again.',
      ja: '他の人が再開または取消した可能性があります。状態を見直してください。',
    },
  },
  run_cancelled: {
    title: {
      zh: '运行 {run} 已被取消，读取到此为止',
      en: 'Run {run} was cancelled; reading stopped here',
      ja: '実行 {run} は取り消され、読み取りはここで止まりました',
    },
    advice: {
      zh: '已读取的记录都已保存但未入账。需要时请对该运行执行"重新处理"，并重新上传其余部分。',
      en: 'What was read is kept and not posted. Replay the run when it is wanted after all, and send the rest again.',
      ja: '読み取った記録は保存済みで、記帳はしていません。必要なら実行を再処理し、残りを送り直してください。',
    },
  },
};
