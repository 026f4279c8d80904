import type { Message } from '#core/trouble/message.ts';

/** Texts for connections that talk to a simulator for a while. */
export const REHEARSAL_MESSAGES: Readonly<Record<string, Message>> = {
  rehearsal_book_needed: {
    title: {
      zh: '连接 {connection} 的演练只能用于演练账套；流程 {flows} 使用的是正式账套',
      en: 'The connection {connection} may rehearse only with rehearsal books; the flows {flows} post into real ones',
      ja: '接続 {connection} のリハーサルはリハーサル用帳簿でのみ可能です。フロー {flows} は本番帳簿を使っています',
    },
    advice: {
      zh: '请新建一个演练账套（创建账套时选择"演练"），让流程使用它；或另建一个连接用于演练。模拟数据绝不会进入正式账套，正式凭证也绝不会发往模拟器。',
      en: 'Create a rehearsal book and let the flow use it, or rehearse with another connection. Nothing made up ever gets into a real book, and no real voucher is sent to a simulator.',
      ja: 'リハーサル用帳簿を作成してフローに使わせるか、別の接続でリハーサルしてください。模擬データが本番帳簿に入ることも、本番の仕訳がシミュレーターに送られることもありません。',
    },
  },
  rehearsal_busy: {
    title: {
      zh: '连接 {connection} 有 {count} 条推送正在进行，暂不能切换',
      en: '{count} deliveries to {connection} are under way; it cannot change sides now',
      ja: '接続 {connection} への送信が {count} 件進行中のため、切り替えられません',
    },
    advice: {
      zh: '请稍候片刻再试；推送完成或超时后即可切换。',
      en: 'Try again in a moment: once they are answered or have timed out it can.',
      ja: 'しばらくしてからやり直してください。完了またはタイムアウト後に切り替えられます。',
    },
  },
  rehearsal_unsupported: {
    title: {
      zh: '连接器 {connector} 没有可用于演练的模拟器',
      en: 'There is no simulator with which {connector} could rehearse',
      ja: 'コネクタ {connector} にはリハーサル用のシミュレーターがありません',
    },
    advice: {
      zh: '表格连接器不需要模拟器：直接上传样例文件即可。',
      en: 'Spreadsheets need none: upload a sample file instead.',
      ja: '表計算コネクタには不要です。サンプルファイルを取り込んでください。',
    },
  },
  lookup_unsupported: {
    title: {
      zh: '连接器 {connector} 不能查询 {kind}',
      en: '{connector} cannot look up {kind}',
      ja: 'コネクタ {connector} は {kind} を照会できません',
    },
    advice: {
      zh: '可查询的内容见连接器的 capabilities；其余请在账套中手工维护。',
      en: 'The capabilities of the connector say what can be looked up; maintain the rest in the book.',
      ja: '照会できるものはコネクタの capabilities を見てください。それ以外は帳簿で保守してください。',
    },
  },
};
