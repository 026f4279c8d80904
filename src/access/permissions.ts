import type { Text } from '#core/trouble/message.ts';

interface PermissionFacts {
  readonly title: Text;
  /** Posts, approves or administers: whoever holds it signs in with a second factor (ASVS v5.0.0-6.3.3). */
  readonly strong: boolean;
}

const reads = (zh: string, en: string, ja: string): PermissionFacts => ({
  title: { zh, en, ja },
  strong: false,
});
const changes = (zh: string, en: string, ja: string): PermissionFacts => ({
  title: { zh, en, ja },
  strong: true,
});

/** Everything that can be granted, in the order in which a matrix of roles shows it. */
export const PERMISSIONS = {
  'overview:read': reads('查看总览', 'See the overview', '概要を見る'),
  'books:read': reads('查看账套与基础资料', 'See books and master data', '帳簿と基礎データを見る'),
  'books:write': changes(
    '维护账套与基础资料',
    'Maintain books and master data',
    '帳簿と基礎データを保守する',
  ),
  'balances:read': reads('查看总账与余额', 'See the general ledger and balances', '総勘定元帳と残高を見る'),
  'periods:close': changes('结账', 'Close periods', '期間を締める'),
  'periods:reopen': changes('反结账', 'Reopen periods', '期間を再び開く'),
  'vouchers:read': reads('查看凭证', 'See vouchers', '仕訳を見る'),
  'vouchers:reverse': changes('红字冲销凭证', 'Reverse vouchers', '仕訳を赤字で取り消す'),
  'documents:post': changes('提交单据入账', 'Post documents', '伝票を記帳する'),
  'records:read': reads('查看原始记录与追溯', 'See records and their traces', '原始記録と追跡を見る'),
  'records:raw': reads('下载原始内容', 'Download raw content', '原データを取り出す'),
  'records:replay': changes('重新处理记录', 'Replay records', '記録を再処理する'),
  'exceptions:read': reads('查看异常', 'See exceptions', '例外を見る'),
  'exceptions:handle': changes(
    '分派、备注与更正异常',
    'Assign, comment on and correct exceptions',
    '例外の割当・コメント・修正',
  ),
  'exceptions:release': changes('放行异常', 'Release exceptions', '例外を承認して通す'),
  'exceptions:dismiss': changes('关闭异常不入账', 'Dismiss exceptions', '例外を記帳せずに閉じる'),
  'crosswalks:read': reads('查看对照表', 'See crosswalks', '対照表を見る'),
  'crosswalks:write': changes('维护对照表', 'Maintain crosswalks', '対照表を保守する'),
  'flows:read': reads('查看流程', 'See flows', 'フローを見る'),
  'flows:write': changes('编辑流程', 'Edit flows', 'フローを編集する'),
  'flows:publish': changes(
    '发布与启停流程',
    'Publish flows, switch them on and off',
    'フローの公開と開始・停止',
  ),
  'connections:read': reads('查看连接', 'See connections', '接続を見る'),
  'connections:write': changes('维护连接', 'Maintain connections', '接続を保守する'),
  'runs:read': reads('查看运行', 'See runs', '実行を見る'),
  'runs:start': changes('启动、暂停与取消运行', 'Start, pause and cancel runs', '実行の開始・一時停止・取消'),
  'deliveries:read': reads('查看推送', 'See deliveries', '送信を見る'),
  'deliveries:redrive': changes('重新推送', 'Redrive deliveries', '送信をやり直す'),
  'webhooks:read': reads('查看外发通知', 'See outgoing webhooks', '外向き通知を見る'),
  'webhooks:write': changes('维护外发通知', 'Maintain outgoing webhooks', '外向き通知を保守する'),
  'people:read': reads('查看人员与角色', 'See people and roles', '人員と役割を見る'),
  'people:write': changes('维护人员', 'Maintain people', '人員を保守する'),
  'roles:write': changes('维护角色与授权', 'Maintain roles and grants', '役割と権限を保守する'),
  'clients:read': reads('查看接口客户端', 'See API clients', 'API クライアントを見る'),
  'clients:write': changes('维护接口客户端', 'Maintain API clients', 'API クライアントを保守する'),
  'sign-on:write': changes('维护单点登录', 'Maintain single sign-on', 'シングルサインオンを保守する'),
  'audit:read': reads('查看审计日志', 'See the audit log', '監査ログを見る'),
  'audit:export': reads('导出审计日志', 'Export the audit log', '監査ログを書き出す'),
  'metrics:read': reads('读取运行指标', 'Read metrics', 'メトリクスを読む'),
} as const satisfies Readonly<Record<string, PermissionFacts>>;

export type Permission = keyof typeof PERMISSIONS;

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(PERMISSIONS, name);
}

/** Every permission's name, in the order of the table. */
export const PERMISSION_NAMES: readonly Permission[] = Object.keys(PERMISSIONS).filter(isPermission);

/** What reads and changes nothing. */
export function isReading(permission: Permission): boolean {
  return !PERMISSIONS[permission].strong;
}
