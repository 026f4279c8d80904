import type { Message } from '#core/trouble/message.ts';

/** Texts for what happens to a record on its way: read, posted, delivered. */
export const PIPELINE_MESSAGES: Readonly<Record<string, Message>> = {
  record_not_utf8: {
    title: {
      zh: '{at}：记录不是 UTF-8 文本',
      en: '{at}: the record is not UTF-8 text',
      ja: '{at}：記録が UTF-8 のテキストではありません',
    },
    advice: {
      zh: '请让来源以 UTF-8 发送 JSON；GBK 文件请用表格连接器导入。原始字节已保留，来源改正后会作为新版本收到。',
      en: 'Have the source send JSON in UTF-8; import GBK files with the spreadsheet connector. The bytes are kept; what the source sends again comes in as a new version.',
      ja: '元システムから UTF-8 の JSON を送ってください。GBK のファイルは表計算コネクタで取り込みます。受信バイトは保存済みで、送り直しは新しい版として受け取ります。',
    },
  },
  record_not_json: {
    title: {
      zh: '{at}：记录不是有效的 JSON（{reason}）',
      en: '{at}: the record is not valid JSON ({reason})',
      ja: '{at}：記録が正しい JSON ではありません（{reason}）',
    },
    advice: {
      zh: '请在来源检查这条记录是否被截断或拼错，改正后重新发送。原始字节已保留。',
      en: 'Look in the source whether the record was cut off or misspelt, correct it and send it again. The bytes are kept.',
      ja: '元システムで記録が途切れたり書き誤ったりしていないか確認し、訂正して送り直してください。受信バイトは保存済みです。',
    },
  },
  processing_failed: {
    title: {
      zh: '{at}：处理这条记录时程序出错（{reason}）',
      en: '{at}: the program failed on this record ({reason})',
      ja: '{at}：この記録の処理中にプログラムの誤りが起きました（{reason}）',
    },
    advice: {
      zh: '其他记录不受影响。请将此原因和记录号报告给维护者，修复后重新处理该记录。',
      en: 'Other records are not affected. Report this reason and the record to the maintainers, and replay the record once it is repaired.',
      ja: '他の記録に影響はありません。この理由と記録番号を保守担当に知らせ、修正後に再処理してください。',
    },
  },
  duplicate_document: {
    title: {
      zh: '{at}：单据 {number}（{kind:name}）已由流程 {flow} 根据记录 {record} 入账',
      en: '{at}: document {number} ({kind:name}) is in the book already, made by flow {flow} from record {record}',
      ja: '{at}：単据 {number}（{kind:name}）はフロー {flow} が記録 {record} から記帳済みです',
    },
    advice: {
      zh: '同一业务只入账一次。若确是两笔业务，请在映射中让单号不同；若两个流程处理同一数据，请停用其中一个；否则请关闭此异常。',
      en: 'One business fact is booked once. If these are two facts, make their numbers differ in the mapping; if two flows take the same data, switch one off; otherwise dismiss this exception.',
      ja: '一つの取引は一度だけ記帳します。別の取引ならマッピングで番号を変え、二つのフローが同じデータを扱うなら片方を停止し、それ以外はこの例外を却下してください。',
    },
  },
  changed_after_posting: {
    title: {
      zh: '{at}：单据 {number}（{kind:name}）入账后又被来源修改',
      en: '{at}: document {number} ({kind:name}) was changed at the source after it was posted',
      ja: '{at}：単据 {number}（{kind:name}）は記帳後に元システムで変更されました',
    },
    advice: {
      zh: '请核对新旧两个版本。放行后，系统红字冲销原凭证并按新版本重新入账；也可关闭异常，保留原凭证。',
      en: 'Compare the two versions. Once released, the old voucher is reversed in red and the new version posted; or dismiss the exception and keep what stands.',
      ja: '新旧の版を照合してください。解除すると元の伝票を赤字で取り消し新しい版を記帳します。却下すれば元の伝票を残します。',
    },
  },
  changed_after_summary: {
    title: {
      zh: '{at}：汇总凭证 {voucher} 中的单据已被修改，而该凭证还包含另外 {others} 张单据',
      en: '{at}: a document in summarised voucher {voucher} has changed, and {others} other documents stand in the same voucher',
      ja: '{at}：合計伝票 {voucher} の単据が変更されましたが、同じ伝票に他の単据が {others} 件あります',
    },
    advice: {
      zh: '不能为一张单据冲销整张汇总凭证。请在来源补一张更正单据，或冲销该汇总凭证后重新处理其全部记录。',
      en: 'The whole summary is not taken back for one document. Enter a correcting document at the source, or reverse the summarised voucher and replay all its records.',
      ja: '一件のために合計伝票全体は取り消せません。元システムで訂正単据を起こすか、合計伝票を取り消して全記録を再処理してください。',
    },
  },
  voucher_already_reversed: {
    title: {
      zh: '{at}：凭证 {voucher} 已被冲销',
      en: '{at}: voucher {voucher} has been reversed already',
      ja: '{at}：伝票 {voucher} はすでに取り消されています',
    },
    advice: {
      zh: '一张凭证只能冲销一次。请查看它的红字凭证；如需恢复，请重新处理其来源记录。',
      en: 'A voucher is reversed once. Look at its red voucher; to post the business again, replay the records behind it.',
      ja: '伝票の取消は一度だけです。赤字伝票を確認し、再び記帳するには元の記録を再処理してください。',
    },
  },
  voucher_is_reversal: {
    title: {
      zh: '{at}：凭证 {voucher} 本身就是红字冲销凭证',
      en: '{at}: voucher {voucher} is itself a reversal',
      ja: '{at}：伝票 {voucher} 自体が取消（赤字）伝票です',
    },
    advice: {
      zh: '冲销凭证不再冲销。如需恢复原业务，请重新处理其来源记录。',
      en: 'A reversal is not reversed. To post the business again, replay the records behind the original voucher.',
      ja: '取消伝票は取り消しません。元の取引を戻すには、元伝票の記録を再処理してください。',
    },
  },
  too_busy: {
    title: {
      zh: '{at}：账套正忙，等待入账的单据太多',
      en: '{at}: the book is busy, too many documents are waiting to be posted',
      ja: '{at}：帳簿が混雑しており、記帳待ちの単据が多すぎます',
    },
    advice: {
      zh: '什么都没有保存。请稍等片刻，用同样的内容再发送一次。',
      en: 'Nothing was saved. Wait a moment and send the same again.',
      ja: '何も保存していません。少し待ってから同じ内容を送り直してください。',
    },
  },
  collect_unsupported: {
    title: {
      zh: '{at}：连接器 {connector} 不能采集“{kind}”',
      en: '{at}: connector {connector} cannot collect "{kind}"',
      ja: '{at}：コネクタ {connector} は「{kind}」を収集できません',
    },
    advice: {
      zh: '请在流程的 source.kind 中填写该连接器支持的种类，或更换连接。',
      en: 'Name a kind in source.kind that the connector collects, or choose another connection.',
      ja: 'フローの source.kind にコネクタが扱う種類を書くか、別の接続を選んでください。',
    },
  },
  files_unsupported: {
    title: {
      zh: '{at}：连接器 {connector} 不读取文件',
      en: '{at}: connector {connector} does not read files',
      ja: '{at}：コネクタ {connector} はファイルを読みません',
    },
    advice: {
      zh: '请把文件导入到使用表格连接器的连接。',
      en: 'Import the file into a connection of the spreadsheet connector.',
      ja: '表計算コネクタの接続にファイルを取り込んでください。',
    },
  },
  withdraw_unsupported: {
    title: {
      zh: '{at}：目标系统不支持撤回已送达的凭证',
      en: '{at}: the target cannot take back what was delivered',
      ja: '{at}：送信先は送信済みの伝票を取り下げられません',
    },
    advice: {
      zh: '请在账套中冲销该凭证；红字凭证会自动送达目标系统。',
      en: 'Reverse the voucher in the book; the red voucher is delivered like any other.',
      ja: '帳簿で伝票を取り消してください。赤字伝票は自動的に送信されます。',
    },
  },
  connector_unknown: {
    title: {
      zh: '{at}：没有名为“{connector}”的连接器',
      en: '{at}: there is no connector "{connector}"',
      ja: '{at}：「{connector}」というコネクタはありません',
    },
    advice: {
      zh: '请改用已安装的连接器，或安装包含它的版本。',
      en: 'Use a connector that is installed, or install the release that has it.',
      ja: '導入済みのコネクタを使うか、それを含む版を導入してください。',
    },
  },
  connection_unknown: {
    title: {
      zh: '{at}：没有名为“{connection}”的连接',
      en: '{at}: there is no connection "{connection}"',
      ja: '{at}：「{connection}」という接続はありません',
    },
    advice: {
      zh: '请先建立该连接，或改正流程中的名称。',
      en: 'Set the connection up first, or correct its name in the flow.',
      ja: '先に接続を作成するか、フロー内の名前を直してください。',
    },
  },
  book_unknown: {
    title: {
      zh: '{at}：没有编码为“{book}”的账套',
      en: '{at}: there is no book "{book}"',
      ja: '{at}：「{book}」という帳簿はありません',
    },
    advice: {
      zh: '请先建立该账套，或改正流程中的编码。',
      en: 'Set the book up first, or correct its code in the flow.',
      ja: '先に帳簿を作成するか、フロー内のコードを直してください。',
    },
  },
  settings_invalid: {
    title: {
      zh: '{at}：该连接的设置已不符合连接器的要求',
      en: '{at}: this setting of the connection is not what its connector needs',
      ja: '{at}：接続のこの設定がコネクタの要件に合いません',
    },
    advice: {
      zh: '请打开连接，改正该设置并保存；待推送的内容随后继续。',
      en: 'Open the connection, correct this setting and save; what is owed goes on from there.',
      ja: '接続を開いて設定を直し保存してください。未送信分はその後続行します。',
    },
  },
  target_timeout: {
    title: {
      zh: '{at}：目标系统没有在限定时间内答复',
      en: '{at}: the target did not answer in time',
      ja: '{at}：送信先が時間内に応答しませんでした',
    },
    advice: {
      zh: '无需处理：稍后会先查询目标系统是否已收到，再决定是否重发。若反复出现，请检查目标系统的负载。',
      en: 'Nothing to do: the target is asked first whether it has it, then sent to again. If this keeps happening, look at the load of the target.',
      ja: '対応は不要です。先に受信済みかを照会してから再送します。繰り返す場合は送信先の負荷を確認してください。',
    },
  },
  delivery_unfinished: {
    title: {
      zh: '{at}：目标系统收到了，但还没有到达要求的状态',
      en: '{at}: the target has it, but not yet in the state that is wanted',
      ja: '{at}：送信先は受信しましたが、求める状態に達していません',
    },
    advice: {
      zh: '无需处理：稍后从它所在的状态继续。若反复出现，请在目标系统查看该凭证是否被人锁定。',
      en: 'Nothing to do: it goes on later from where it is. If this keeps happening, look in the target whether somebody has the voucher locked.',
      ja: '対応は不要です。後で現在の状態から続行します。繰り返す場合は送信先で伝票がロックされていないか確認してください。',
    },
  },
  run_interrupted: {
    title: {
      zh: '{at}：运行中断，执行它的进程已停止',
      en: '{at}: the run was interrupted, the process behind it stopped',
      ja: '{at}：実行していたプロセスが停止し、運行が中断しました',
    },
    advice: {
      zh: '已保存的记录会照常入账；下一次运行从中断处继续。',
      en: 'What was saved is posted as usual; the next run goes on from there.',
      ja: '保存済みの記録は通常どおり記帳され、次の運行はその続きから始まります。',
    },
  },
  database_too_slow: {
    title: {
      zh: '{at}：数据库未能在限定时间内完成',
      en: '{at}: the database did not finish in the time it has',
      ja: '{at}：データベースの処理が制限時間内に終わりませんでした',
    },
    advice: {
      zh: '本次操作未生效，可稍后再试；查询请缩小日期或筛选范围。若反复出现，请管理员查看数据库的负载。',
      en: 'Nothing was changed; try again later, and narrow the dates or filters of a search. If it keeps happening, an administrator should look at the load of the database.',
      ja: '変更は行われていません。しばらくしてからやり直し、検索は日付や条件を絞ってください。繰り返す場合は、管理者がデータベースの負荷を確認してください。',
    },
  },
  database_unreachable: {
    title: {
      zh: '{at}：无法连接数据库',
      en: '{at}: the database cannot be reached',
      ja: '{at}：データベースに接続できません',
    },
    advice: {
      zh: '请检查数据库是否在运行、地址是否正确。恢复后工作自动继续，不会丢失也不会重复。',
      en: 'See whether the database is running and its address is right. Work goes on by itself afterwards; nothing is lost or doubled.',
      ja: 'データベースの稼働とアドレスを確認してください。復旧後は自動的に続行し、欠落も重複もありません。',
    },
  },
};
