import type { Text } from '#core/trouble/message.ts';
import { ACCESS_SENTENCES } from './access-words.ts';

/**
 * What each action of the audit log says, as a sentence. `{who}` did it, `{what}` it was done to; other names are
 * those of the entry's details. A test asks that every action the product writes stands here.
 */
export const ACTION_SENTENCES: Readonly<Record<string, Text>> = {
  ...ACCESS_SENTENCES,
  'book.create': {
    zh: '{who} 建立了账套 {what}',
    en: '{who} opened the book {what}',
    ja: '{who} が帳簿 {what} を作成しました',
  },
  'book.note': {
    zh: '{who} 在账套 {what} 上留下了说明',
    en: '{who} left a note on the book {what}',
    ja: '{who} が帳簿 {what} に注記しました',
  },
  'accounts.save': {
    zh: '{who} 修改了账套 {what} 的科目',
    en: '{who} changed accounts of the book {what}',
    ja: '{who} が帳簿 {what} の勘定科目を変更しました',
  },
  'dimension.save': {
    zh: '{who} 修改了账套 {what} 的辅助核算',
    en: '{who} changed dimension values of the book {what}',
    ja: '{who} が帳簿 {what} の補助項目を変更しました',
  },
  'rates.save': {
    zh: '{who} 录入了账套 {what} 的汇率',
    en: '{who} entered rates of the book {what}',
    ja: '{who} が帳簿 {what} の為替レートを登録しました',
  },
  'period.add-year': {
    zh: '{who} 为账套 {what} 新增了 {year} 会计年度',
    en: '{who} added the fiscal year {year} to the book {what}',
    ja: '{who} が帳簿 {what} に会計年度 {year} を追加しました',
  },
  'period.close': {
    zh: '{who} 对账套 {what} 的 {period} 期结账',
    en: '{who} closed period {period} of the book {what}',
    ja: '{who} が帳簿 {what} の期間 {period} を締めました',
  },
  'period.reopen': {
    zh: '{who} 对账套 {what} 的 {period} 期反结账',
    en: '{who} reopened period {period} of the book {what}',
    ja: '{who} が帳簿 {what} の期間 {period} を再開しました',
  },
  'crosswalk.save': {
    zh: '{who} 修改了账套 {what} 的对照表 {crosswalk}',
    en: '{who} changed the crosswalk {crosswalk} of the book {what}',
    ja: '{who} が帳簿 {what} の対照表 {crosswalk} を変更しました',
  },
  'crosswalk.delete': {
    zh: '{who} 删除了账套 {what} 对照表 {crosswalk} 的一条对照',
    en: '{who} deleted a pair of the crosswalk {crosswalk} of the book {what}',
    ja: '{who} が帳簿 {what} の対照表 {crosswalk} から対照を削除しました',
  },
  'connection.save': {
    zh: '{who} 保存了连接 {what}',
    en: '{who} saved the connection {what}',
    ja: '{who} が接続 {what} を保存しました',
  },
  'connection.pause': {
    zh: '{who} 暂停了连接 {what}',
    en: '{who} paused the connection {what}',
    ja: '{who} が接続 {what} を一時停止しました',
  },
  'connection.resume': {
    zh: '{who} 恢复了连接 {what}',
    en: '{who} resumed the connection {what}',
    ja: '{who} が接続 {what} を再開しました',
  },
  'connection.rehearse': {
    zh: '{who} 把连接 {what} 切换到演练',
    en: '{who} switched the connection {what} to rehearsal',
    ja: '{who} が接続 {what} をリハーサルに切り替えました',
  },
  'connection.rehearse-end': {
    zh: '{who} 结束了连接 {what} 的演练',
    en: '{who} ended the rehearsal of the connection {what}',
    ja: '{who} が接続 {what} のリハーサルを終了しました',
  },
  'flow.save': {
    zh: '{who} 保存了流程 {what} 的新版本',
    en: '{who} saved a version of the flow {what}',
    ja: '{who} がフロー {what} の新しい版を保存しました',
  },
  'flow.publish': {
    zh: '{who} 发布了流程 {what}',
    en: '{who} published the flow {what}',
    ja: '{who} がフロー {what} を公開しました',
  },
  'flow.roll-back': {
    zh: '{who} 把流程 {what} 退回到旧版本',
    en: '{who} rolled the flow {what} back',
    ja: '{who} がフロー {what} を旧版に戻しました',
  },
  'flow.enable': {
    zh: '{who} 启用了流程 {what}',
    en: '{who} switched the flow {what} on',
    ja: '{who} がフロー {what} を開始しました',
  },
  'flow.disable': {
    zh: '{who} 停用了流程 {what}',
    en: '{who} switched the flow {what} off',
    ja: '{who} がフロー {what} を停止しました',
  },
  'run.start': {
    zh: '{who} 启动了运行 {what}',
    en: '{who} started the run {what}',
    ja: '{who} が実行 {what} を開始しました',
  },
  'run.pause': {
    zh: '{who} 暂停了运行 {what}',
    en: '{who} paused the run {what}',
    ja: '{who} が実行 {what} を一時停止しました',
  },
  'run.resume': {
    zh: '{who} 继续了运行 {what}',
    en: '{who} resumed the run {what}',
    ja: '{who} が実行 {what} を再開しました',
  },
  'run.cancel': {
    zh: '{who} 取消了运行 {what}',
    en: '{who} cancelled the run {what}',
    ja: '{who} が実行 {what} を取り消しました',
  },
  'record.replay': {
    zh: '{who} 重新处理了 {what}',
    en: '{who} replayed {what}',
    ja: '{who} が {what} を再処理しました',
  },
  'record.correct': {
    zh: '{who} 更正了单据 {what}',
    en: '{who} corrected the document of {what}',
    ja: '{who} が {what} の伝票を修正しました',
  },
  'record.correction-revoke': {
    zh: '{who} 撤回了对单据 {what} 的更正',
    en: '{who} took a correction of {what} back',
    ja: '{who} が {what} の修正を取り消しました',
  },
  'record.download': {
    zh: '{who} 下载了记录 {what} 的原始内容',
    en: '{who} downloaded the raw content of {what}',
    ja: '{who} が記録 {what} の原データを取得しました',
  },
  'exception.release': {
    zh: '{who} 放行了异常 {what}',
    en: '{who} released the exception {what}',
    ja: '{who} が例外 {what} を承認して通しました',
  },
  'exception.dismiss': {
    zh: '{who} 关闭了异常 {what}，不入账',
    en: '{who} dismissed the exception {what}',
    ja: '{who} が例外 {what} を記帳せずに閉じました',
  },
  'exception.assign': {
    zh: '{who} 分派了异常 {what}',
    en: '{who} assigned the exception {what}',
    ja: '{who} が例外 {what} を割り当てました',
  },
  'exception.comment': {
    zh: '{who} 备注了异常 {what}',
    en: '{who} commented on the exception {what}',
    ja: '{who} が例外 {what} にコメントしました',
  },
  'voucher.reverse': {
    zh: '{who} 红字冲销了凭证 {what}',
    en: '{who} reversed the voucher {what}',
    ja: '{who} が仕訳 {what} を赤字で取り消しました',
  },
  'delivery.redrive': {
    zh: '{who} 重新推送了 {what}',
    en: '{who} redrove {what}',
    ja: '{who} が {what} を再送信しました',
  },
  'reconcile.repair': {
    zh: '{who} 核对并修复了 {what} 的差异',
    en: '{who} reconciled and repaired {what}',
    ja: '{who} が {what} の差異を照合し修復しました',
  },
  'webhook.create': {
    zh: '{who} 创建了外发通知“{title}”',
    en: '{who} made the webhook “{title}”',
    ja: '{who} が通知「{title}」を作成しました',
  },
  'webhook.change': {
    zh: '{who} 修改了外发通知 {what}',
    en: '{who} changed the webhook {what}',
    ja: '{who} が通知 {what} を変更しました',
  },
  'webhook.delete': {
    zh: '{who} 删除了外发通知 {what}',
    en: '{who} deleted the webhook {what}',
    ja: '{who} が通知 {what} を削除しました',
  },
  'webhook.renew-secret': {
    zh: '{who} 更换了外发通知 {what} 的密钥',
    en: '{who} changed the secret of the webhook {what}',
    ja: '{who} が通知 {what} のシークレットを交換しました',
  },
  'webhook.ping': {
    zh: '{who} 向外发通知 {what} 发送了测试消息',
    en: '{who} sent a test to the webhook {what}',
    ja: '{who} が通知 {what} にテスト送信しました',
  },
  'webhook.replay': {
    zh: '{who} 重新发送了外发通知 {what} 的一条消息',
    en: '{who} sent a message of the webhook {what} again',
    ja: '{who} が通知 {what} のメッセージを再送しました',
  },
  export: { zh: '{who} 导出了 {what}', en: '{who} exported {what}', ja: '{who} が {what} を出力しました' },
  'audit.export': {
    zh: '{who} 导出了审计日志',
    en: '{who} exported the audit log',
    ja: '{who} が監査ログを出力しました',
  },
  'audit.verify': {
    zh: '{who} 开始校验全部账簿与审计日志',
    en: '{who} started a verification of books and audit log',
    ja: '{who} が帳簿と監査ログの検証を開始しました',
  },
  'audit.checkpoint': {
    zh: '{who} 签署了检查点 {what}',
    en: '{who} signed the checkpoint {what}',
    ja: '{who} がチェックポイント {what} に署名しました',
  },
  'key.rotate': {
    zh: '{who} 更换了密钥 {what}',
    en: '{who} rotated the key {what}',
    ja: '{who} が鍵 {what} を交換しました',
  },
  restore: {
    zh: '{who} 从备份恢复了数据',
    en: '{who} restored a backup',
    ja: '{who} がバックアップから復元しました',
  },
};
