import type { Message } from '#core/trouble/message.ts';

/** Texts for the command line and the start of the hub. */
export const CLI_MESSAGES: Readonly<Record<string, Message>> = {
  cli_number_expected: {
    title: {
      zh: '{at}：“{text}”不是整数',
      en: '{at}: "{text}" is not a whole number',
      ja: '{at}：「{text}」は整数ではありません',
    },
    advice: {
      zh: '请填写零或正整数。',
      en: 'Give zero or a positive whole number.',
      ja: '0 以上の整数を指定してください。',
    },
  },
  cli_date_expected: {
    title: {
      zh: '{at}：“{text}”不是日期',
      en: '{at}: "{text}" is not a date',
      ja: '{at}：「{text}」は日付ではありません',
    },
    advice: {
      zh: '写法如 2027-12-31。',
      en: 'Write 2027-12-31.',
      ja: '2027-12-31 のように書いてください。',
    },
  },
  cli_scope_missing: {
    title: {
      zh: '{at}：客户端至少需要一项权限',
      en: '{at}: a client needs at least one permission',
      ja: '{at}：クライアントには権限が一つ以上必要です',
    },
    advice: {
      zh: '如 --scope documents:post --scope vouchers:read；只读用 --scope read。',
      en: 'For example --scope documents:post --scope vouchers:read; to read only, --scope read.',
      ja: '例：--scope documents:post --scope vouchers:read。閲覧だけなら --scope read。',
    },
  },
  cli_simulator_unknown: {
    title: {
      zh: '没有名为“{name}”的模拟器',
      en: 'There is no simulator named "{name}"',
      ja: '「{name}」というシミュレーターはありません',
    },
    advice: { zh: '可用的有：{known}。', en: 'There are: {known}.', ja: '使えるもの：{known}。' },
  },
  cli_fault_unknown: {
    title: {
      zh: '无法识别的故障“{text}”',
      en: 'The fault "{text}" is not known',
      ja: '障害「{text}」は不明です',
    },
    advice: {
      zh: '写作“名称=概率”，概率在 0 到 1 之间。该模拟器的故障有：{known}。',
      en: 'Write name=rate with a rate between 0 and 1. This simulator knows: {known}.',
      ja: '「名前=確率」（0～1）と書いてください。使える障害：{known}。',
    },
  },
  cli_flow_unknown: {
    title: {
      zh: '没有编码为“{name}”的流程',
      en: 'There is no flow with the code "{name}"',
      ja: 'コード「{name}」のフローはありません',
    },
    advice: {
      zh: '用 tongzhang flow list 查看全部流程。',
      en: 'See all flows with: tongzhang flow list',
      ja: 'tongzhang flow list で一覧を確認してください。',
    },
  },
  cli_flow_version_unknown: {
    title: {
      zh: '流程“{name}”没有版本 {version}',
      en: 'The flow "{name}" has no version {version}',
      ja: 'フロー「{name}」に版 {version} はありません',
    },
    advice: {
      zh: '用 tongzhang flow show {name} 查看各版本。',
      en: 'See its versions with: tongzhang flow show {name}',
      ja: 'tongzhang flow show {name} で版を確認してください。',
    },
  },
  cli_flow_unpublished: {
    title: {
      zh: '流程“{name}”尚未发布',
      en: 'The flow "{name}" has not been published',
      ja: 'フロー「{name}」は未公開です',
    },
    advice: {
      zh: '先发布：tongzhang flow publish {name}',
      en: 'Publish it first: tongzhang flow publish {name}',
      ja: '先に公開してください：tongzhang flow publish {name}',
    },
  },
  cli_book_unknown: {
    title: {
      zh: '没有编码为“{name}”的账套',
      en: 'There is no book with the code "{name}"',
      ja: 'コード「{name}」の帳簿はありません',
    },
    advice: { zh: '现有账套：{known}。', en: 'There are: {known}.', ja: '既存の帳簿：{known}。' },
  },
  cli_connection_unknown: {
    title: {
      zh: '没有编码为“{name}”的连接',
      en: 'There is no connection with the code "{name}"',
      ja: 'コード「{name}」の接続はありません',
    },
    advice: { zh: '现有连接：{known}。', en: 'There are: {known}.', ja: '既存の接続：{known}。' },
  },
  cli_exception_unknown: {
    title: {
      zh: '没有编号为 {id} 的未结异常',
      en: 'There is no open exception {id}',
      ja: '未処理の例外 {id} はありません',
    },
    advice: {
      zh: '用 tongzhang exceptions list 查看。',
      en: 'See them with: tongzhang exceptions list',
      ja: 'tongzhang exceptions list で確認してください。',
    },
  },
  cli_exception_blocked: {
    title: {
      zh: '异常 {id} 不能放行：{codes}',
      en: 'The exception {id} cannot be released: {codes}',
      ja: '例外 {id} は解除できません：{codes}',
    },
    advice: {
      zh: '这类问题必须先改正：修改来源数据、对照表或流程，然后重放。',
      en: 'This must be put right first: in the source, the crosswalk or the flow. Then replay it.',
      ja: '元データ、対照表またはフローを直してから再実行してください。',
    },
  },
  cli_nothing_chosen: {
    title: {
      zh: '没有说明要处理哪些',
      en: 'It was not said which ones',
      ja: '対象が指定されていません',
    },
    advice: {
      zh: '请给出编号，或用选项选择（见 --help）。',
      en: 'Give ids, or choose by an option (see --help).',
      ja: 'ID を指定するか、オプションで選んでください（--help 参照）。',
    },
  },
  cli_note_missing: {
    title: { zh: '必须说明理由', en: 'A reason is needed', ja: '理由が必要です' },
    advice: {
      zh: '加上 --note "理由"；它会记入审计日志。',
      en: 'Add --note "reason"; it goes into the audit log.',
      ja: '--note "理由" を付けてください。監査ログに残ります。',
    },
  },
  cli_trace_nothing: {
    title: { zh: '没有找到“{text}”', en: 'Nothing was found for "{text}"', ja: '「{text}」は見つかりません' },
    advice: {
      zh: '可以查：单号、来源编号、凭证号（如 记-118）、目标系统凭证号、原始记录编号。',
      en: 'Search by document number, source id, voucher number (记-118), target number or record id.',
      ja: '伝票番号、元システム ID、仕訳番号（記-118 など）、連携先番号、記録 ID で検索できます。',
    },
  },
  cli_file_unreadable: {
    title: {
      zh: '无法读取文件 {file}（{reason}）',
      en: 'The file {file} cannot be read ({reason})',
      ja: 'ファイル {file} を読めません（{reason}）',
    },
    advice: {
      zh: '请检查路径、权限和内容格式。',
      en: 'Check its path, permissions and format.',
      ja: 'パス、権限、形式を確認してください。',
    },
  },
  cli_port_taken: {
    title: {
      zh: '端口 {port} 已被占用',
      en: 'The port {port} is taken',
      ja: 'ポート {port} は使用中です',
    },
    advice: {
      zh: '通账可能已在运行；否则请用 TONGZHANG_PORT 指定其他端口。',
      en: 'Tongzhang may be running already; else choose another port with TONGZHANG_PORT.',
      ja: '既に起動している可能性があります。そうでなければ TONGZHANG_PORT で別のポートを指定してください。',
    },
  },
  cli_plain_http: {
    title: {
      zh: '不会在 {host} 上提供未加密的 HTTP',
      en: 'Plain HTTP is not offered on {host}',
      ja: '{host} で暗号化されていない HTTP は提供しません',
    },
    advice: {
      zh: '请用 TONGZHANG_TLS_CERT 与 TONGZHANG_TLS_KEY 提供证书；若前面的反向代理负责 TLS，请设 TONGZHANG_PLAIN_HTTP=behind-proxy。',
      en: 'Give a certificate with TONGZHANG_TLS_CERT and TONGZHANG_TLS_KEY, or set TONGZHANG_PLAIN_HTTP=behind-proxy where a proxy in front does TLS.',
      ja: 'TONGZHANG_TLS_CERT と TONGZHANG_TLS_KEY で証明書を指定するか、前段のプロキシが TLS を担うなら TONGZHANG_PLAIN_HTTP=behind-proxy を設定してください。',
    },
  },
  cli_tls_incomplete: {
    title: {
      zh: 'TLS 需要证书和私钥两个文件',
      en: 'TLS takes both a certificate and its key',
      ja: 'TLS には証明書と秘密鍵の両方が必要です',
    },
    advice: {
      zh: '请同时设置 TONGZHANG_TLS_CERT 与 TONGZHANG_TLS_KEY。',
      en: 'Set TONGZHANG_TLS_CERT and TONGZHANG_TLS_KEY together.',
      ja: 'TONGZHANG_TLS_CERT と TONGZHANG_TLS_KEY を両方設定してください。',
    },
  },
  cli_tls_unreadable: {
    title: {
      zh: '无法读取 {file}：{reason}',
      en: 'Cannot read {file}: {reason}',
      ja: '{file} を読めません：{reason}',
    },
    advice: {
      zh: '请检查路径与权限；需要 PEM 格式。',
      en: 'Check the path and its permissions; PEM is expected.',
      ja: 'パスと権限を確認してください。PEM 形式が必要です。',
    },
  },
  cli_folder_taken: {
    title: {
      zh: '文件夹 {folder} 已由另一个通账使用（进程 {pid}，{url}）',
      en: 'The folder {folder} is in use by another hub (process {pid}, {url})',
      ja: 'フォルダー {folder} は別の通賬が使用中です（プロセス {pid}、{url}）',
    },
    advice: {
      zh: '先停止它，或用 TONGZHANG_FOLDER 指定其他文件夹；要增加处理能力请用 tongzhang worker。',
      en: 'Stop it, or choose another folder with TONGZHANG_FOLDER; for more power start a tongzhang worker.',
      ja: '停止するか、TONGZHANG_FOLDER で別のフォルダーを指定してください。処理を増やすには tongzhang worker を使います。',
    },
  },
  cli_folder_unusable: {
    title: {
      zh: '文件夹 {folder} 不能使用（{reason}）',
      en: 'The folder {folder} cannot be used ({reason})',
      ja: 'フォルダー {folder} を使えません（{reason}）',
    },
    advice: {
      zh: '请检查权限和磁盘空间，或用 TONGZHANG_FOLDER 指定其他文件夹。',
      en: 'Check its permissions and the disk, or choose another with TONGZHANG_FOLDER.',
      ja: '権限とディスクを確認するか、TONGZHANG_FOLDER で別のフォルダーを指定してください。',
    },
  },
  cli_failed: {
    title: {
      zh: '未能完成：{reason}',
      en: 'It could not be done: {reason}',
      ja: '完了できませんでした：{reason}',
    },
    advice: {
      zh: '已入账的数据不受影响，可以再试一次。若重复出现，请附上这段文字联系我们。',
      en: 'What is posted is safe, and it may be tried again. If it happens again, report this text.',
      ja: '記帳済みデータに影響はなく、再試行できます。繰り返す場合はこの文を添えて報告してください。',
    },
  },
};
