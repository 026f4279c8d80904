import type { Message } from '#core/trouble/message.ts';

/** Texts for what the HTTP API refuses. */
export const API_MESSAGES: Readonly<Record<string, Message>> = {
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
      zh: '未提供有效的访问令牌',
      en: 'There is no valid access token',
      ja: '有効なアクセストークンがありません',
    },
    advice: {
      zh: '请在 Authorization 头中写 Bearer 加启动时显示的令牌；令牌也保存在数据文件夹的 token 文件中。',
      en: 'Send `Authorization: Bearer` with the token shown at start; it is also in the file `token` of the data folder.',
      ja: 'Authorization ヘッダーに Bearer と起動時に表示されたトークンを書いてください。データフォルダの token ファイルにもあります。',
    },
  },
  not_found: {
    title: {
      zh: '没有 {kind}“{id}”',
      en: 'There is no {kind} "{id}"',
      ja: '{kind}「{id}」はありません',
    },
    advice: {
      zh: '请核对代码或编号；用同一路径的列表可查到现有的全部。',
      en: 'Check the code or number; the list of the same path shows what there is.',
      ja: 'コードまたは番号を確認してください。同じパスの一覧で存在するものを調べられます。',
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
  already_exists: {
    title: {
      zh: '{kind}“{id}”已存在',
      en: '{kind} "{id}" exists already',
      ja: '{kind}「{id}」は既にあります',
    },
    advice: {
      zh: '如要修改请用 PUT；如要新建请换一个代码。',
      en: 'Change it with PUT, or choose another code.',
      ja: '変更するなら PUT を使い、新規なら別のコードにしてください。',
    },
  },
  changed_meanwhile: {
    title: {
      zh: '在您读取之后，它已被改动',
      en: 'It has changed since you read it',
      ja: '読み取った後に変更されています',
    },
    advice: {
      zh: '请重新读取，确认差异后用新的 ETag 再提交；未做任何更改。',
      en: 'Read it again, look at what is different and send your change with the new ETag; nothing was changed.',
      ja: '読み直して違いを確認し、新しい ETag で送り直してください。何も変更されていません。',
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
  document_held: {
    title: {
      zh: '单据已收到并保存，但有 {count} 项问题，暂未入账',
      en: 'The document is kept and not posted yet: {count} findings',
      ja: '伝票は保存されましたが、{count} 件の問題により未記帳です',
    },
    advice: {
      zh: 'findings 说明每项问题与处理办法；记录 {record} 已进入异常，可在改正来源、对照表或流程后重试，或由有权者放行。',
      en: '`findings` says what is wrong and what to do; record {record} is an exception now: correct the source, a crosswalk or the flow and replay it, or have it released.',
      ja: 'findings に各問題と対処が示されています。記録 {record} は例外になりました。元データ、対照表、フローを直して再処理するか、権限者が解放してください。',
    },
  },
  document_would_be_held: {
    title: {
      zh: '试算：该单据有 {count} 项问题，不会入账',
      en: 'Dry run: the document would not be posted, {count} findings',
      ja: '試算：{count} 件の問題により、この伝票は記帳されません',
    },
    advice: {
      zh: 'findings 说明每项问题与处理办法。试算不保存任何内容。',
      en: '`findings` says what is wrong and what to do. A dry run keeps nothing.',
      ja: 'findings に各問題と対処が示されています。試算では何も保存されません。',
    },
  },
  flow_not_published: {
    title: {
      zh: '流程“{flow}”还没有发布的版本',
      en: 'The flow "{flow}" has no published version',
      ja: 'フロー「{flow}」には公開済みの版がありません',
    },
    advice: {
      zh: '请先发布一个版本：POST /api/v1/flows/代码/versions/版本/publish。',
      en: 'Publish a version first: POST /api/v1/flows/code/versions/n/publish.',
      ja: '先に版を公開してください：POST /api/v1/flows/コード/versions/番号/publish。',
    },
  },
  flow_disabled: {
    title: {
      zh: '流程“{flow}”已停用',
      en: 'The flow "{flow}" is switched off',
      ja: 'フロー「{flow}」は停止中です',
    },
    advice: {
      zh: '请在确认后启用它：PATCH /api/v1/flows/代码，enabled 设为 true。',
      en: 'Switch it on when that is wanted: PATCH /api/v1/flows/code with `enabled` true.',
      ja: '必要なら有効にしてください：PATCH /api/v1/flows/コード で enabled を true に。',
    },
  },
  flow_of_other_book: {
    title: {
      zh: '流程“{flow}”属于账套“{other}”，不属于“{book}”',
      en: 'The flow "{flow}" belongs to the book "{other}", not to "{book}"',
      ja: 'フロー「{flow}」は帳簿「{other}」のもので、「{book}」のものではありません',
    },
    advice: {
      zh: '请把路径中的账套改为流程所属的账套，或选择该账套的流程。',
      en: 'Ask under the book of the flow, or choose a flow of this book.',
      ja: 'パスの帳簿をフローの帳簿に直すか、この帳簿のフローを選んでください。',
    },
  },
  flow_not_yaml: {
    title: {
      zh: '流程定义不是有效的 YAML 或 JSON（{why}）',
      en: 'The flow is neither valid YAML nor JSON ({why})',
      ja: 'フロー定義が正しい YAML・JSON ではありません（{why}）',
    },
    advice: {
      zh: '请按提示的行号检查缩进、引号与重复的键。',
      en: 'Look at indents, quotes and doubled keys at the line named.',
      ja: '示された行の字下げ、引用符、重複キーを確認してください。',
    },
  },
  flow_refused: {
    title: {
      zh: '流程定义有 {count} 处问题，未保存',
      en: 'The flow has {count} mistakes and was not saved',
      ja: 'フロー定義に {count} 件の問題があり、保存していません',
    },
    advice: {
      zh: 'findings 逐条列出位置与改法；全部改正后重新提交。',
      en: '`findings` lists each place and what to write there; correct all of them and send it again.',
      ja: 'findings に場所と直し方が示されています。すべて直して送り直してください。',
    },
  },
  chart_refused: {
    title: {
      zh: '科目有 {count} 处问题，未保存',
      en: 'The accounts have {count} mistakes and were not saved',
      ja: '勘定科目に {count} 件の問題があり、保存していません',
    },
    advice: {
      zh: 'findings 逐条列出；改正后重新提交，本次未做任何更改。',
      en: '`findings` lists them; correct them and send again. Nothing was changed.',
      ja: 'findings に示されています。直して送り直してください。何も変更されていません。',
    },
  },
  rates_refused: {
    title: {
      zh: '汇率有 {count} 处问题，未保存',
      en: 'The rates have {count} mistakes and were not saved',
      ja: '為替レートに {count} 件の問題があり、保存していません',
    },
    advice: {
      zh: 'findings 逐条列出；改正后重新提交，本次未做任何更改。',
      en: '`findings` lists them; correct them and send again. Nothing was changed.',
      ja: 'findings に示されています。直して送り直してください。何も変更されていません。',
    },
  },
  years_not_in_order: {
    title: {
      zh: '{at}：会计年度须连续递增',
      en: '{at}: fiscal years follow one another without a gap',
      ja: '{at}：会計年度は連続した昇順にしてください',
    },
    advice: {
      zh: '例如 [2025, 2026]；期间之间不能有空档。',
      en: 'For example [2025, 2026]; there may be no gap between periods.',
      ja: '例：[2025, 2026]。期間に隙間は許されません。',
    },
  },
  exception_closed: {
    title: {
      zh: '异常 {id} 已处理（{state}）',
      en: 'Exception {id} is closed already ({state})',
      ja: '例外 {id} は処理済みです（{state}）',
    },
    advice: {
      zh: '无需再处理；如要重新入账，请对其记录做重放。',
      en: 'There is nothing left to do; replay its record if it is to be posted again.',
      ja: 'これ以上の対応は不要です。再記帳する場合は記録を再処理してください。',
    },
  },
  exception_not_releasable: {
    title: {
      zh: '不能放行：{codes}',
      en: 'These cannot be released: {codes}',
      ja: '解放できません：{codes}',
    },
    advice: {
      zh: '只有效果为 hold 的问题可以放行；block 的须在来源、对照表、流程或账套中改正后重放。',
      en: 'Only findings whose effect is hold can be released; those that block need a correction in the source, a crosswalk, the flow or the book, and a replay.',
      ja: '解放できるのは効果が hold の問題だけです。block は元データ、対照表、フロー、帳簿を直して再処理してください。',
    },
  },
  delivery_not_stopped: {
    title: {
      zh: '推送 {id} 处于 {state} 状态，无需重新推送',
      en: 'Delivery {id} is {state} and needs no redrive',
      ja: '送信 {id} は {state} のため再送は不要です',
    },
    advice: {
      zh: '只有被拒绝（refused）或多次失败（dead）的推送需要人工重推；其余会自行继续。',
      en: 'Only deliveries that were refused or are dead need a person; the others go on by themselves.',
      ja: '人の操作が要るのは refused と dead だけです。それ以外は自動で続きます。',
    },
  },
  webhook_unsupported: {
    title: {
      zh: '“{connection}”不接收回调',
      en: '"{connection}" takes no webhooks',
      ja: '「{connection}」は Webhook を受け付けません',
    },
    advice: {
      zh: '请核对回调地址末尾的连接代码，并确认该连接的系统支持回调。',
      en: 'Check the connection code at the end of the address, and that its system sends webhooks.',
      ja: 'アドレス末尾の接続コードと、その接続のシステムが Webhook に対応しているか確認してください。',
    },
  },
};
