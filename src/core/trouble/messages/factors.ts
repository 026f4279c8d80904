import type { Message } from '#core/trouble/message.ts';

/** Texts for what people prove themselves with: passwords, codes, passkeys. */
export const FACTOR_MESSAGES: Readonly<Record<string, Message>> = {
  password_short: {
    title: {
      zh: '{at}：密码至少 {min} 个字符',
      en: '{at}: a password has at least {min} characters',
      ja: '{at}：パスワードは {min} 文字以上です',
    },
    advice: {
      zh: '几个不相干的词连成一句最好记，也最难猜；不要求大小写或符号。',
      en: 'A few unrelated words make the best one. Capitals and signs are not asked for.',
      ja: '関係のない言葉をいくつか並べると覚えやすく安全です。大文字や記号は求めません。',
    },
  },
  password_long: {
    title: {
      zh: '{at}：密码最多 {max} 个字符',
      en: '{at}: a password has at most {max} characters',
      ja: '{at}：パスワードは {max} 文字までです',
    },
    advice: {
      zh: '请缩短后重试。',
      en: 'Shorten it and try again.',
      ja: '短くしてやり直してください。',
    },
  },
  password_common: {
    title: {
      zh: '{at}：这个密码太常见，或字符太单一',
      en: '{at}: this password is a common one, or of too few different characters',
      ja: '{at}：よく使われるパスワードか、文字の種類が少なすぎます',
    },
    advice: {
      zh: '它在已泄露密码的名单中，或不足五种不同字符，最先被猜到。请换一个。',
      en: 'It is on the lists of leaked passwords, or has fewer than five different characters: guessed first. Choose another.',
      ja: '流出したパスワードの一覧にあるか、文字が 5 種類未満で、真っ先に試されます。別のものにしてください。',
    },
  },
  password_is_name: {
    title: {
      zh: '{at}：密码不能就是登录名、姓名或产品名',
      en: '{at}: a password is not the login, the name or the product',
      ja: '{at}：ログイン名、氏名、製品名はパスワードにできません',
    },
    advice: {
      zh: '去掉这些名称后，至少还要有六个字符。',
      en: 'Without these names at least six characters must be left.',
      ja: 'これらの名前を除いて 6 文字以上残るようにしてください。',
    },
  },
  password_wrong: {
    title: {
      zh: '密码不正确',
      en: 'The password is wrong',
      ja: 'パスワードが違います',
    },
    advice: {
      zh: '请输入当前密码后重试；未做任何更改。',
      en: 'Give the present password and try again; nothing was changed.',
      ja: '現在のパスワードを入力してやり直してください。何も変更されていません。',
    },
  },
  password_elsewhere: {
    title: {
      zh: '{login} 的密码不在通账',
      en: 'The password of {login} is not kept here',
      ja: '{login} のパスワードは通賬にありません',
    },
    advice: {
      zh: '此人通过单点登录进入，密码请在那边修改。',
      en: 'This person signs in by single sign-on: the password is changed there.',
      ja: 'この人はシングルサインオンで入ります。パスワードはそちらで変更してください。',
    },
  },
  code_wrong: {
    title: {
      zh: '验证码不正确，或已用过',
      en: 'The code is wrong, or was used already',
      ja: 'コードが違うか、すでに使われています',
    },
    advice: {
      zh: '请等应用显示下一个验证码；手机时间要准，误差不超过半分钟。恢复码每个只能用一次。',
      en: 'Wait for the next code of the app; the clock of the phone must be right to half a minute. A recovery code works once.',
      ja: 'アプリの次のコードを待ってください。端末の時計のずれは 30 秒以内にしてください。復旧コードは 1 回だけ使えます。',
    },
  },
  passkey_refused: {
    title: {
      zh: '通行密钥未通过验证',
      en: 'The passkey was not accepted',
      ja: 'パスキーを確認できませんでした',
    },
    advice: {
      zh: '请在五分钟内用同一网址、同一把密钥重试；也可以改用密码和验证码登录。',
      en: 'Try again within five minutes, at the same address and with the same key, or sign in with password and code.',
      ja: '5 分以内に同じアドレス・同じキーでやり直すか、パスワードとコードでサインインしてください。',
    },
  },
  passkey_needs_name: {
    title: {
      zh: '在地址 {host} 上不能使用通行密钥',
      en: 'Passkeys do not work at the address {host}',
      ja: 'アドレス {host} ではパスキーを使えません',
    },
    advice: {
      zh: '浏览器只为域名保存通行密钥：本机请用 localhost 打开，其他情况请使用域名。',
      en: 'Browsers keep passkeys for names only: open localhost on this machine, a host name elsewhere.',
      ja: 'ブラウザーは名前に対してだけパスキーを保存します。この機械では localhost、ほかではホスト名で開いてください。',
    },
  },
  passkeys_too_many: {
    title: {
      zh: '每人最多 {max} 把通行密钥',
      en: 'One person has at most {max} passkeys',
      ja: 'パスキーは 1 人 {max} 個までです',
    },
    advice: {
      zh: '请先删除不用的。',
      en: 'Delete one that is no longer used.',
      ja: '使わないものを削除してください。',
    },
  },
  second_factor_last: {
    title: {
      zh: '这是您唯一的第二重验证',
      en: 'This is your only second factor',
      ja: 'これが唯一の 2 つ目の要素です',
    },
    advice: {
      zh: '您的角色要求有第二重验证。请先添加另一个，再删除它。',
      en: 'Your roles ask for one. Add another first, then delete it.',
      ja: 'あなたの役割には必要です。別の要素を加えてから削除してください。',
    },
  },
};
