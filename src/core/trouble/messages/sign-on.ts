import type { Message } from '#core/trouble/message.ts';

/** Texts for sign-on at somebody else's: OpenID Connect and LDAP. */
export const SIGN_ON_MESSAGES: Readonly<Record<string, Message>> = {
  sign_on_unknown: {
    title: {
      zh: '没有这种登录方式，或已停用',
      en: 'There is no such way to sign on, or it is switched off',
      ja: 'そのサインオン方法はないか、停止されています',
    },
    advice: {
      zh: '请回到登录页，选择页面上列出的登录方式；如应当存在，请联系系统管理员。',
      en: 'Go back to the sign-in page and choose one of those listed; if it should be there, ask an administrator.',
      ja: 'サインイン画面に戻り、表示されている方法を選んでください。あるはずのものがない場合は管理者に連絡してください。',
    },
  },
  sign_on_expired: {
    title: {
      zh: '本次登录已过期、已使用，或不是在此浏览器中开始的',
      en: 'This sign-on has expired, was used already, or began in another browser',
      ja: 'このサインオンは期限切れか使用済み、または別のブラウザーで始められたものです',
    },
    advice: {
      zh: '请从登录页重新开始，并在十分钟内、同一浏览器中完成；请允许本站的 Cookie。',
      en: 'Begin again on the sign-in page and finish within ten minutes in the same browser; allow this site its cookies.',
      ja: 'サインイン画面からやり直し、同じブラウザーで 10 分以内に完了してください。このサイトの Cookie を許可してください。',
    },
  },
  sign_on_declined: {
    title: {
      zh: '身份提供方没有让您登录',
      en: 'The identity provider did not sign you on',
      ja: 'ID プロバイダーがサインオンを認めませんでした',
    },
    advice: {
      zh: '如是您取消的，请重新开始；否则请让该身份提供方的管理员允许您使用本应用。',
      en: 'If you cancelled, begin again; else ask the administrator of the identity provider to let you use this application.',
      ja: '取り消した場合はやり直してください。それ以外は、ID プロバイダーの管理者に利用の許可を求めてください。',
    },
  },
  sign_on_not_proved: {
    title: {
      zh: '身份提供方的应答未能证明您的身份',
      en: "The identity provider's answer does not prove who you are",
      ja: 'ID プロバイダーの応答では本人と確認できません',
    },
    advice: {
      zh: '请从登录页重新开始。如反复出现，请系统管理员用“测试”检查该登录方式，并核对双方的时钟。',
      en: 'Begin again on the sign-in page. If it happens again, have an administrator test this way to sign on and compare the clocks.',
      ja: 'サインイン画面からやり直してください。繰り返す場合は、管理者がこの方法を「テスト」し、双方の時計を確認してください。',
    },
  },
  sign_on_misconfigured: {
    title: {
      zh: '该登录方式的设置不正确',
      en: 'The settings of this way to sign on are not right',
      ja: 'このサインオン方法の設定が正しくありません',
    },
    advice: {
      zh: '请系统管理员在“管理 › 单点登录”中更正设置并测试；密钥或密码可能已更换。',
      en: 'An administrator corrects the settings under Administration › Single sign-on and tests them; a secret or password may have been changed.',
      ja: '管理者が「管理 › シングルサインオン」で設定を直し、テストしてください。秘密鍵やパスワードが変わった可能性があります。',
    },
  },
  sign_on_unreachable: {
    title: {
      zh: '无法连接身份提供方',
      en: 'The identity provider cannot be reached',
      ja: 'ID プロバイダーに接続できません',
    },
    advice: {
      zh: '请稍后再试。持续出现时，请系统管理员检查地址、证书、网络与防火墙。',
      en: 'Try again in a moment. If it goes on, an administrator checks the address, the certificate, the network and the firewall.',
      ja: 'しばらくしてからやり直してください。続く場合は、管理者がアドレス、証明書、ネットワーク、ファイアウォールを確認してください。',
    },
  },
  sign_on_insecure: {
    title: {
      zh: '{address} 不是 https 地址',
      en: '{address} is not an https address',
      ja: '{address} は https のアドレスではありません',
    },
    advice: {
      zh: '请填写 https 的签发者地址。只有在本机开发时（TONGZHANG_LOOPBACK=allow）才可用本机的 http 地址。',
      en: 'Give an issuer with https. Only while developing on one machine (TONGZHANG_LOOPBACK=allow) may it be an http address of that machine.',
      ja: 'https の発行者を指定してください。1 台の機械での開発時（TONGZHANG_LOOPBACK=allow）に限り、その機械の http を使えます。',
    },
  },
  sign_on_groups_elsewhere: {
    title: {
      zh: '您所在的组太多，身份提供方没有把它们发过来',
      en: 'You are in so many groups that the identity provider did not send them',
      ja: '所属グループが多すぎて、ID プロバイダーが送っていません',
    },
    advice: {
      zh: '请身份提供方的管理员只下发与本应用有关的组（Entra ID：仅分配给应用程序的组），或改用应用角色。',
      en: 'Have the administrator of the identity provider send only the groups of this application (Entra ID: groups assigned to the application), or use app roles.',
      ja: 'ID プロバイダーの管理者に、このアプリに関係するグループだけを送る設定（Entra ID：アプリに割り当てたグループ）か、アプリロールの利用を依頼してください。',
    },
  },
  sign_on_no_role: {
    title: {
      zh: '已确认您的身份，但您所在的组在这里没有任何角色',
      en: 'You are known, but none of your groups has a role here',
      ja: '本人と確認しましたが、所属グループにはここでの役割がありません',
    },
    advice: {
      zh: '请系统管理员把您所在的某个组映射到角色，或在“管理 › 人员”中直接授予您角色。',
      en: 'Ask an administrator to map one of your groups to a role, or to grant you a role under Administration › People.',
      ja: '管理者に、所属グループを役割に対応付けるか、「管理 › 人員」で役割を付与するよう依頼してください。',
    },
  },
  sign_on_person_disabled: {
    title: {
      zh: '您的账号在这里已停用',
      en: 'You are disabled here',
      ja: 'あなたのアカウントはここでは停止されています',
    },
    advice: {
      zh: '身份提供方仍认可您，但本系统的管理员已停用您的账号；如需恢复请联系系统管理员。',
      en: 'Your identity provider still knows you, but an administrator of this hub has disabled you; ask one to undo it.',
      ja: 'ID プロバイダーでは有効ですが、このシステムの管理者が停止しています。再開は管理者に依頼してください。',
    },
  },
  sign_on_setting_invalid: {
    title: {
      zh: '设置“{at}”无效，应为：{why}',
      en: 'The setting "{at}" is not valid; expected: {why}',
      ja: '設定「{at}」が正しくありません。期待される値：{why}',
    },
    advice: {
      zh: '请更正该项后再保存；各项的说明见单点登录指南。',
      en: 'Correct it and save again; the guide on single sign-on describes every setting.',
      ja: '直してから保存してください。各設定の説明はシングルサインオンの手引きにあります。',
    },
  },
  sign_on_role_unknown: {
    title: {
      zh: '{at}：没有角色“{role}”',
      en: '{at}: there is no role "{role}"',
      ja: '{at}：役割「{role}」はありません',
    },
    advice: {
      zh: '请选择“管理 › 角色与权限”中列出的角色代码。',
      en: 'Choose the code of a role listed under Administration › Roles.',
      ja: '「管理 › 役割と権限」にある役割コードを選んでください。',
    },
  },
  identity_taken: {
    title: {
      zh: '该身份已属于另一人',
      en: 'This identity belongs to another person already',
      ja: 'この ID は既に別の人のものです',
    },
    advice: {
      zh: '请先从那个人处移除该身份，再关联到此人。',
      en: 'Take it away from that person first, then tie it to this one.',
      ja: '先にその人から外してから、この人に結び付けてください。',
    },
  },
};
