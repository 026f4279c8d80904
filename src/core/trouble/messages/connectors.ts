import type { Message } from '#core/trouble/message.ts';

/** What goes wrong between us and any outside system, whatever its protocol. */
export const CONNECTOR_MESSAGES: Readonly<Record<string, Message>> = {
  connection_paused: {
    title: {
      zh: '连接 {connection} 已暂停',
      en: 'The connection {connection} is paused',
      ja: '接続 {connection} は一時停止中です',
    },
    advice: {
      zh: '恢复连接后再试；暂停期间不采集、不推送、不接收通知，待推送的凭证都会保留。',
      en: 'Resume it and try again. While it waits nothing is collected, delivered or taken in; what is owed is kept.',
      ja: '接続を再開してからやり直してください。停止中は収集・送信・通知の受信を行わず、送信待ちはそのまま残ります。',
    },
  },
  connection_already_paused: {
    title: {
      zh: '连接 {connection} 已经暂停',
      en: 'The connection {connection} is paused already',
      ja: '接続 {connection} はすでに一時停止しています',
    },
    advice: {
      zh: '无需再次暂停；暂停人与原因见连接页面。',
      en: 'Nothing is to be done; its page says who paused it and why.',
      ja: '操作は不要です。停止した人と理由は接続の画面で確認できます。',
    },
  },
  connection_not_paused: {
    title: {
      zh: '连接 {connection} 没有暂停',
      en: 'The connection {connection} is not paused',
      ja: '接続 {connection} は一時停止していません',
    },
    advice: {
      zh: '无需恢复；如果没有数据进来，请查看连接状态与流程的触发方式。',
      en: 'Nothing is to be resumed; where nothing comes in, look at its state and at the triggers of its flows.',
      ja: '再開は不要です。データが届かない場合は、接続の状態とフローの起動条件を確認してください。',
    },
  },
  setting_missing: {
    title: {
      zh: '连接缺少必填设置“{at}”',
      en: 'The connection lacks the setting "{at}"',
      ja: '接続に必須の設定「{at}」がありません',
    },
    advice: {
      zh: '请打开该连接的设置，填写“{at}”后保存。',
      en: 'Open the settings of the connection, fill in "{at}" and save.',
      ja: '接続の設定を開き、「{at}」を入力して保存してください。',
    },
  },
  setting_invalid: {
    title: {
      zh: '连接的设置“{at}”无效，应为：{why}',
      en: 'The setting "{at}" of the connection is not valid; expected: {why}',
      ja: '接続の設定「{at}」が不正です。期待される値：{why}',
    },
    advice: {
      zh: '请在该连接的设置中更正“{at}”。',
      en: 'Correct "{at}" in the settings of the connection.',
      ja: '接続の設定で「{at}」を修正してください。',
    },
  },
  target_unreachable: {
    title: {
      zh: '无法连接到 {url}（{reason}）',
      en: 'Cannot reach {url} ({reason})',
      ja: '{url} に接続できません（{reason}）',
    },
    advice: {
      zh: '系统会自动重试。若持续出现，请检查地址、网络、防火墙以及对方系统是否在运行。',
      en: 'It is tried again by itself. If this goes on, check the address, the network, the firewall and whether the other system is running.',
      ja: '自動的に再試行します。続く場合は、アドレス、ネットワーク、ファイアウォール、相手システムの稼働を確認してください。',
    },
  },
  answer_late: {
    title: {
      zh: '{url} 未在规定时间内应答',
      en: '{url} did not answer in time',
      ja: '{url} が時間内に応答しませんでした',
    },
    advice: {
      zh: '对方可能已经处理；重试前会先按业务键查询，不会重复。若经常发生，请加大连接的超时设置。',
      en: 'They may have done the work; they are asked by business key before anything is sent again, so nothing is doubled. If it happens often, raise the timeout of the connection.',
      ja: '相手側で処理済みの可能性があります。再送前に業務キーで照会するため二重にはなりません。頻発する場合は接続のタイムアウトを延ばしてください。',
    },
  },
  connection_lost: {
    title: {
      zh: '与 {url} 的连接在应答前中断（{reason}）',
      en: 'The connection to {url} broke before the answer came ({reason})',
      ja: '応答前に {url} との接続が切れました（{reason}）',
    },
    advice: {
      zh: '对方可能已经处理；重试前会先按业务键查询，不会重复。',
      en: 'They may have done the work; they are asked by business key before anything is sent again, so nothing is doubled.',
      ja: '相手側で処理済みの可能性があります。再送前に業務キーで照会するため二重にはなりません。',
    },
  },
  request_stopped: {
    title: {
      zh: '请求 {url} 在停机或取消时中止',
      en: 'The request to {url} was stopped by a shutdown or a cancellation',
      ja: '停止または取消により {url} への要求が中断されました',
    },
    advice: {
      zh: '无需处理，下次运行会继续。',
      en: 'Nothing to do; the next run goes on from here.',
      ja: '対応は不要です。次回の実行で続行します。',
    },
  },
  throttled: {
    title: {
      zh: '对方系统要求放慢调用（{status}）',
      en: 'The other system asks us to slow down ({status})',
      ja: '相手システムが呼び出しの抑制を求めています（{status}）',
    },
    advice: {
      zh: '会按对方要求的时间等待后继续。若长期如此，请调低连接的每秒调用上限。',
      en: 'It goes on after the wait they ask for. If this is permanent, lower the calls per second of the connection.',
      ja: '指定の待ち時間後に続行します。常態化する場合は、接続の毎秒呼出上限を下げてください。',
    },
  },
  target_failed: {
    title: {
      zh: '对方系统内部出错（HTTP {status}）：{answer}',
      en: 'The other system failed (HTTP {status}): {answer}',
      ja: '相手システムでエラーが発生しました（HTTP {status}）：{answer}',
    },
    advice: {
      zh: '会自动重试。若持续出现，请把此内容交给对方系统的管理员。',
      en: 'It is tried again by itself. If this goes on, show this to the administrator of the other system.',
      ja: '自動的に再試行します。続く場合は、この内容を相手システムの管理者に伝えてください。',
    },
  },
  answer_not_understood: {
    title: {
      zh: '对方的应答无法识别（HTTP {status}）：{answer}',
      en: 'The answer of the other system makes no sense (HTTP {status}): {answer}',
      ja: '相手の応答を解釈できません（HTTP {status}）：{answer}',
    },
    advice: {
      zh: '通常是代理或登录页面挡在中间。请检查连接地址是否正确、是否经过网关。',
      en: 'Usually a proxy or a sign-in page stands in between. Check the address of the connection and any gateway on the way.',
      ja: '多くはプロキシやログイン画面が間に入っています。接続アドレスと経路のゲートウェイを確認してください。',
    },
  },
  answer_too_large: {
    title: {
      zh: '对方的应答超过 {bytesMax} 字节',
      en: 'The answer of the other system is larger than {bytesMax} bytes',
      ja: '相手の応答が {bytesMax} バイトを超えました',
    },
    advice: {
      zh: '请调小连接的每页条数，或缩小查询范围。',
      en: 'Lower the page size of the connection, or narrow what is asked for.',
      ja: '接続のページ件数を減らすか、照会範囲を狭めてください。',
    },
  },
  session_lost: {
    title: {
      zh: '与对方系统的会话已失效',
      en: 'The session with the other system has ended',
      ja: '相手システムとのセッションが切れました',
    },
    advice: {
      zh: '会自动重新登录并继续。',
      en: 'It signs on again and goes on by itself.',
      ja: '自動的に再ログインして続行します。',
    },
  },
  credentials_refused: {
    title: {
      zh: '对方系统不接受登录信息：{answer}',
      en: 'The other system does not accept the credentials: {answer}',
      ja: '相手システムが認証情報を受け付けません：{answer}',
    },
    advice: {
      zh: '请核对连接中的账号、密码或密钥，并确认它们未被停用或收回；更正后重新推送。不会自动重试，以免账号被锁定。',
      en: 'Check user, password or keys of the connection and that nobody revoked them; then deliver again. It is not tried again by itself, so that the user is not locked.',
      ja: '接続のユーザー、パスワード、キーが正しく、失効していないことを確認し、再送してください。アカウントロックを避けるため自動再試行はしません。',
    },
  },
  permission_refused: {
    title: {
      zh: '对方系统拒绝：当前用户没有权限（{answer}）',
      en: 'The other system refuses: the user lacks a permission ({answer})',
      ja: '相手システムが拒否しました：権限がありません（{answer}）',
    },
    advice: {
      zh: '请在对方系统中为该接口用户授权，然后重试。',
      en: 'Give the permission to this user in the other system, then try again.',
      ja: '相手システムでこのユーザーに権限を付与し、再試行してください。',
    },
  },
};
