import type { Message } from '#core/trouble/message.ts';

/** Texts for the connector to any JSON REST system. */
export const REST_MESSAGES: Readonly<Record<string, Message>> = {
  rest_refused: {
    title: {
      zh: '对方系统拒绝了对 {at} 的请求（{status}）：{answer}',
      en: 'The other system refused the request to {at} ({status}): {answer}',
      ja: '相手システムが {at} へのリクエストを拒否しました（{status}）：{answer}',
    },
    advice: {
      zh: '请按对方给出的原因更正数据或连接设置（路径、参数、请求体模板），然后重新推送。',
      en: 'Correct the data or the connection (path, parameters, body template) as their reason says, then deliver again.',
      ja: '相手の示す理由に従い、データまたは接続設定（パス、パラメーター、本文テンプレート）を直して再送してください。',
    },
  },
  rest_not_found: {
    title: {
      zh: '对方系统没有 {at}（{status}）：{answer}',
      en: 'The other system has no {at} ({status}): {answer}',
      ja: '相手システムに {at} がありません（{status}）：{answer}',
    },
    advice: {
      zh: '请核对接口地址和路径模板；若单据已在对方删除，请在对方恢复或忽略本条。',
      en: 'Check the address and the path template; if the thing was deleted there, restore it there or dismiss this one.',
      ja: 'アドレスとパスのテンプレートを確認してください。相手側で削除された場合は、復元するか、この件を無視してください。',
    },
  },
  rest_json_too_deep: {
    title: {
      zh: '{at} 的回答嵌套过深（超过 {max} 层），未解析',
      en: 'The answer of {at} is nested deeper than {max} levels and was not parsed',
      ja: '{at} の応答は入れ子が {max} 段を超えるため、解析しませんでした',
    },
    advice: {
      zh: '正常的业务数据不会如此。请确认地址指向正确的系统，并请对方检查其接口。',
      en: 'Business data does not look like that. Check that the address is the right system and ask its owner about it.',
      ja: '通常の業務データではありえません。アドレスが正しいか、相手のインターフェースに問題がないか確認してください。',
    },
  },
  rest_json_too_wide: {
    title: {
      zh: '{at} 的一次回答超过 {max} 个值，未解析',
      en: 'One answer of {at} holds more than {max} values and was not parsed',
      ja: '{at} の 1 回の応答に {max} を超える値が含まれるため、解析しませんでした',
    },
    advice: {
      zh: '请为该资源设置分页（paging）并减小每页条数（pageSize）。',
      en: 'Set up paging for this resource and ask for smaller pages (pageSize).',
      ja: 'このリソースにページング（paging）を設定し、1 ページの件数（pageSize）を減らしてください。',
    },
  },
  rest_path_value: {
    title: {
      zh: '路径 {template} 中的 {at} 没有可用的值（“{value}”）',
      en: 'The path {template} needs {at}, and "{value}" cannot be used',
      ja: 'パス {template} の {at} に使える値がありません（「{value}」）',
    },
    advice: {
      zh: '空值或只有点号的值会指向别的资源。请检查记录的编号以及连接设置中的路径模板。',
      en: 'An empty value, or one of dots only, would address something else. Check the id of the record and the path template of the connection.',
      ja: '空の値や点だけの値は別のリソースを指してしまいます。レコードの ID と接続のパスのテンプレートを確認してください。',
    },
  },
  rest_foreign_link: {
    title: {
      zh: '{at} 的“下一页”指向了别的系统：{link}',
      en: 'The next page of {at} lies outside of the configured address: {link}',
      ja: '{at} の「次のページ」が設定外のアドレスを指しています：{link}',
    },
    advice: {
      zh: '为避免泄露密钥，未跟随该链接。请把接口地址设为对方实际使用的地址，或改用其他分页方式。',
      en: 'It was not followed, so that no key is handed out. Set the address to the one the system uses itself, or choose another kind of paging.',
      ja: 'キーの漏えいを防ぐため、リンクはたどりませんでした。相手が実際に使うアドレスを設定するか、別のページング方式を選んでください。',
    },
  },
  rest_kind_unknown: {
    title: {
      zh: '连接没有定义资源“{kind}”（{at}）',
      en: 'The connection defines no resource "{kind}" ({at})',
      ja: '接続にリソース「{kind}」が定義されていません（{at}）',
    },
    advice: {
      zh: '请在连接的 resources 中加入“{kind}”，或在流程中改用已有的种类。',
      en: 'Add "{kind}" to the resources of the connection, or use one of its kinds in the flow.',
      ja: '接続の resources に「{kind}」を追加するか、フローで既存の種別を使ってください。',
    },
  },
  rest_items_missing: {
    title: {
      zh: '{at} 的回答在“{path}”处没有列表',
      en: 'The answer of {at} has no list at "{path}"',
      ja: '{at} の応答の「{path}」に一覧がありません',
    },
    advice: {
      zh: '请核对资源的 items 路径；若对方在出错时也返回 200，请设置 okPath 与 okValues。',
      en: 'Check the items path of the resource; if the system answers 200 to errors as well, set okPath and okValues.',
      ja: 'リソースの items のパスを確認してください。エラーでも 200 を返す相手の場合は okPath と okValues を設定します。',
    },
  },
  rest_page_repeats: {
    title: {
      zh: '{at} 一再返回同一页（位置 {position}）',
      en: '{at} gives the same page again and again (position {position})',
      ja: '{at} が同じページを繰り返し返します（位置 {position}）',
    },
    advice: {
      zh: '对方很可能没有识别分页参数。请核对 query 中页码、偏移或游标所用的参数名。',
      en: 'It probably does not know the paging parameter. Check the parameter names used for page, offset or cursor in the query.',
      ja: '相手がページングのパラメーターを認識していない可能性があります。query のパラメーター名を確認してください。',
    },
  },
  rest_position_lost: {
    title: {
      zh: '{at}：对方不再承认分页位置',
      en: '{at}: the other system no longer knows where we were in its pages',
      ja: '{at}：相手がページの位置を認識しなくなりました',
    },
    advice: {
      zh: '系统会自动从上一个已保存的位置重新读取，无需处理；若频繁出现，请减小每页条数。',
      en: 'It is read again from the last stored place by itself. If this happens often, ask for smaller pages.',
      ja: '最後に保存した位置から自動的に読み直します。頻発する場合は 1 ページの件数を減らしてください。',
    },
  },
  rest_not_configured: {
    title: {
      zh: '该连接没有配置“{at}”',
      en: 'The connection does not configure "{at}"',
      ja: '接続に「{at}」が設定されていません',
    },
    advice: {
      zh: '请在连接设置中填写“{at}”，或从流程的目标中去掉该连接。',
      en: 'Fill in "{at}" in the settings of the connection, or remove the connection from the flow.',
      ja: '接続設定で「{at}」を入力するか、フローの送信先からこの接続を外してください。',
    },
  },
};
