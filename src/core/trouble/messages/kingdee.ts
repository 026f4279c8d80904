import type { Message } from '#core/trouble/message.ts';

/** What Kingdee K3 Cloud does not take, and what to do about it. `{answer}` is what it said, word for word. */
export const KINGDEE_MESSAGES: Readonly<Record<string, Message>> = {
  kingdee_call_limit: {
    title: {
      zh: '金蝶达到接口调用次数限制：{answer}',
      en: 'Kingdee has reached its limit of calls: {answer}',
      ja: '金蝶の呼出回数上限に達しました：{answer}',
    },
    advice: {
      zh: '稍候会自动继续。若经常出现，请调低连接的“每秒调用上限”，或向金蝶购买更多调用额度。',
      en: 'It goes on by itself after a wait. If it happens often, lower "Calls a second at most" of the connection or ask Kingdee for a larger allowance.',
      ja: '待機後に自動で続行します。頻発する場合は接続の「毎秒呼出上限」を下げるか、呼出枠を追加してください。',
    },
  },
  kingdee_edit_lock: {
    title: {
      zh: '金蝶中有人正在编辑该单据：{answer}',
      en: 'Somebody has the document open in Kingdee: {answer}',
      ja: '金蝶で他のユーザーが編集中です：{answer}',
    },
    advice: {
      zh: '会自动重试。若长时间不消失，请在金蝶“网络控制”中查看并清除占用。',
      en: 'It is tried again by itself. If it stays, look under "Network control" in Kingdee and release the lock.',
      ja: '自動的に再試行します。続く場合は金蝶の「ネットワーク制御」でロックを解除してください。',
    },
  },
  kingdee_exception: {
    title: {
      zh: '金蝶服务器出错：{answer}',
      en: 'The Kingdee server failed: {answer}',
      ja: '金蝶サーバーでエラーが発生しました：{answer}',
    },
    advice: {
      zh: '会自动重试，重试前先按业务键查询，不会重复。若持续出现，请把此内容交给金蝶管理员。',
      en: 'It is tried again by itself, asking by business key first, so nothing is doubled. If it goes on, show this to your Kingdee administrator.',
      ja: '再送前に業務キーで照会するため二重にはならず、自動的に再試行します。続く場合は金蝶の管理者にお知らせください。',
    },
  },
  kingdee_call_refused: {
    title: {
      zh: '金蝶不接受该调用（MsgCode {msgCode}）：{answer}',
      en: 'Kingdee does not accept the call (MsgCode {msgCode}): {answer}',
      ja: '金蝶が呼び出しを受け付けません（MsgCode {msgCode}）：{answer}',
    },
    advice: {
      zh: '请检查连接设置；若设置无误，可能是金蝶版本过旧，请联系管理员并附上此内容。',
      en: 'Check the settings of the connection; if they are right, the Kingdee version may be too old: give this text to your administrator.',
      ja: '接続設定を確認してください。正しい場合は金蝶の版が古い可能性があります。管理者に連絡してください。',
    },
  },
  kingdee_query_refused: {
    title: {
      zh: '金蝶拒绝查询：{answer}',
      en: 'Kingdee refuses the query: {answer}',
      ja: '金蝶が照会を拒否しました：{answer}',
    },
    advice: {
      zh: '通常是字段名或过滤条件与该账套不符。请检查“业务键字段”“科目查询附加条件”等设置，注意字段名区分大小写。',
      en: 'Usually a field or filter does not fit this data centre. Check "Business key field" and "Extra filter for accounts"; field names are case-sensitive.',
      ja: '多くは項目名や条件が合っていません。「業務キー項目」「科目照会の追加条件」を確認してください。項目名は大文字小文字を区別します。',
    },
  },
  kingdee_metadata_missing: {
    title: {
      zh: '金蝶没有返回凭证的字段信息',
      en: 'Kingdee does not tell the fields of its vouchers',
      ja: '金蝶が伝票の項目情報を返しません',
    },
    advice: {
      zh: '请为接口用户授予凭证（GL_VOUCHER）的查看权限，然后重新检测连接。',
      en: 'Give the interface user the right to see vouchers (GL_VOUCHER), then test the connection again.',
      ja: 'インターフェースユーザーに伝票（GL_VOUCHER）の参照権限を付与し、接続を再テストしてください。',
    },
  },
  kingdee_word_unknown: {
    title: {
      zh: '金蝶中没有凭证字“{word}”',
      en: 'Kingdee has no voucher word "{word}"',
      ja: '金蝶に伝票種別「{word}」がありません',
    },
    advice: {
      zh: '请在金蝶“凭证字”中新增“{word}”并审核，或在流程模板中改用已有的凭证字。',
      en: 'Add the word "{word}" under voucher words in Kingdee and audit it, or use another word in the template of the flow.',
      ja: '金蝶の「伝票種別」に「{word}」を追加して承認するか、フローのテンプレートで既存の種別を使ってください。',
    },
  },
  kingdee_currency_unknown: {
    title: {
      zh: '{at}：金蝶中没有币别 {currency}',
      en: '{at}: Kingdee has no currency {currency}',
      ja: '{at}：金蝶に通貨 {currency} がありません',
    },
    advice: {
      zh: '请在金蝶“币别”中新增货币代码为 {currency} 的币别并审核，然后重新推送。',
      en: 'Add a currency with the code {currency} in Kingdee and audit it, then deliver again.',
      ja: '金蝶の「通貨」にコード {currency} を追加・承認し、再送してください。',
    },
  },
  kingdee_amount_too_long: {
    title: {
      zh: '{at}：金额、汇率或数量超过 {digits} 位，无法精确送达',
      en: '{at}: an amount, rate or quantity has more than {digits} digits and would not arrive exactly',
      ja: '{at}：金額・レート・数量が {digits} 桁を超え、正確に送れません',
    },
    advice: {
      zh: '请把该凭证拆分为金额较小的几张，或减少汇率、数量的小数位。',
      en: 'Split the voucher into smaller ones, or give rate and quantity fewer decimals.',
      ja: '伝票を分割するか、レートや数量の小数桁を減らしてください。',
    },
  },
  kingdee_dimension_unknown: {
    title: {
      zh: '{at}：金蝶中没有与“{dimension}”对应的核算维度',
      en: '{at}: Kingdee has no dimension for "{dimension}"',
      ja: '{at}：金蝶に「{dimension}」に対応するディメンションがありません',
    },
    advice: {
      zh: '请在连接设置“辅助核算 → 金蝶核算维度名称”中为“{dimension}”填写金蝶里的中文名称。',
      en: 'Name the Kingdee dimension for "{dimension}" in the setting "Dimension → their dimension name" of the connection.',
      ja: '接続設定「補助科目 → 金蝶のディメンション名」で「{dimension}」の中国語名を指定してください。',
    },
  },
  kingdee_dimension_not_taken: {
    title: {
      zh: '{at}：金蝶科目 {account} 没有设置核算维度“{dimension}”',
      en: '{at}: account {account} of Kingdee does not take the dimension "{dimension}"',
      ja: '{at}：金蝶の科目 {account} は「{dimension}」を持ちません',
    },
    advice: {
      zh: '金蝶会悄悄丢弃这样的维度，所以没有发送。请在金蝶科目 {account} 上增加该核算维度，或在模板中去掉它，或把连接设置“金蝶科目没有该核算维度时”改为 drop。',
      en: 'Kingdee would drop it in silence, so nothing was sent. Add the dimension to account {account} in Kingdee, remove it from the template, or set "When their account does not take a line\'s dimension" to drop.',
      ja: '金蝶は黙って破棄するため送信していません。金蝶の科目 {account} に追加するか、テンプレートから外すか、接続設定を drop にしてください。',
    },
  },
  kingdee_dimension_unlisted: {
    title: {
      zh: '不知道金蝶把“{dimension}”的资料存放在哪里',
      en: 'It is not known where Kingdee keeps the values of "{dimension}"',
      ja: '「{dimension}」の値が金蝶のどこにあるか不明です',
    },
    advice: {
      zh: '可查询的有 customer、supplier、department、employee、project、material、expense_item；其他维度请用文件导入资料。',
      en: 'It can list customer, supplier, department, employee, project, material and expense_item; import the values of other dimensions from a file.',
      ja: '照会できるのは customer、supplier、department、employee、project、material、expense_item です。他はファイルで取り込んでください。',
    },
  },
  kingdee_book_unknown: {
    title: {
      zh: '金蝶中没有编码为“{book}”的账簿',
      en: 'Kingdee has no account book "{book}"',
      ja: '金蝶に帳簿「{book}」がありません',
    },
    advice: {
      zh: '请在连接设置中核对账簿编码（金蝶基础资料中的“账簿”），并确认登录用户有该账簿的权限。',
      en: 'Check the account book of the connection against the account books in the master data of Kingdee, and that its user may see that book.',
      ja: '接続設定の帳簿コードを金蝶の帳簿一覧と照合し、ログインユーザーにその帳簿の権限があるか確認してください。',
    },
  },
  kingdee_value_unknown: {
    title: {
      zh: '{at}：金蝶中不存在编码“{value}”',
      en: '{at}: Kingdee does not know the code "{value}"',
      ja: '{at}：金蝶にコード「{value}」がありません',
    },
    advice: {
      zh: '金蝶原文：{answer}。请在金蝶中新增并审核该资料，或在对照表中把来源编码映射到已有编码，然后重新推送。',
      en: 'Kingdee says: {answer}. Add and audit it in Kingdee, or map it to an existing code in the crosswalk, then deliver again.',
      ja: '金蝶の回答：{answer}。金蝶に追加・承認するか、対照表で既存コードに割り当て、再送してください。',
    },
  },
  kingdee_period_closed: {
    title: {
      zh: '金蝶的会计期间不接受该凭证：{answer}',
      en: 'The period of Kingdee does not take the voucher: {answer}',
      ja: '金蝶の会計期間が伝票を受け付けません：{answer}',
    },
    advice: {
      zh: '请在金蝶反结账后重新推送，或在本系统中把凭证改记到开放期间。',
      en: 'Reopen the period in Kingdee and deliver again, or post the voucher into an open period here.',
      ja: '金蝶で締めを解除して再送するか、当システムで開いている期間に計上してください。',
    },
  },
  kingdee_unbalanced: {
    title: {
      zh: '金蝶认为凭证借贷不平：{answer}',
      en: 'Kingdee finds the voucher unbalanced: {answer}',
      ja: '金蝶が貸借不一致と判定しました：{answer}',
    },
    advice: {
      zh: '本系统的凭证是平衡的，因此多半是金蝶的本位币精度或汇率控制不同。请核对账簿本位币设置与汇率。',
      en: 'The voucher balances here, so the precision of the base currency or the rate control of Kingdee differs: compare base currency and rates.',
      ja: '当システムでは一致しています。金蝶の基軸通貨の精度や為替制御の違いを確認してください。',
    },
  },
  kingdee_abstract_missing: {
    title: {
      zh: '{at}：金蝶要求填写摘要：{answer}',
      en: '{at}: Kingdee wants an abstract: {answer}',
      ja: '{at}：金蝶が摘要を求めています：{answer}',
    },
    advice: {
      zh: '请在流程模板的“summary”中填写摘要，重新过账后再推送。',
      en: 'Fill in "summary" in the template of the flow, post again and deliver.',
      ja: 'フローのテンプレートの「summary」を設定し、再計上して送信してください。',
    },
  },
  kingdee_dimension_missing: {
    title: {
      zh: '{at}：金蝶科目缺少必录的核算维度：{answer}',
      en: '{at}: the account of Kingdee wants a dimension that is missing: {answer}',
      ja: '{at}：金蝶の科目に必須のディメンションがありません：{answer}',
    },
    advice: {
      zh: '请在模板中为该行补上维度，并在本系统科目上把它设为必录，使问题在过账前就被发现。',
      en: 'Fill the dimension on this line of the template, and make it mandatory on the account here, so that it is found before posting.',
      ja: 'テンプレートの該当行に追加し、当システムの科目でも必須にして計上前に検出されるようにしてください。',
    },
  },
  kingdee_account_not_leaf: {
    title: {
      zh: '{at}：金蝶中该科目不是明细科目：{answer}',
      en: '{at}: the account is not a leaf in Kingdee: {answer}',
      ja: '{at}：金蝶では明細科目ではありません：{answer}',
    },
    advice: {
      zh: '请在连接设置“本系统科目 → 金蝶科目”中对应到明细科目。',
      en: 'Map it to a leaf account in the setting "Our account → their account" of the connection.',
      ja: '接続設定「当方の科目 → 金蝶の科目」で明細科目に対応付けてください。',
    },
  },
  kingdee_posted: {
    title: {
      zh: '金蝶凭证已过账，不能撤回：{answer}',
      en: 'The voucher is posted in Kingdee and cannot be taken back: {answer}',
      ja: '金蝶で記帳済みのため取り消せません：{answer}',
    },
    advice: {
      zh: '请用红字凭证冲销；或先在金蝶反过账，再撤回。',
      en: 'Correct it with a red-letter voucher, or undo the posting in Kingdee first.',
      ja: '赤字伝票で取り消すか、先に金蝶で記帳を取り消してください。',
    },
  },
  kingdee_refused: {
    title: {
      zh: '{at}：金蝶拒绝该凭证：{answer}',
      en: '{at}: Kingdee refuses the voucher: {answer}',
      ja: '{at}：金蝶が伝票を拒否しました：{answer}',
    },
    advice: {
      zh: '请按金蝶的提示更正资料或设置，然后重新推送。',
      en: 'Correct what Kingdee names, then deliver again.',
      ja: '金蝶の指摘に従って修正し、再送してください。',
    },
  },
  kingdee_key_twice: {
    title: {
      zh: '金蝶中有两张凭证带有同一业务键“{at}”：{numbers}',
      en: 'Two vouchers in Kingdee carry the same business key "{at}": {numbers}',
      ja: '金蝶に同じ業務キー「{at}」の伝票が 2 枚あります：{numbers}',
    },
    advice: {
      zh: '可能有人复制了凭证。请在金蝶中删除多余的一张，或清空复制件的业务键字段，然后重新核对。',
      en: 'Somebody may have copied a voucher. Delete the extra one in Kingdee, or clear the business key on the copy, then reconcile again.',
      ja: '複製された可能性があります。金蝶で余分な 1 枚を削除するか、複製の業務キーを消して再照合してください。',
    },
  },
  kingdee_voucher_void: {
    title: {
      zh: '金蝶中该凭证已作废：{numbers}',
      en: 'The voucher was made void in Kingdee: {numbers}',
      ja: '金蝶で伝票が無効にされています：{numbers}',
    },
    advice: {
      zh: '请在金蝶取消作废；若确实不要，请在本系统冲销对应凭证。',
      en: 'Undo this in Kingdee; if it is really not wanted, reverse the voucher here.',
      ja: '金蝶で無効を解除するか、不要なら当システムで取り消してください。',
    },
  },
  kingdee_repeat: {
    title: {
      zh: '金蝶说刚收到过相同的请求：{answer}',
      en: 'Kingdee says it has just received the same request: {answer}',
      ja: '金蝶が同じ要求を受信済みと回答しました：{answer}',
    },
    advice: {
      zh: '会先等待并按业务键查询，再决定是否重发，不会重复。',
      en: 'It waits, asks by business key and only then decides whether to send again; nothing is doubled.',
      ja: '待機後に業務キーで照会してから再送を判断するため、二重にはなりません。',
    },
  },
};
