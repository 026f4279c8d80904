import type { Message } from '#core/trouble/message.ts';

/** Texts for a request that the HTTP API cannot take as it is. */
export const REQUEST_MESSAGES: Readonly<Record<string, Message>> = {
  request_unreadable: {
    title: {
      zh: '收到的内容不是合规的 HTTP 请求',
      en: 'What was sent is no well-formed HTTP request',
      ja: '受信した内容は正しい形式の HTTP リクエストではありません',
    },
    advice: {
      zh: '请核对请求行、请求头和正文长度；经过代理时请检查代理。',
      en: 'Check the request line, the headers and the length of the body, and any proxy in between.',
      ja: 'リクエスト行、ヘッダー、本文の長さを確認してください。プロキシを経由する場合はその設定も確認してください。',
    },
  },
  headers_too_big: {
    title: {
      zh: '请求头过大',
      en: 'The headers of the request are too big',
      ja: 'リクエストヘッダーが大きすぎます',
    },
    advice: {
      zh: '地址与请求头合计不超过 16 KB；请清除本站的 Cookie，或将长内容放入正文。',
      en: 'Address and headers together may have 16 KB; delete the cookies of this site, or send what is long in the body.',
      ja: 'アドレスとヘッダーは合計 16 KB までです。このサイトの Cookie を削除するか、長い内容は本文で送信してください。',
    },
  },
  request_too_slow: {
    title: {
      zh: '请求迟迟没有发完',
      en: 'The request took too long to arrive',
      ja: 'リクエストの受信に時間がかかりすぎました',
    },
    advice: {
      zh: '请检查网络后重试。',
      en: 'Check the network and send it again.',
      ja: 'ネットワークを確認し、もう一度送信してください。',
    },
  },
  request_invalid: {
    title: {
      zh: '请求中有不符合接口说明的内容',
      en: 'The request does not fit the description of the API',
      ja: 'リクエストが API の定義に合っていません',
    },
    advice: {
      zh: 'findings 逐条列出位置与原因；接口说明见 /api/v1/openapi.json。请更正后重新发送，未做任何更改。',
      en: '`findings` lists every place and reason; the description is at /api/v1/openapi.json. Correct them and send again; nothing was changed.',
      ja: 'findings に場所と理由がすべて示されています。定義は /api/v1/openapi.json にあります。直して送り直してください。何も変更されていません。',
    },
  },
  value_invalid: {
    title: {
      zh: '{at}：{why}',
      en: '{at}: {why}',
      ja: '{at}：{why}',
    },
    advice: {
      zh: '请按接口说明中该位置的类型、长度与取值填写；拼错的名称也会在此列出。',
      en: 'Write what the description of the API asks for at this place; a misspelt name is listed here too.',
      ja: 'API の定義でこの場所に求められる型、長さ、値にしてください。名称の綴り誤りもここに示されます。',
    },
  },
  json_invalid: {
    title: {
      zh: '请求正文不是有效的 JSON（{why}）',
      en: 'The body is not valid JSON ({why})',
      ja: '本文が正しい JSON ではありません（{why}）',
    },
    advice: {
      zh: '请检查正文是否完整、编码是否为 UTF-8，且不含 __proto__ 一类的名称。',
      en: 'Check that the body is complete, in UTF-8, and has no names such as __proto__.',
      ja: '本文が欠けていないか、UTF-8 か、__proto__ のような名称がないか確認してください。',
    },
  },
  body_too_complex: {
    title: {
      zh: '请求正文嵌套超过 {depthMax} 层或多于 {valuesMax} 个值',
      en: 'The body is nested deeper than {depthMax} or has more than {valuesMax} values',
      ja: '本文の入れ子が {depthMax} 段を超えるか、値が {valuesMax} 個を超えています',
    },
    advice: {
      zh: '大量数据请分成多个请求，或以 NDJSON 上传到 documents/bulk。',
      en: 'Split large amounts into several requests, or upload them as NDJSON to documents/bulk.',
      ja: '大量のデータは複数のリクエストに分けるか、NDJSON で documents/bulk に送ってください。',
    },
  },
  cursor_invalid: {
    title: {
      zh: '{at}：翻页标记无效',
      en: '{at}: this is not a paging mark',
      ja: '{at}：ページの目印が正しくありません',
    },
    advice: {
      zh: '请原样使用上一页返回的 next 地址，不要自行拼写 after。',
      en: 'Use the `next` address of the page before as it is; do not make up `after`.',
      ja: '前のページの next をそのまま使い、after を自作しないでください。',
    },
  },
  unauthorized: {
    title: {
      zh: '尚未登录，或访问令牌无效',
      en: 'Nobody is signed in, or the access token is not valid',
      ja: 'サインインしていないか、アクセストークンが無効です',
    },
    advice: {
      zh: '请登录；程序请用客户端凭据从 POST /oauth/token 取得访问令牌（有效数分钟），写在 Authorization: Bearer 之后。',
      en: 'Sign in; a program gets an access token from POST /oauth/token with its client credentials, good for some minutes, and sends it as `Authorization: Bearer`.',
      ja: 'サインインしてください。プログラムはクライアント資格情報で POST /oauth/token から数分間有効なアクセストークンを取得し、Authorization: Bearer で送ってください。',
    },
  },
  route_unknown: {
    title: {
      zh: '没有 {method} {path} 这个接口',
      en: 'There is no {method} {path}',
      ja: '{method} {path} という API はありません',
    },
    advice: {
      zh: '请对照 /api/v1/openapi.json 核对方法与路径。',
      en: 'Compare method and path with /api/v1/openapi.json.',
      ja: '/api/v1/openapi.json でメソッドとパスを確認してください。',
    },
  },
  address_invalid: {
    title: {
      zh: '这个地址下没有任何内容：编码有误，或某一段过长',
      en: 'There is nothing under this address: it is not well encoded, or a part of it is too long',
      ja: 'このアドレスには何もありません：符号化の誤り、または長すぎる部分があります',
    },
    advice: {
      zh: '请用百分号编码地址中的每一段，每段不超过 400 个字符。',
      en: 'Percent-encode every part of the address; none is longer than 400 characters.',
      ja: 'アドレスの各部分をパーセント符号化し、400 文字以内にしてください。',
    },
  },
  host_invalid: {
    title: {
      zh: '请求的 Host 头不是主机名',
      en: 'The Host header of the request is no host',
      ja: 'リクエストの Host ヘッダーがホスト名ではありません',
    },
    advice: {
      zh: '请用 host 或 host:port 的形式发送 Host 头；使用反向代理时请检查其配置。',
      en: 'Send host or host:port; behind a reverse proxy, check its configuration.',
      ja: 'host または host:port の形で送信してください。リバースプロキシの設定も確認してください。',
    },
  },
  media_type_unsupported: {
    title: {
      zh: '{at}：不接受这种正文类型（{why}）',
      en: '{at}: this kind of body is not taken ({why})',
      ja: '{at}：この種類の本文は受け付けません（{why}）',
    },
    advice: {
      zh: '一般请求用 application/json；批量上传用 application/x-ndjson 或 text/csv，可用 gzip 压缩；流程用 application/yaml。',
      en: 'Use application/json; for bulk uploads application/x-ndjson or text/csv, gzip allowed; for flows application/yaml.',
      ja: '通常は application/json、一括は application/x-ndjson か text/csv（gzip 可）、フローは application/yaml を使ってください。',
    },
  },
  body_too_large: {
    title: {
      zh: '请求正文超过上限',
      en: 'The body is larger than the limit',
      ja: '本文が上限を超えています',
    },
    advice: {
      zh: '单张单据最多 1 MiB，批量上传默认最多 10 GiB（解压后）。请拆分后重新发送；批量上传中已保存的行再次上传不会重复。',
      en: 'One document may have 1 MiB, a bulk upload 10 GiB by default, unpacked. Split it and send again; lines of an upload that were kept are not doubled.',
      ja: '伝票 1 件は 1 MiB、一括は既定で展開後 10 GiB までです。分けて送り直してください。一括で保存済みの行は重複しません。',
    },
  },
  body_truncated: {
    title: {
      zh: '请求正文未完整到达',
      en: 'The body did not arrive whole',
      ja: '本文が最後まで届きませんでした',
    },
    advice: {
      zh: '请检查网络与代理后重新发送；未做任何更改。',
      en: 'Check the network and proxies and send it again; nothing was changed.',
      ja: 'ネットワークやプロキシを確認して送り直してください。何も変更されていません。',
    },
  },
  internal_error: {
    title: {
      zh: '系统内部出错，编号 {id}',
      en: 'Something went wrong inside; its number is {id}',
      ja: '内部エラーが発生しました。番号 {id}',
    },
    advice: {
      zh: '本次请求未做任何更改。请稍后重试；若再次出现，请把编号交给管理员在日志中查找。',
      en: 'Nothing was changed by this request. Try again; if it happens again, give the number to your administrator, who finds the cause in the log.',
      ja: 'このリクエストによる変更はありません。再試行し、再発する場合は番号を管理者に伝えてログで調べてもらってください。',
    },
  },
  idempotency_key_invalid: {
    title: {
      zh: 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符',
      en: 'An Idempotency-Key has 1 to 200 visible ASCII characters',
      ja: 'Idempotency-Key は表示可能な ASCII 文字 1～200 字です',
    },
    advice: {
      zh: '建议使用 UUID；未做任何更改。',
      en: 'A UUID serves well; nothing was changed.',
      ja: 'UUID が適しています。何も変更されていません。',
    },
  },
  idempotency_key_reused: {
    title: {
      zh: '这个 Idempotency-Key 已用于另一请求（{request}）',
      en: 'This Idempotency-Key was used for another request ({request})',
      ja: 'この Idempotency-Key は別のリクエスト（{request}）で使われています',
    },
    advice: {
      zh: '请为新的请求换一个键；只有路径与正文完全相同的重试才能沿用。未做任何更改。',
      en: 'Take a new key for a new request; only a repeat with the same path and body may keep it. Nothing was changed.',
      ja: '新しいリクエストには新しいキーを使ってください。同じパスと本文の再送だけが再利用できます。何も変更されていません。',
    },
  },
  idempotency_running: {
    title: {
      zh: '带有这个 Idempotency-Key 的请求仍在处理',
      en: 'The request with this Idempotency-Key is still under way',
      ja: 'この Idempotency-Key のリクエストはまだ処理中です',
    },
    advice: {
      zh: '请稍候用同一个键重试，届时会得到它的结果。',
      en: 'Try again with the same key in a moment; you get its answer then.',
      ja: '少し待って同じキーで再試行すると、その結果が返ります。',
    },
  },
};
