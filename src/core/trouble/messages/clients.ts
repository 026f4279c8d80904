import type { Message } from '#core/trouble/message.ts';

/** Texts for programs that call the API. */
export const CLIENT_MESSAGES: Readonly<Record<string, Message>> = {
  address_not_allowed: {
    title: {
      zh: '该客户端不允许从 {ip} 调用',
      en: 'This client may not call from {ip}',
      ja: 'このクライアントは {ip} から呼び出せません',
    },
    advice: {
      zh: '请在客户端的地址白名单中加入该地址；经反向代理时请设置 TONGZHANG_TRUSTED_PROXIES。',
      en: "Add the address to the client's list; behind a reverse proxy set TONGZHANG_TRUSTED_PROXIES.",
      ja: 'クライアントの許可リストにこのアドレスを加えてください。リバースプロキシ経由なら TONGZHANG_TRUSTED_PROXIES を設定してください。',
    },
  },
  rate_exceeded: {
    title: {
      zh: '请求过于频繁：每分钟最多 {limit} 次',
      en: 'Too many requests: {limit} per minute at most',
      ja: 'リクエストが多すぎます：毎分 {limit} 回までです',
    },
    advice: {
      zh: '请等待 {seconds} 秒后重试；需要更多请管理员提高该客户端的限额。',
      en: "Wait {seconds} s and go on; an administrator can raise the client's limit.",
      ja: '{seconds} 秒待って続けてください。上限は管理者が引き上げられます。',
    },
  },
  client_expired: {
    title: {
      zh: '{at}：有效期不在将来',
      en: '{at}: the expiry is not in the future',
      ja: '{at}：有効期限が過去です',
    },
    advice: {
      zh: '请给出将来的时间，或留空表示不过期。',
      en: 'Give a time to come, or none for a client that does not expire.',
      ja: '将来の時刻を指定するか、無期限なら空にしてください。',
    },
  },
  client_keys_invalid: {
    title: {
      zh: '{at}：不是可用的公钥集（{why}）',
      en: '{at}: not a usable set of public keys ({why})',
      ja: '{at}：使える公開鍵セットではありません（{why}）',
    },
    advice: {
      zh: '请提供 1 到 5 个公钥（JWK，P-256、Ed25519 或 2048 位以上的 RSA），不要包含私钥部分；仅 private_key_jwt 需要。',
      en: 'Give 1 to 5 public keys as JWK (P-256, Ed25519, or RSA of 2048 bits or more) without private parts, and only for private_key_jwt.',
      ja: '公開鍵（JWK、P-256・Ed25519・2048 ビット以上の RSA）を 1〜5 個、秘密部分なしで指定してください。private_key_jwt の場合だけ必要です。',
    },
  },
  client_addresses_invalid: {
    title: {
      zh: '{at}：不是 IP 地址或网段',
      en: '{at}: not an IP address or network',
      ja: '{at}：IP アドレスでもネットワークでもありません',
    },
    advice: {
      zh: '写法如 192.0.2.7、10.0.0.0/8 或 2001:db8::/32。',
      en: 'Write 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32.',
      ja: '192.0.2.7、10.0.0.0/8、2001:db8::/32 のように書いてください。',
    },
  },
  client_without_secret: {
    title: {
      zh: '客户端“{client}”用私钥签名，没有密钥串',
      en: 'Client "{client}" signs with a key of its own and has no secret',
      ja: 'クライアント「{client}」は自分の鍵で署名し、シークレットを持ちません',
    },
    advice: {
      zh: '要更换密钥，请修改它的公钥集。',
      en: 'To change its key, change its set of public keys.',
      ja: '鍵を替えるには公開鍵セットを変更してください。',
    },
  },
  permission_unknown: {
    title: {
      zh: '{at}：没有权限“{permission}”',
      en: '{at}: there is no permission "{permission}"',
      ja: '{at}：権限「{permission}」はありません',
    },
    advice: {
      zh: '全部权限见 GET /permissions。',
      en: 'GET /permissions lists them all.',
      ja: '一覧は GET /permissions にあります。',
    },
  },
};
