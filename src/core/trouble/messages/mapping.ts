import type { Message } from '#core/trouble/message.ts';

/** Texts for level-1 findings: what of a record cannot become a field of a document. */
export const MAPPING_MESSAGES: Readonly<Record<string, Message>> = {
  field_missing: {
    title: {
      zh: '{at}：必填字段为空（来源：{source}）',
      en: '{at}: the field is required and empty (source: {source})',
      ja: '{at}：必須項目が空です（取得元：{source}）',
    },
    advice: {
      zh: '请在来源系统补填，或在映射中更正路径、设置缺省值，然后重新处理。',
      en: 'Fill it in at the source, or correct the path or set a default in the mapping, then process again.',
      ja: '元システムで入力するか、マッピングのパスや既定値を直して再処理してください。',
    },
  },
  field_not_text: {
    title: {
      zh: '{at}：这里应是单个值，实际为“{text}”',
      en: '{at}: a single value is expected, found "{text}"',
      ja: '{at}：単一の値が必要です（実際：{text}）',
    },
    advice: {
      zh: '请把路径 {source} 指到其中的一个值，例如 customer.id。',
      en: 'Let the path {source} lead to one value, e.g. customer.id.',
      ja: 'パス {source} を単一の値（例：customer.id）に向けてください。',
    },
  },
  number_imprecise: {
    title: {
      zh: '{at}：数字 {text} 超过 15 位有效数字，已不可信',
      en: '{at}: the number {text} has more than 15 significant digits and cannot be trusted',
      ja: '{at}：数値 {text} は有効桁が 15 桁を超え、信頼できません',
    },
    advice: {
      zh: 'JSON 数字经过浮点运算会失真。请让来源系统以文本（带引号）发送。',
      en: 'JSON numbers lose digits in floating point. Have the source send it as text, in quotes.',
      ja: 'JSON の数値は浮動小数点で桁が失われます。引用符付きの文字列で送ってもらってください。',
    },
  },
  number_expected: {
    title: {
      zh: '{at}：“{text}”不是数字',
      en: '{at}: "{text}" is not a number',
      ja: '{at}：「{text}」は数値ではありません',
    },
    advice: {
      zh: '请写成 -12.5 的形式；1,234.5 须在映射中写 format: thousands，13% 须写 format: percent。',
      en: 'Write -12.5; for 1,234.5 the mapping needs format: thousands, for 13% format: percent.',
      ja: '-12.5 の形で書いてください。1,234.5 には format: thousands、13% には format: percent が必要です。',
    },
  },
  integer_expected: {
    title: {
      zh: '{at}：“{text}”不是整数',
      en: '{at}: "{text}" is not a whole number',
      ja: '{at}：「{text}」は整数ではありません',
    },
    advice: {
      zh: '请在来源系统更正该记录，或调整映射（{source}）后重新处理。',
      en: 'Correct the record at its source, or change the mapping ({source}) and process it again.',
      ja: '元システムでレコードを直すか、マッピング（{source}）を変更して再処理してください。',
    },
  },
  bool_expected: {
    title: {
      zh: '{at}：“{text}”不是“是/否”',
      en: '{at}: "{text}" is neither yes nor no',
      ja: '{at}：「{text}」は「はい／いいえ」ではありません',
    },
    advice: {
      zh: '可识别 true/false、1/0、yes/no、是/否；其他写法请在映射中用 enum 翻译。',
      en: 'true/false, 1/0, yes/no, 是/否 are understood; translate others with an enum in the mapping.',
      ja: 'true/false、1/0、yes/no、はい/いいえ を認識します。他はマッピングの enum で変換してください。',
    },
  },
  enum_unknown: {
    title: {
      zh: '{at}：“{text}”没有对应的取值',
      en: '{at}: "{text}" has no translation',
      ja: '{at}：「{text}」に対応する値がありません',
    },
    advice: {
      zh: '请在映射的 enum 中补上它，或用 * 兜底。现有：{allowed}。',
      en: 'Add it to the enum of the mapping, or catch the rest with *. There are: {allowed}.',
      ja: 'マッピングの enum に追加するか、* で受けてください。現在：{allowed}。',
    },
  },
  crosswalk_missing: {
    title: {
      zh: '{at}：对照表“{crosswalk}”中没有“{text}”',
      en: '{at}: the crosswalk "{crosswalk}" has no entry for "{text}"',
      ja: '{at}：対照表「{crosswalk}」に「{text}」がありません',
    },
    advice: {
      zh: '请在对照表中为它指定编码，之后该记录会自动重新处理。',
      en: 'Choose our code for it in the crosswalk; the record is then processed again.',
      ja: '対照表でコードを指定してください。その後、レコードは再処理されます。',
    },
  },
  text_too_long: {
    title: {
      zh: '{at}：文本有 {length} 个字符，最多 {lengthMax} 个',
      en: '{at}: the text has {length} characters; {lengthMax} are allowed',
      ja: '{at}：文字列が {length} 文字あります（上限 {lengthMax} 文字）',
    },
    advice: {
      zh: '请在来源系统更正该记录，或调整映射（{source}）后重新处理。',
      en: 'Correct the record at its source, or change the mapping ({source}) and process it again.',
      ja: '元システムでレコードを直すか、マッピング（{source}）を変更して再処理してください。',
    },
  },
  text_control_character: {
    title: {
      zh: '{at}：“{text}”中含有不可见的控制字符',
      en: '{at}: "{text}" contains invisible control characters',
      ja: '{at}：「{text}」に不可視の制御文字が含まれています',
    },
    advice: {
      zh: '这类字符多来自复制粘贴或损坏的文件，请在来源系统删除后重新处理。',
      en: 'They come from copying or from damaged files; remove them at the source and process again.',
      ja: 'コピーや破損ファイルが原因です。元システムで削除して再処理してください。',
    },
  },
  text_not_unicode: {
    title: {
      zh: '{at}：“{text}”中含有残缺的字符',
      en: '{at}: "{text}" contains half a character',
      ja: '{at}：「{text}」に不完全な文字が含まれています',
    },
    advice: {
      zh: '文本可能被截断或编码有误，请在来源系统更正。',
      en: 'The text was cut or wrongly encoded; correct it at the source.',
      ja: '文字列が途中で切れたか、文字コードが誤っています。元システムで修正してください。',
    },
  },
  json_not_an_object: {
    title: {
      zh: '记录应是一个 JSON 对象，实际为“{text}”',
      en: 'The record should be a JSON object, found "{text}"',
      ja: 'レコードは JSON オブジェクトでなければなりません（実際：{text}）',
    },
    advice: {
      zh: '请检查连接的设置，使每条记录单独成为一个对象。',
      en: 'Check the settings of the connection so that each record is an object of its own.',
      ja: '接続の設定を確認し、各レコードが 1 つのオブジェクトになるようにしてください。',
    },
  },
  json_too_deep: {
    title: {
      zh: '记录的嵌套超过 {depthMax} 层',
      en: 'The record is nested deeper than {depthMax} levels',
      ja: 'レコードの入れ子が {depthMax} 段を超えています',
    },
    advice: {
      zh: '正常业务数据不会如此。请检查来源系统是否出错或受到攻击。',
      en: 'Business data is never like that. See whether the source is broken or under attack.',
      ja: '通常の業務データではあり得ません。元システムの異常や攻撃を確認してください。',
    },
  },
  list_expected: {
    title: { zh: '{at}：这里应是列表', en: '{at}: a list is expected', ja: '{at}：リストが必要です' },
    advice: {
      zh: '请检查映射中 each 或 lines.from 的路径。',
      en: 'Check the path of each or lines.from in the mapping.',
      ja: 'マッピングの each または lines.from のパスを確認してください。',
    },
  },
  list_too_long: {
    title: {
      zh: '{at}：列表有 {length} 项，最多 {max} 项',
      en: '{at}: the list has {length} entries; {max} are allowed',
      ja: '{at}：リストが {length} 件あります（上限 {max} 件）',
    },
    advice: {
      zh: '请让来源系统拆分后发送。',
      en: 'Have the source send it in parts.',
      ja: '元システムで分割して送ってください。',
    },
  },
  no_rule_matches: {
    title: {
      zh: '{at}：决策表“{table}”没有适用的规则（{values}）',
      en: '{at}: no rule of the decision table "{table}" fits ({values})',
      ja: '{at}：決定表「{table}」に該当する規則がありません（{values}）',
    },
    advice: {
      zh: '请在决策表中增加一条规则，或由人工填写该字段后放行。',
      en: 'Add a rule to the table, or fill the field by hand and release the record.',
      ja: '表に規則を追加するか、項目を手入力して保留を解除してください。',
    },
  },
};
