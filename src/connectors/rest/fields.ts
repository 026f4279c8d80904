const oauth2 = { auth: 'oauth2' } as const;
const hmac = { auth: 'hmac' } as const;
const apiKey = { auth: 'api-key' } as const;

/** The settings as forms and docs show them. */
export const fields = {
  baseUrl: {
    type: 'url',
    required: true,
    title: { zh: '接口地址', en: 'Address', ja: 'アドレス' },
    help: {
      zh: '所有路径的公共前缀，例如 https://erp.example.com/api',
      en: 'What all paths start with, e.g. https://erp.example.com/api',
      ja: 'すべてのパスの共通部分。例：https://erp.example.com/api',
    },
  },
  auth: {
    type: 'choice',
    choices: ['none', 'basic', 'bearer', 'api-key', 'oauth2', 'hmac'],
    default: 'none',
    title: { zh: '认证方式', en: 'Sign-on', ja: '認証方式' },
  },
  user: {
    type: 'text',
    required: true,
    when: { auth: 'basic' },
    title: { zh: '用户名', en: 'User', ja: 'ユーザー名' },
  },
  password: {
    type: 'secret',
    required: true,
    when: { auth: 'basic' },
    title: { zh: '密码', en: 'Password', ja: 'パスワード' },
  },
  token: {
    type: 'secret',
    required: true,
    when: { auth: 'bearer' },
    title: { zh: '访问令牌', en: 'Bearer token', ja: 'ベアラートークン' },
  },
  apiKey: {
    type: 'secret',
    required: true,
    when: apiKey,
    title: { zh: 'API 密钥', en: 'API key', ja: 'API キー' },
  },
  apiKeyIn: {
    type: 'choice',
    choices: ['header', 'query'],
    default: 'header',
    when: apiKey,
    title: { zh: '密钥位置', en: 'Where the key goes', ja: 'キーの場所' },
  },
  apiKeyName: {
    type: 'text',
    default: 'X-API-Key',
    when: apiKey,
    title: { zh: '密钥名称', en: 'Name of the key', ja: 'キーの名前' },
  },
  tokenUrl: {
    type: 'url',
    required: true,
    when: oauth2,
    title: { zh: '令牌地址', en: 'Token address', ja: 'トークンの URL' },
  },
  clientId: {
    type: 'text',
    required: true,
    when: oauth2,
    title: { zh: '客户端 ID', en: 'Client id', ja: 'クライアント ID' },
  },
  clientSecret: {
    type: 'secret',
    required: true,
    when: oauth2,
    title: { zh: '客户端密钥', en: 'Client secret', ja: 'クライアントシークレット' },
  },
  clientAuth: {
    type: 'choice',
    choices: ['basic', 'body'],
    default: 'basic',
    when: oauth2,
    title: { zh: '客户端认证', en: 'Client authentication', ja: 'クライアント認証' },
  },
  scope: { type: 'text', when: oauth2, title: { zh: '范围', en: 'Scope', ja: 'スコープ' } },
  hmacKeyId: {
    type: 'text',
    default: '',
    when: hmac,
    title: { zh: '密钥编号', en: 'Key id', ja: 'キー ID' },
  },
  hmacSecret: {
    type: 'secret',
    required: true,
    when: hmac,
    title: { zh: '签名密钥', en: 'Signing secret', ja: '署名の秘密鍵' },
  },
  hmacAlgorithm: {
    type: 'choice',
    choices: ['sha256', 'sha1', 'md5'],
    default: 'sha256',
    when: hmac,
    title: { zh: '摘要算法', en: 'Algorithm', ja: 'アルゴリズム' },
  },
  hmacEncoding: {
    type: 'choice',
    choices: ['hex', 'hex-upper', 'base64'],
    default: 'hex',
    when: hmac,
    title: { zh: '签名编码', en: 'Encoding', ja: '符号化' },
  },
  hmacCanonical: {
    type: 'text',
    default: '{method}\\n{path}\\n{sortedQuery}\\n{timestamp}\\n{nonce}\\n{bodyHash}',
    when: hmac,
    title: { zh: '待签名文本', en: 'Text to sign', ja: '署名対象' },
    help: {
      zh: '可用：{method} {host} {path} {query} {sortedQuery} {contentType} {body} {bodyHash} {bodyHashBase64} {timestamp} {nonce} {keyId} {secret}，\\n 为换行',
      en: 'May use {method} {host} {path} {query} {sortedQuery} {contentType} {body} {bodyHash} {bodyHashBase64} {timestamp} {nonce} {keyId} {secret}; \\n is a line end',
      ja: '使える項目：{method} {host} {path} {query} {sortedQuery} {contentType} {body} {bodyHash} {bodyHashBase64} {timestamp} {nonce} {keyId} {secret}。\\n は改行',
    },
  },
  hmacHeaders: {
    type: 'map',
    default: {
      'X-Key-Id': '{keyId}',
      'X-Timestamp': '{timestamp}',
      'X-Nonce': '{nonce}',
      'X-Signature': '{signature}',
    },
    when: hmac,
    title: { zh: '签名请求头', en: 'Signature headers', ja: '署名ヘッダー' },
  },
  hmacTimestamp: {
    type: 'choice',
    choices: ['unix', 'unix-ms', 'iso'],
    default: 'unix',
    when: hmac,
    title: { zh: '时间戳格式', en: 'Form of the timestamp', ja: 'タイムスタンプの形式' },
  },
  headers: { type: 'map', default: {}, title: { zh: '附加请求头', en: 'More headers', ja: '追加ヘッダー' } },
  okPath: {
    type: 'text',
    title: { zh: '成功标志路径', en: 'Path of the success mark', ja: '成功フラグのパス' },
    help: {
      zh: '对方总是返回 HTTP 200 时，用它判断成败，例如 code',
      en: 'For systems that always answer HTTP 200: the field that tells success from failure, e.g. code',
      ja: '常に HTTP 200 を返す相手で成否を示す項目。例：code',
    },
  },
  okValues: {
    type: 'list',
    default: ['0', '200', 'true'],
    title: { zh: '成功的取值', en: 'Values that mean success', ja: '成功を示す値' },
  },
  messagePath: {
    type: 'text',
    default: 'message',
    title: { zh: '错误信息路径', en: 'Path of the error text', ja: 'エラー文のパス' },
  },
  timeoutSeconds: {
    type: 'number',
    default: 30,
    min: 0.1,
    max: 600,
    title: { zh: '超时（秒）', en: 'Timeout (seconds)', ja: 'タイムアウト（秒）' },
  },
  resources: {
    type: 'map',
    title: { zh: '资源', en: 'Resources', ja: 'リソース' },
    help: {
      zh: '单据种类 → 读取方式（见 README）',
      en: 'Record kind → how to read it (see the README)',
      ja: 'レコード種別 → 読み取り方法（README 参照）',
    },
  },
  writeBack: { type: 'map', title: { zh: '回写', en: 'Write-back', ja: '書き戻し' } },
  voucher: { type: 'map', title: { zh: '凭证推送', en: 'Voucher target', ja: '伝票の送信先' } },
} as const;
