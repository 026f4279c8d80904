import type { Text } from '#core/trouble/message.ts';

/** Sentences of actions about access: who may come in and do what. A subject after an action: only of that one. */
export const ACCESS_SENTENCES: Readonly<Record<string, Text>> = {
  'person.set-up': {
    zh: '{who} 设置了系统，成为第一位管理员',
    en: '{who} set the hub up as its first administrator',
    ja: '{who} が初期設定を行い、最初の管理者になりました',
  },
  'person.make': {
    zh: '{who} 添加了人员 {what}',
    en: '{who} added {what}',
    ja: '{who} が {what} を追加しました',
  },
  'person.change': {
    zh: '{who} 修改了 {what} 的资料或状态',
    en: '{who} changed the profile or state of {what}',
    ja: '{who} が {what} の情報または状態を変更しました',
  },
  'person.password': {
    zh: '{what} 设置了新密码',
    en: '{what} set a new password',
    ja: '{what} が新しいパスワードを設定しました',
  },
  'link.make': {
    zh: '{who} 为 {what} 生成了设置密码的链接',
    en: '{who} made a password link for {what}',
    ja: '{who} が {what} のパスワード設定リンクを作成しました',
  },
  'link.make set-up': {
    zh: '{who} 生成了初次设置的链接',
    en: '{who} made the link for the first set-up',
    ja: '{who} が初期設定のリンクを作成しました',
  },
  'session.open': {
    zh: '{who} 登录（{ip}）',
    en: '{who} signed in ({ip})',
    ja: '{who} がサインインしました（{ip}）',
  },
  'session.refuse': {
    zh: '{who} 的登录或验证被拒绝',
    en: 'A sign-in or proof of {who} was refused',
    ja: '{who} のサインインまたは確認が拒否されました',
  },
  'session.prove': {
    zh: '{who} 再次验证了身份',
    en: '{who} proved to be there',
    ja: '{who} が本人確認を行いました',
  },
  'session.end': { zh: '{who} 退出登录', en: '{who} signed out', ja: '{who} がサインアウトしました' },
  'session.revoke': {
    zh: '{who} 结束了 {what} 的登录',
    en: '{who} ended sessions of {what}',
    ja: '{who} が {what} のサインインを終了しました',
  },
  'factor.add': {
    zh: '{who} 绑定了第二因素',
    en: '{who} added a second factor',
    ja: '{who} が第 2 要素を登録しました',
  },
  'factor.rename': {
    zh: '{who} 修改了通行密钥的名称',
    en: '{who} renamed a passkey',
    ja: '{who} がパスキーの名前を変更しました',
  },
  'factor.remove': {
    zh: '{who} 移除了第二因素',
    en: '{who} removed a second factor',
    ja: '{who} が第 2 要素を削除しました',
  },
  'factor.reset': {
    zh: '{who} 重置了 {what} 的第二因素',
    en: '{who} reset the second factors of {what}',
    ja: '{who} が {what} の第 2 要素をリセットしました',
  },
  'identity.link': {
    zh: '{who} 为 {what} 关联了单点登录身份',
    en: '{who} tied an identity to {what}',
    ja: '{who} が {what} に ID を関連付けました',
  },
  'identity.unlink': {
    zh: '{who} 解除了 {what} 的单点登录身份',
    en: '{who} untied an identity of {what}',
    ja: '{who} が {what} の ID を解除しました',
  },
  'sign-on.make': {
    zh: '{who} 添加了登录平台 {what}',
    en: '{who} added the provider {what}',
    ja: '{who} がプロバイダー {what} を追加しました',
  },
  'sign-on.change': {
    zh: '{who} 修改了登录平台 {what}',
    en: '{who} changed the provider {what}',
    ja: '{who} がプロバイダー {what} を変更しました',
  },
  'sign-on.remove': {
    zh: '{who} 移除了登录平台 {what}',
    en: '{who} removed the provider {what}',
    ja: '{who} がプロバイダー {what} を削除しました',
  },
  'sign-on.refuse': {
    zh: '从 {what} 来的单点登录被拒绝',
    en: 'A sign-on by {what} was refused',
    ja: '{what} からのサインオンが拒否されました',
  },
  'role.save': {
    zh: '{who} 保存了角色 {what}',
    en: '{who} saved the role {what}',
    ja: '{who} が役割 {what} を保存しました',
  },
  'role.delete': {
    zh: '{who} 删除了角色 {what}',
    en: '{who} deleted the role {what}',
    ja: '{who} が役割 {what} を削除しました',
  },
  'grant.give': {
    zh: '{who} 授予 {what} 角色“{role}”',
    en: '{who} gave {what} the role “{role}”',
    ja: '{who} が {what} に役割「{role}」を付与しました',
  },
  'grant.take': {
    zh: '{who} 收回了 {what} 的角色“{role}”',
    en: '{who} took the role “{role}” back from {what}',
    ja: '{who} が {what} の役割「{role}」を取り消しました',
  },
  'duties.change': {
    zh: '{who} 调整了不相容职务规则',
    en: '{who} changed which duties are kept apart',
    ja: '{who} が職務分掌の規則を変更しました',
  },
  'client.create': {
    zh: '{who} 创建了接口客户端 {what}',
    en: '{who} made the API client {what}',
    ja: '{who} が API クライアント {what} を作成しました',
  },
  'client.change': {
    zh: '{who} 修改了接口客户端 {what}',
    en: '{who} changed the API client {what}',
    ja: '{who} が API クライアント {what} を変更しました',
  },
  'client.delete': {
    zh: '{who} 删除了接口客户端 {what}',
    en: '{who} deleted the API client {what}',
    ja: '{who} が API クライアント {what} を削除しました',
  },
  'client.rotate-secret': {
    zh: '{who} 更换了接口客户端 {what} 的密钥',
    en: '{who} changed the secret of the API client {what}',
    ja: '{who} が API クライアント {what} のシークレットを交換しました',
  },
  'client.token': {
    zh: '{who} 取得了访问令牌',
    en: '{who} got a token',
    ja: '{who} がトークンを取得しました',
  },
  'client.token-refused': {
    zh: '接口客户端 {what} 取令牌被拒绝',
    en: 'The API client {what} was refused a token',
    ja: 'API クライアント {what} のトークン取得が拒否されました',
  },
};
