import type { Message } from '#core/trouble/message.ts';

/** Texts for people: how they are set up, and what may be done to them. */
export const PEOPLE_MESSAGES: Readonly<Record<string, Message>> = {
  login_invalid: {
    title: {
      zh: '{at}：登录名不合规',
      en: '{at}: this cannot be a login',
      ja: '{at}：ログイン名に使えません',
    },
    advice: {
      zh: '以字母、数字或汉字开头，只含字母、数字、汉字和 . _ @ + -，最多 100 个字符。',
      en: 'Begin with a letter or digit; use letters, digits and . _ @ + - only, at most 100 characters.',
      ja: '文字か数字で始め、文字、数字と . _ @ + - だけを 100 文字以内で使ってください。',
    },
  },
  set_up_done: {
    title: {
      zh: '通账已经设置过了',
      en: 'The hub was set up already',
      ja: '初期設定は済んでいます',
    },
    advice: {
      zh: '请直接登录。进不去的管理员可在本机执行 npx tongzhang person link <登录名>。',
      en: 'Sign in. An administrator who is locked out runs npx tongzhang person link <login> on this machine.',
      ja: 'サインインしてください。入れない管理者はこの機械で npx tongzhang person link <ログイン名> を実行します。',
    },
  },
  set_up_elsewhere: {
    title: {
      zh: '首次设置只能在运行通账的这台机器上进行',
      en: 'The first set-up is done on the very machine where the hub runs',
      ja: '初期設定は通賬が動く機械の上でだけ行えます',
    },
    advice: {
      zh: '请在该机器上打开 http://127.0.0.1:端口 的链接，或用 ssh -L 转发端口；不要经过代理。',
      en: 'Open the link at http://127.0.0.1:port there, or forward the port by ssh -L; not through a proxy.',
      ja: 'その機械で http://127.0.0.1:ポート のリンクを開くか、ssh -L で転送してください。プロキシは使えません。',
    },
  },
  link_invalid: {
    title: {
      zh: '链接无效、已用过或已过期',
      en: 'The link is not valid, was used already, or has expired',
      ja: 'リンクが無効か、使用済みか、期限切れです',
    },
    advice: {
      zh: '请向系统管理员要一个新链接；首次设置请在本机执行 npx tongzhang set-up-link。',
      en: 'Ask an administrator for another. For the first set-up run npx tongzhang set-up-link on the machine itself.',
      ja: '管理者に新しいリンクを求めてください。初期設定ではその機械で npx tongzhang set-up-link を実行します。',
    },
  },
  person_disabled: {
    title: {
      zh: '{login} 已停用',
      en: '{login} is switched off',
      ja: '{login} は停止中です',
    },
    advice: {
      zh: '请先启用，再发送链接。',
      en: 'Switch the person on first, then make a link.',
      ja: '先に有効にしてからリンクを作ってください。',
    },
  },
  person_outranks: {
    title: {
      zh: '{login} 的管理权限比您大',
      en: '{login} may administer more than you',
      ja: '{login} はあなたより広い管理権限を持っています',
    },
    advice: {
      zh: '这项操作等于接管该账号，需要“{permission}”权限。请由有此权限的管理员操作。',
      en: 'This would let you take the account over; it takes {permission}. Ask an administrator who has it.',
      ja: 'この操作はそのアカウントを乗っ取れることになるため {permission} が必要です。それを持つ管理者に頼んでください。',
    },
  },
  person_self: {
    title: {
      zh: '不能对自己这样做',
      en: 'Nobody does this to themselves',
      ja: '自分自身に対しては行えません',
    },
    advice: {
      zh: '请由另一位管理员操作；自己的密码和验证方式在“我的账号”中修改。',
      en: 'Ask another administrator. Your own password and factors are changed under your account.',
      ja: '別の管理者に頼んでください。自分のパスワードと要素は「マイアカウント」で変更します。',
    },
  },
  cli_person_unknown: {
    title: {
      zh: '没有登录名为“{login}”的人员',
      en: 'There is nobody with the login "{login}"',
      ja: 'ログイン名「{login}」の人はいません',
    },
    advice: {
      zh: '执行 npx tongzhang person list 查看所有人员。',
      en: 'npx tongzhang person list shows everybody.',
      ja: 'npx tongzhang person list で一覧できます。',
    },
  },
};
