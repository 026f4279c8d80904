import type { Message } from '#core/trouble/message.ts';

/** Texts for what other systems are told of. */
export const WEBHOOK_MESSAGES: Readonly<Record<string, Message>> = {
  webhook_url_invalid: {
    title: {
      zh: '{at}：地址须以 https:// 或 http:// 开头，且不含用户名和密码',
      en: '{at}: the address begins with https:// or http:// and holds no name or password',
      ja: '{at}：アドレスは https:// か http:// で始まり、ユーザー名やパスワードを含めないでください',
    },
    advice: {
      zh: '请填写接收方提供的完整地址；签名已能证明是我们发送的。',
      en: 'Write the whole address that the receiver gave you; the signature proves that it is we who call.',
      ja: '受信側から示されたアドレスをそのまま入力してください。送信元は署名で証明されます。',
    },
  },
  webhook_without_owner: {
    title: {
      zh: '外发通知须由人员或接口客户端建立',
      en: 'An outgoing webhook is made by a person or an API client',
      ja: '外向き通知は人または API クライアントが作成します',
    },
    advice: {
      zh: '通知内容以建立者的权限为准。请以人员或客户端的身份登录后再建立。',
      en: 'It is told what its maker may see: sign in as a person or a client and make it then.',
      ja: '内容は作成者の権限で決まります。人またはクライアントとしてサインインして作成してください。',
    },
  },
  webhook_not_active: {
    title: {
      zh: '通知 {id} 未启用（{state}）',
      en: 'Webhook {id} is not active ({state})',
      ja: '通知 {id} は有効ではありません（{state}）',
    },
    advice: {
      zh: '请先将其状态改为 active，再发送测试。',
      en: 'Set its state to active and send the test then.',
      ja: '状態を active にしてから試してください。',
    },
  },
  webhook_being_sent: {
    title: {
      zh: '消息 {id} 正在发送',
      en: 'Message {id} is being sent',
      ja: 'メッセージ {id} は送信中です',
    },
    advice: {
      zh: '请在一分钟后查看结果，必要时再重发。',
      en: 'Look at what came of it in a minute, and send it again if need be.',
      ja: '1 分ほどで結果を確かめ、必要なら再送してください。',
    },
  },
  webhook_gone: {
    title: {
      zh: '接收方回答该地址已不存在（410），通知已停用',
      en: 'The receiver answered that it is gone (410); the webhook was disabled',
      ja: '受信側が廃止済み（410）と答えたため、通知を無効にしました',
    },
    advice: {
      zh: '请向接收方确认新地址，更改后重新启用；未送达的消息可逐条重发。',
      en: 'Ask for the new address, change it and switch the webhook on again; what was not sent can be sent again.',
      ja: '新しいアドレスを確認して変更し、有効に戻してください。届かなかったものは再送できます。',
    },
  },
  webhook_not_taken: {
    title: {
      zh: '接收方未接受该消息（回答不是 2xx）',
      en: 'The receiver did not take the message (its answer was not 2xx)',
      ja: '受信側がメッセージを受け取りませんでした（2xx 以外の応答）',
    },
    advice: {
      zh: '将按约定的间隔重试，约三天后放弃；请检查接收方日志。重定向视为未接受，请改填最终地址。',
      en: 'It is tried again for about three days; look at the receiver’s log. A redirection counts as not taken: write the final address.',
      ja: '約 3 日間再送します。受信側のログを確認してください。転送は受信とみなしません。最終アドレスを設定してください。',
    },
  },
  webhook_timeout: {
    title: {
      zh: '接收方在 20 秒内没有回答',
      en: 'The receiver did not answer within 20 seconds',
      ja: '受信側が 20 秒以内に応答しませんでした',
    },
    advice: {
      zh: '请让接收方先回答 2xx，再处理消息；将自动重试。',
      en: 'The receiver should answer 2xx first and do its work after that. It is tried again.',
      ja: '受信側は先に 2xx を返してから処理してください。自動で再送します。',
    },
  },
  webhook_unreachable: {
    title: {
      zh: '无法连接接收方',
      en: 'The receiver cannot be reached',
      ja: '受信側に接続できません',
    },
    advice: {
      zh: '请检查地址、域名解析、证书与网络；将自动重试。',
      en: 'Check the address, its name, its certificate and the network. It is tried again.',
      ja: 'アドレス、名前解決、証明書、ネットワークを確認してください。自動で再送します。',
    },
  },
  webhook_not_granted: {
    title: {
      zh: '建立者已无权查看该内容，未发送',
      en: 'Its maker may not see this any more; it was not sent',
      ja: '作成者にこの内容を見る権限がなくなったため、送信しませんでした',
    },
    advice: {
      zh: '请为建立者授权，或由有权限的人员重新建立通知，然后重发。',
      en: 'Grant it to the maker, or have somebody make the webhook who may see it, and send it again.',
      ja: '作成者に権限を与えるか、権限のある人が通知を作り直してから再送してください。',
    },
  },
};
