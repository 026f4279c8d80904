import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  title: { zh: '登录会话', en: 'Sessions', ja: 'サインイン中' },
  intro: {
    zh: '此刻谁在哪台设备上登录。发现异常，结束会话并重设密码。',
    en: 'Who is signed in where at this moment. End what looks wrong, and have the password reset.',
    ja: '誰がどの端末でサインイン中か。不審なものは終了し、パスワードを再設定してください。',
  },
  search: { zh: '姓名、登录名或地址', en: 'Name, login or address', ja: '氏名・ログイン名・アドレス' },
  who: { zh: '人员', en: 'Who', ja: '人員' },
  login: { zh: '登录名', en: 'Login', ja: 'ログイン名' },
  device: { zh: '设备', en: 'Device', ja: '端末' },
  ip: { zh: '地址', en: 'Address', ja: 'アドレス' },
  factors: { zh: '验证方式', en: 'Shown', ja: '認証方法' },
  since: { zh: '登录时间', en: 'Since', ja: '開始' },
  seen: { zh: '最近使用', en: 'Last seen', ja: '最終利用' },
  actions: { zh: '操作', en: 'Actions', ja: '操作' },
  end: { zh: '结束', en: 'End', ja: '終了' },
  ended: {
    zh: '{name} 的会话已结束，需重新登录',
    en: 'The session of {name} ended',
    ja: '{name} さんのサインインを終了しました',
  },
  thisOne: { zh: '本机', en: 'this one', ja: 'この端末' },
  emptyTitle: { zh: '没有人登录', en: 'Nobody is signed in', ja: 'サインイン中の人はいません' },
  emptyText: {
    zh: '有人登录后会列在这里。',
    en: 'Whoever signs in is listed here.',
    ja: 'サインインするとここに表示されます。',
  },
});

export const factorWords = defineWords({
  password: { zh: '密码', en: 'password', ja: 'パスワード' },
  totp: { zh: '验证器', en: 'authenticator', ja: '認証アプリ' },
  passkey: { zh: '通行密钥', en: 'passkey', ja: 'パスキー' },
  'recovery-code': { zh: '恢复码', en: 'recovery code', ja: 'リカバリーコード' },
  outside: { zh: '单点登录', en: 'sign-on', ja: 'シングルサインオン' },
  'outside-second-factor': { zh: '对方的第二因素', en: 'second factor there', ja: '先方の第 2 要素' },
});
