import type { Message } from '#core/trouble/message.ts';

/** Texts for refusals of `core/flows`: what is wrong with a flow definition, before any record is touched. */
export const FLOW_MESSAGES: Readonly<Record<string, Message>> = {
  flow_key_unknown: {
    title: {
      zh: '{at}：流程中没有“{key}”这个键',
      en: '{at}: a flow has no key "{key}" here',
      ja: '{at}：ここに「{key}」というキーはありません',
    },
    advice: {
      zh: '请检查拼写。此处允许：{allowed}。',
      en: 'Check the spelling. Allowed here: {allowed}.',
      ja: '綴りを確認してください。使用できるキー：{allowed}。',
    },
  },
  flow_key_missing: {
    title: {
      zh: '{at}：缺少必填项“{key}”',
      en: '{at}: "{key}" is required',
      ja: '{at}：必須項目「{key}」がありません',
    },
    advice: {
      zh: '请补上该项；单据必须有 number（业务编号）和 doc_date（业务日期）。',
      en: 'Add it. Every document needs number (its business key) and doc_date (its business date).',
      ja: '追加してください。単据には number（業務番号）と doc_date（業務日付）が必要です。',
    },
  },
  flow_text_expected: {
    title: {
      zh: '{at}：这里应是文本，实际为“{found}”',
      en: '{at}: a text is expected, found "{found}"',
      ja: '{at}：文字列が必要です（実際：{found}）',
    },
    advice: {
      zh: '请给值加上引号，例如 account: "1122"；不加引号的数字会丢失前导零。',
      en: 'Put the value in quotes, e.g. account: "1122"; a bare number has already lost its leading zeros.',
      ja: '値を引用符で囲んでください（例：account: "1122"）。囲まない数字は先頭のゼロが失われます。',
    },
  },
  flow_text_too_long: {
    title: {
      zh: '{at}：文本超过 {lengthMax} 个字符',
      en: '{at}: the text is longer than {lengthMax} characters',
      ja: '{at}：文字列が {lengthMax} 文字を超えています',
    },
    advice: {
      zh: '请缩短；过长的公式请拆成多个字段。',
      en: 'Shorten it; split a long formula into several fields.',
      ja: '短くしてください。長い数式は複数の項目に分けます。',
    },
  },
  flow_name_invalid: {
    title: {
      zh: '{at}：“{found}”不是允许的写法',
      en: '{at}: "{found}" is not written as it must be',
      ja: '{at}：「{found}」は許可された書き方ではありません',
    },
    advice: {
      zh: '必须符合 {pattern}；名称用小写英文字母、数字和下划线或短横线。',
      en: 'It has to match {pattern}; names are lower-case letters, digits and underscores or dashes.',
      ja: '{pattern} に一致させてください。名前は英小文字、数字、アンダースコアまたはハイフンです。',
    },
  },
  flow_choice_expected: {
    title: {
      zh: '{at}：“{found}”不在可选值中',
      en: '{at}: "{found}" is not one of the choices',
      ja: '{at}：「{found}」は選択肢にありません',
    },
    advice: {
      zh: '请改为其中之一：{allowed}。',
      en: 'Use one of: {allowed}.',
      ja: '次のいずれかにしてください：{allowed}。',
    },
  },
  flow_number_expected: {
    title: {
      zh: '{at}：这里应是 0 到 {max} 的整数，实际为“{found}”',
      en: '{at}: a whole number from 0 to {max} is expected, found "{found}"',
      ja: '{at}：0～{max} の整数が必要です（実際：{found}）',
    },
    advice: {
      zh: '请在流程定义的该处更正后重新发布。',
      en: 'Correct this place of the flow definition and publish it again.',
      ja: 'フロー定義の該当箇所を修正して再公開してください。',
    },
  },
  flow_list_expected: {
    title: {
      zh: '{at}：这里应是列表，实际为“{found}”',
      en: '{at}: a list is expected, found "{found}"',
      ja: '{at}：リストが必要です（実際：{found}）',
    },
    advice: {
      zh: '请写成 [a, b] 或每行以“- ”开头。',
      en: 'Write [a, b], or lines that begin with "- ".',
      ja: '[a, b] または「- 」で始まる行で書いてください。',
    },
  },
  flow_object_expected: {
    title: {
      zh: '{at}：这里应是“键: 值”的对象，实际为“{found}”',
      en: '{at}: keys with values are expected, found "{found}"',
      ja: '{at}：「キー: 値」の形が必要です（実際：{found}）',
    },
    advice: {
      zh: '请在流程定义的该处更正后重新发布。',
      en: 'Correct this place of the flow definition and publish it again.',
      ja: 'フロー定義の該当箇所を修正して再公開してください。',
    },
  },
  flow_count_wrong: {
    title: {
      zh: '{at}：共 {found} 项，允许 {min} 到 {max} 项',
      en: '{at}: {found} entries; {min} to {max} are allowed',
      ja: '{at}：{found} 件あります（許可：{min}～{max} 件）',
    },
    advice: {
      zh: '请增减条目；过大的决策表请拆分，或改用对照表。',
      en: 'Add or remove entries; split a table that is too large, or use a crosswalk.',
      ja: '件数を調整してください。大きすぎる表は分割するか対照表を使います。',
    },
  },
  flow_trigger_unknown: {
    title: {
      zh: '{at}：无法识别触发方式',
      en: '{at}: the trigger is not recognised',
      ja: '{at}：トリガーを認識できません',
    },
    advice: {
      zh: '请使用其中一种：{allowed}。',
      en: 'Use one of: {allowed}.',
      ja: '次のいずれかを使ってください：{allowed}。',
    },
  },
  flow_source_not_one: {
    title: {
      zh: '{at}：字段写了 {found} 个来源，必须恰好一个',
      en: '{at}: the field has {found} sources; it needs exactly one',
      ja: '{at}：項目の取得元が {found} 個あります（必ず 1 個）',
    },
    advice: {
      zh: 'path（路径）、formula（公式）、value（固定值）三者只写一个。',
      en: 'Write one of path, formula and value.',
      ja: 'path、formula、value のうち 1 つだけを書いてください。',
    },
  },
  flow_table_unknown: {
    title: {
      zh: '{at}：没有名为“{name}”的决策表',
      en: '{at}: there is no decision table "{name}"',
      ja: '{at}：決定表「{name}」がありません',
    },
    advice: {
      zh: '请在 tables 中定义，或改用现有的表：{allowed}。',
      en: 'Define it under tables, or use one that is there: {allowed}.',
      ja: 'tables に定義するか、既存の表を使ってください：{allowed}。',
    },
  },
  flow_kind_unknown: {
    title: {
      zh: '{at}：没有任何映射产生“{kind}”类单据',
      en: '{at}: no mapping makes documents of kind "{kind}"',
      ja: '{at}：種類「{kind}」の単据を作るマッピングがありません',
    },
    advice: {
      zh: '请检查拼写；现有种类：{allowed}。',
      en: 'Check the spelling; the kinds are: {allowed}.',
      ja: '綴りを確認してください。種類：{allowed}。',
    },
  },
  flow_kind_without_template: {
    title: {
      zh: '{at}：“{kind}”类单据没有凭证模板',
      en: '{at}: documents of kind "{kind}" have no voucher template',
      ja: '{at}：種類「{kind}」の単据に仕訳テンプレートがありません',
    },
    advice: {
      zh: '请在 template 中为它添加一个模板。',
      en: 'Add a template for it.',
      ja: 'template に追加してください。',
    },
  },
  path_invalid: {
    title: {
      zh: '{at}：“{path}”不是有效路径',
      en: '{at}: "{path}" is not a path',
      ja: '{at}：「{path}」は有効なパスではありません',
    },
    advice: {
      zh: '路径写成 customer.id、lines[0].sku、["净额 (元)"]；以 $. 开头表示从整条记录开始。',
      en: 'A path looks like customer.id, lines[0].sku or ["Net (CNY)"]; $. starts from the whole record.',
      ja: 'パスは customer.id、lines[0].sku、["金額 (円)"] のように書きます。$. はレコード全体から始まります。',
    },
  },
  table_row_length: {
    title: {
      zh: '{at}：该行有 {cells} 格，表头有 {columns} 列',
      en: '{at}: the row has {cells} cells, the table {columns} columns',
      ja: '{at}：行に {cells} 個のセルがありますが、列は {columns} 列です',
    },
    advice: {
      zh: '请补齐或删去多余的格；任意值写“-”。',
      en: 'Fill in or remove cells; write "-" for "anything".',
      ja: 'セルを増減してください。任意の値は「-」です。',
    },
  },
  table_cell_invalid: {
    title: {
      zh: '{at}：“{cell}”不是有效的条件',
      en: '{at}: "{cell}" is not a condition',
      ja: '{at}：「{cell}」は有効な条件ではありません',
    },
    advice: {
      zh: '可写：固定值、a|b、[1..5]、>= 10、*文字*、-（任意）；区间两端须同为数字或同为日期。',
      en: 'Write a value, a|b, [1..5], >= 10, *text* or - for anything; both ends of a range are numbers or both are dates.',
      ja: '値、a|b、[1..5]、>= 10、*文字*、-（任意）のいずれかです。範囲の両端は共に数値か共に日付です。',
    },
  },
  table_output_amount: {
    title: {
      zh: '{at}：决策表“{table}”不能填写金额字段“{field}”',
      en: '{at}: the decision table "{table}" cannot fill the amount "{field}"',
      ja: '{at}：決定表「{table}」は金額項目「{field}」を埋められません',
    },
    advice: {
      zh: '决策表只填写编码和文字；金额请用公式计算。',
      en: 'Tables fill in codes and words; compute amounts with a formula.',
      ja: '決定表はコードと文字だけを埋めます。金額は数式で計算してください。',
    },
  },
  template_field_unknown: {
    title: {
      zh: '{at}：没有映射字段“{field}”',
      en: '{at}: no mapping fills the field "{field}"',
      ja: '{at}：項目「{field}」を埋めるマッピングがありません',
    },
    advice: {
      zh: '请检查拼写，或先在映射中添加该字段。可用字段：{allowed}。',
      en: 'Check the spelling, or map the field first. There are: {allowed}.',
      ja: '綴りを確認するか、先に項目をマッピングしてください。使用可能：{allowed}。',
    },
  },
  template_field_type: {
    title: {
      zh: '{at}：字段“{field}”的类型是 {type}，这里需要 {allowed}',
      en: '{at}: the field "{field}" is of type {type}; {allowed} is needed here',
      ja: '{at}：項目「{field}」の型は {type} ですが、ここでは {allowed} が必要です',
    },
    advice: {
      zh: '请换一个字段，或在映射中写明 type。',
      en: 'Use another field, or state its type in the mapping.',
      ja: '別の項目を使うか、マッピングで type を指定してください。',
    },
  },
  flow_cron_invalid: {
    title: {
      zh: '{at}：“{cron}”不是有效的定时表达式（{why}）',
      en: '{at}: "{cron}" is no valid cron expression ({why})',
      ja: '{at}：「{cron}」は正しい cron 式ではありません（{why}）',
    },
    advice: {
      zh: '请写五段：分 时 日 月 星期，例如 0 9 * * 1-5 表示工作日 9:00；时区写在 zone。',
      en: 'Write five parts: minute, hour, day, month, weekday; 0 9 * * 1-5 is nine o’clock on working days. The zone stands in zone.',
      ja: '分・時・日・月・曜日の 5 項目で書いてください。例：0 9 * * 1-5 は平日 9 時。タイムゾーンは zone に書きます。',
    },
  },
};
