import type { Message } from '#core/trouble/message.ts';

/** Texts for signing in, and for proving oneself again. */
export const SIGN_IN_MESSAGES: Readonly<Record<string, Message>> = {
  sign_in_refused: {
    title: {
      zh: '登录名或密码不正确',
      en: 'The login or the password is wrong',
      ja: 'ログイン名またはパスワードが違います',
    },
    advice: {
      zh: '请检查大小写和输入法后重试；忘记密码或账号被停用时，请系统管理员发送重置链接。',
      en: 'Check capitals and keyboard and try again. Forgotten, or switched off: ask an administrator for a reset link.',
      ja: '大文字・小文字と入力方式を確かめてください。忘れた場合や停止中の場合は、管理者に再設定リンクを求めてください。',
    },
  },
  sign_in_busy: {
    title: {
      zh: '同时登录的人太多',
      en: 'Too many people are signing in at once',
      ja: '同時にサインインする人が多すぎます',
    },
    advice: {
      zh: '请几秒后重试。',
      en: 'Try again in a few seconds.',
      ja: '数秒後にもう一度お試しください。',
    },
  },
  too_many_tries: {
    title: {
      zh: '尝试次数过多，请 {seconds} 秒后再试',
      en: 'Too many tries: wait {seconds} seconds',
      ja: '試行が多すぎます。{seconds} 秒お待ちください',
    },
    advice: {
      zh: '等待期间的尝试不算数。用通行密钥登录，或换用以前登录过的浏览器，不受影响。',
      en: 'Tries while waiting do not count. A passkey, or a browser in which you signed in before, is not affected.',
      ja: '待ち時間中の試行は数えません。パスキー、または以前サインインしたブラウザーは影響を受けません。',
    },
  },
  second_factor_required: {
    title: {
      zh: '还需要第二重验证',
      en: 'A second factor is needed',
      ja: '2 つ目の要素が必要です',
    },
    advice: {
      zh: '请输入动态验证码、使用通行密钥或恢复码；尚未设置时，请先设置。',
      en: 'Show a code, a passkey or a recovery code; where there is none yet, set one up first.',
      ja: '確認コード、パスキー、または復旧コードを示してください。まだない場合は先に設定してください。',
    },
  },
  prove_again: {
    title: {
      zh: '请再次确认是您本人',
      en: 'Prove once more that it is you',
      ja: 'ご本人であることをもう一度確認してください',
    },
    advice: {
      zh: '这项操作要求五分钟之内验证过身份。请输入密码、验证码或使用通行密钥后重试。',
      en: 'This takes a proof of the last five minutes. Give your password, a code or a passkey, then try again.',
      ja: 'この操作には 5 分以内の確認が必要です。パスワード、コード、またはパスキーを示してからやり直してください。',
    },
  },
  cross_site: {
    title: {
      zh: '该请求不是从通账自己的页面发出的',
      en: 'This request does not come from a page of the hub itself',
      ja: 'このリクエストは通賬自身の画面から送られたものではありません',
    },
    advice: {
      zh: '请在通账的页面中操作；程序请使用接口客户端的令牌，而不是浏览器的登录状态。',
      en: 'Use the pages of the hub. Programs use the token of an API client, not the sign-in of a browser.',
      ja: '通賬の画面から操作してください。プログラムはブラウザーのサインインではなく API クライアントのトークンを使います。',
    },
  },
  person_required: {
    title: {
      zh: '这里只有登录的人员可以使用',
      en: 'This is for people who are signed in',
      ja: 'サインインした人だけが使えます',
    },
    advice: {
      zh: '接口客户端没有密码、验证因素和登录状态；请在浏览器中登录。',
      en: 'An API client has no password, no factors and no sessions. Sign in with a browser.',
      ja: 'API クライアントにはパスワード、要素、セッションがありません。ブラウザーでサインインしてください。',
    },
  },
};
