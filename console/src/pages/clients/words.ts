import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  title: { zh: '接口客户端', en: 'API clients', ja: 'API クライアント' },
  one: { zh: '客户端详情', en: 'API client', ja: 'クライアントの詳細' },
  intro: {
    zh: '调用本系统接口的程序。每个程序一个客户端：只给它需要的权限，密钥只显示一次，令牌十分钟内有效。',
    en: 'Programs that call the hub. One client each, with no more than it needs; secrets are shown once, tokens last ten minutes at most.',
    ja: 'API を呼び出すプログラム。必要な権限だけを与え、シークレットは一度だけ表示。トークンは最長 10 分有効です。',
  },
  create: { zh: '新建客户端', en: 'New client', ja: 'クライアントを作成' },
  back: { zh: '全部客户端', en: 'All clients', ja: 'クライアント一覧' },
  name: { zh: '名称', en: 'Name', ja: '名称' },
  nameHint: { zh: '例如：销售系统 CRM', en: 'e.g. CRM', ja: '例：販売システム' },
  id: { zh: '客户端标识', en: 'Client id', ja: 'クライアント ID' },
  idHint: {
    zh: '对方程序以此表明身份，之后不能更改，删除后也不能再用',
    en: 'How the program names itself; it stays, and stays taken when the client is deleted',
    ja: 'プログラムが名乗る ID。変更できず、削除後も再利用できません',
  },
  idWrong: {
    zh: '小写字母、数字、点、- 与 _，以字母或数字开头',
    en: 'Lower case letters, digits, dots, - and _; a letter or digit first',
    ja: '英小文字・数字・ドット・- と _。先頭は英数字',
  },
  needed: { zh: '请填写{name}', en: '{name} is needed', ja: '{name}を入力してください' },
  state: { zh: '状态', en: 'State', ja: '状態' },
  method: { zh: '证明方式', en: 'Proof', ja: '認証方式' },
  methodHint: {
    zh: '私钥签名最安全：密钥从不离开对方系统',
    en: 'A private key is the safest: it never leaves the other system',
    ja: '秘密鍵署名が最も安全です。鍵は先方の外に出ません',
  },
  scopes: { zh: '权限数', en: 'Scopes', ja: '権限数' },
  scopesNeeded: { zh: '至少选择一项权限', en: 'Choose at least one', ja: '1 つ以上選んでください' },
  addresses: { zh: '允许的地址', en: 'From addresses', ja: '許可するアドレス' },
  addressesHint: {
    zh: 'IP 或网段，如 192.0.2.7、10.0.0.0/8；留空不限制',
    en: 'Addresses and networks such as 192.0.2.7 or 10.0.0.0/8; empty: from anywhere',
    ja: '192.0.2.7 や 10.0.0.0/8 など。空欄なら制限なし',
  },
  anywhere: { zh: '不限', en: 'anywhere', ja: '制限なし' },
  lastToken: { zh: '最近取令牌', en: 'Last token', ja: '最終トークン取得' },
  never: { zh: '从未', en: 'never', ja: 'なし' },
  expires: { zh: '到期', en: 'Expires', ja: '有効期限' },
  expiresHint: {
    zh: '到当天结束；留空为长期',
    en: 'At the end of that day; empty: never',
    ja: 'その日の終わりまで。空欄なら無期限',
  },
  emptyTitle: { zh: '还没有接口客户端', en: 'No clients yet', ja: 'まだクライアントがありません' },
  emptyText: {
    zh: '让其他程序读取余额、推送单据或取走凭证：新建一个客户端，得到标识和密钥，以及可以直接运行的示例命令。',
    en: 'To let a program read balances, hand in documents or fetch vouchers, make a client: you get an id, a secret, and lines that try them.',
    ja: '他のプログラムに残高の参照や伝票の登録を許可するには、クライアントを作成します。すぐに試せるコマンドも表示されます。',
  },
  who: { zh: '是谁', en: 'Who', ja: 'クライアント' },
  may: { zh: '可以做什么', en: 'What it may do', ja: '許可される操作' },
  mayText: {
    zh: '只勾选需要的；超出您本人权限的会被拒绝。范围留空即不限制。',
    en: 'No more than it needs, and no more than you may yourself. Empty limits are none.',
    ja: '必要なものだけを選んでください。ご自身の権限を超えるものは拒否されます。空欄は制限なしです。',
  },
  door: { zh: '从哪里、多快、多久', en: 'From where, how fast, how long', ja: '接続元・頻度・期間' },
  doorText: {
    zh: '密钥万一泄露，这些限制决定损失有多大。',
    en: 'Should the secret leak, these decide how much harm is done.',
    ja: '万一シークレットが漏れても、これらの制限で被害を抑えます。',
  },
  rate: { zh: '每分钟请求上限', en: 'Requests per minute', ja: '1 分あたりの上限' },
  certificate: {
    zh: '客户端证书指纹（mTLS）',
    en: 'Certificate thumbprint (mTLS)',
    ja: '証明書の指紋（mTLS）',
  },
  certificateHint: {
    zh: '证书 SHA-256 的 base64url，43 个字符；填写后连接必须出示该证书',
    en: 'SHA-256 of the certificate, base64url, 43 characters; then it must be shown on the connection',
    ja: '証明書の SHA-256（base64url、43 文字）。入力すると接続時に提示が必要です',
  },
  certificateWrong: {
    zh: '应为 43 个 base64url 字符',
    en: '43 characters of base64url',
    ja: 'base64url の 43 文字',
  },
  jwks: { zh: '公钥（JWKS）', en: 'Public keys (JWKS)', ja: '公開鍵（JWKS）' },
  jwksHint: {
    zh: '粘贴公钥集（JWKS）或单个公钥；最多五把，便于轮换',
    en: 'Paste a key set or one public key; up to five, so that they can be changed',
    ja: '鍵セットまたは公開鍵を貼り付け。交換のため 5 個まで',
  },
  jwksWrong: {
    zh: '不是 JWK 格式的公钥',
    en: 'That is no public key in JWK form',
    ja: 'JWK 形式の公開鍵ではありません',
  },
  jwksPrivate: {
    zh: '这是私钥！请只粘贴公钥，并更换这把已经外露的私钥。',
    en: 'That is a private key! Paste the public one only, and replace the one you just showed.',
    ja: 'これは秘密鍵です。公開鍵だけを貼り付け、この秘密鍵は交換してください。',
  },
  made: {
    zh: '客户端“{name}”已创建',
    en: 'The client “{name}” is there',
    ja: 'クライアント「{name}」を作成しました',
  },
  toClient: { zh: '查看客户端', en: 'See the client', ja: '詳細を見る' },
  secretOf: { zh: '{id} 的密钥', en: 'Secret of {id}', ja: '{id} のシークレット' },
  tryIt: {
    zh: '复制到终端运行：取得令牌，并发起第一次调用',
    en: 'Run this in a shell: it gets a token and makes a first call',
    ja: 'ターミナルで実行：トークンを取得し、最初の呼び出しを行います',
  },
  tryKeys: {
    zh: '把 JWT 换成用私钥签名的断言，取得令牌并发起第一次调用',
    en: 'Put an assertion signed by the private key in place of JWT: it gets a token and makes a first call',
    ja: 'JWT を秘密鍵で署名したアサーションに置き換えて実行します',
  },
  curl: { zh: '示例命令', en: 'Lines to try', ja: 'コマンド例' },
  curlText: {
    zh: '把 SECRET 换成创建时保存的密钥；忘记了就重新生成。',
    en: 'Put the secret you kept in place of SECRET; if it is lost, make a new one.',
    ja: 'SECRET を保存したシークレットに置き換えます。紛失した場合は作り直してください。',
  },
  facts: { zh: '概况', en: 'Facts', ja: '概要' },
  secretMade: { zh: '密钥生成于', en: 'Secret made', ja: 'シークレット作成' },
  created: { zh: '创建时间', en: 'Made', ja: '作成日時' },
  createdBy: { zh: '创建人', en: 'Made by', ja: '作成者' },
  edit: { zh: '编辑', en: 'Edit', ja: '編集' },
  save: { zh: '保存', en: 'Save', ja: '保存' },
  saved: {
    zh: '已保存，下一次调用即生效',
    en: 'Saved; it holds from the next call',
    ja: '保存しました。次の呼び出しから有効です',
  },
  cancel: { zh: '取消', en: 'Cancel', ja: 'キャンセル' },
  rotate: { zh: '更换密钥', en: 'New secret', ja: 'シークレットを交換' },
  rotated: { zh: '新密钥', en: 'The new secret', ja: '新しいシークレット' },
  rotateTitle: {
    zh: '更换“{name}”的密钥？',
    en: 'A new secret for “{name}”?',
    ja: '「{name}」のシークレットを交換しますか？',
  },
  rotateText: {
    zh: '旧密钥立即失效，对方程序换上新密钥之前无法取得令牌。不能撤销。',
    en: 'The old one is void at once: until the program has the new one it gets no token. This cannot be undone.',
    ja: '古いシークレットは直ちに無効になり、交換するまでトークンを取得できません。元に戻せません。',
  },
  switchOff: { zh: '停用', en: 'Switch off', ja: '停止' },
  switchOn: { zh: '启用', en: 'Switch on', ja: '再開' },
  switchedOff: {
    zh: '“{name}”已停用，令牌即刻失效',
    en: '“{name}” is off; its tokens are void',
    ja: '「{name}」を停止し、トークンを無効にしました',
  },
  switchedOn: { zh: '“{name}”已启用', en: '“{name}” is on', ja: '「{name}」を再開しました' },
  delete: { zh: '删除', en: 'Delete', ja: '削除' },
  deleted: {
    zh: '客户端“{name}”已删除',
    en: 'The client “{name}” is gone',
    ja: 'クライアント「{name}」を削除しました',
  },
  deleteTitle: {
    zh: '删除客户端“{name}”？',
    en: 'Delete the client “{name}”?',
    ja: 'クライアント「{name}」を削除しますか？',
  },
  deleteText: {
    zh: '令牌立即失效，标识不能再用，不能撤销。暂时不用时请选择停用。',
    en: 'Its tokens are void at once and its id stays taken. This cannot be undone; switch it off to only pause it.',
    ja: 'トークンは直ちに無効になり、ID は再利用できません。元に戻せません。一時的なら停止をご利用ください。',
  },
});

export const stateWords = defineWords({
  active: { zh: '在用', en: 'Active', ja: '有効' },
  disabled: { zh: '已停用', en: 'Off', ja: '停止中' },
});

export const methodWords = defineWords({
  client_secret_basic: {
    zh: '密钥（HTTP Basic）',
    en: 'Secret (HTTP Basic)',
    ja: 'シークレット（HTTP Basic）',
  },
  client_secret_post: { zh: '密钥（表单）', en: 'Secret (form)', ja: 'シークレット（フォーム）' },
  private_key_jwt: {
    zh: '私钥签名（private_key_jwt）',
    en: 'Private key (private_key_jwt)',
    ja: '秘密鍵署名（private_key_jwt）',
  },
});
