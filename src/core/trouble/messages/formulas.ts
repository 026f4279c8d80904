import type { Message } from '#core/trouble/message.ts';

/** Texts for what goes wrong in formulas, when a flow is compiled or when a record is mapped. */
export const FORMULA_MESSAGES: Readonly<Record<string, Message>> = {
  formula_invalid: {
    title: {
      zh: '{at}：公式在第 {position} 个字符“{near}”处无法理解',
      en: '{at}: the formula cannot be understood at character {position}, "{near}"',
      ja: '{at}：数式の {position} 文字目「{near}」を解釈できません',
    },
    advice: {
      zh: '条件写成 a ? b : c，逻辑用 and、or、not，文本用引号。公式：{formula}',
      en: 'A condition is a ? b : c; logic is and, or, not; texts stand in quotes. The formula: {formula}',
      ja: '条件は a ? b : c、論理は and・or・not、文字列は引用符で囲みます。数式：{formula}',
    },
  },
  formula_function_unknown: {
    title: {
      zh: '{at}：没有函数“{name}”',
      en: '{at}: there is no function "{name}"',
      ja: '{at}：関数「{name}」はありません',
    },
    advice: {
      zh: '可用函数：{allowed}。不提供取当前时间和随机数的函数，因为同一记录重算必须得到同一凭证。',
      en: 'There are: {allowed}. Nothing reads the clock or makes random numbers, since the same record must always give the same voucher.',
      ja: '使用可能：{allowed}。同じレコードからは常に同じ仕訳ができるよう、現在時刻や乱数の関数はありません。',
    },
  },
  formula_too_costly: {
    title: {
      zh: '{at}：公式过于庞大，超过限制（{limit}）',
      en: '{at}: the formula is too costly; the limit is {limit}',
      ja: '{at}：数式の負荷が大きすぎます（上限：{limit}）',
    },
    advice: {
      zh: '请简化：循环最多嵌套两层，区间最多 10000 个数且两端写明数字，公式最多 1000 个字符。',
      en: 'Make it simpler: two loops inside one another at most, ranges of 10,000 numbers with both ends written out, 1,000 characters.',
      ja: '簡単にしてください：ループの入れ子は 2 段まで、範囲は両端を数字で書き 10,000 個まで、数式は 1,000 文字までです。',
    },
  },
  formula_value_missing: {
    title: {
      zh: '{at}：公式用到的值为空',
      en: '{at}: a value that the formula reads is empty',
      ja: '{at}：数式が使う値が空です',
    },
    advice: {
      zh: '请补齐来源数据，或用 ?? 给出缺省值，例如 (shipping ?? 0)。公式：{formula}',
      en: 'Complete the source, or give a default with ??, e.g. (shipping ?? 0). The formula: {formula}',
      ja: '元データを補うか、?? で既定値を指定してください（例：(shipping ?? 0)）。数式：{formula}',
    },
  },
  formula_number_expected: {
    title: {
      zh: '{at}：公式需要数字，得到“{text}”',
      en: '{at}: the formula needs a number and got "{text}"',
      ja: '{at}：数式には数値が必要ですが「{text}」でした',
    },
    advice: {
      zh: '若来源把数字写成文本，请用 number(字段)。公式：{formula}',
      en: 'Where the source writes numbers as text, use number(field). The formula: {formula}',
      ja: '元データの数値が文字列の場合は number(項目) を使ってください。数式：{formula}',
    },
  },
  formula_text_expected: {
    title: {
      zh: '{at}：公式需要文本，得到“{text}”',
      en: '{at}: the formula needs a text and got "{text}"',
      ja: '{at}：数式には文字列が必要ですが「{text}」でした',
    },
    advice: {
      zh: '请用 string(字段) 转换。公式：{formula}',
      en: 'Convert it with string(field). The formula: {formula}',
      ja: 'string(項目) で変換してください。数式：{formula}',
    },
  },
  formula_list_expected: {
    title: {
      zh: '{at}：公式需要列表，得到“{text}”',
      en: '{at}: the formula needs a list and got "{text}"',
      ja: '{at}：数式にはリストが必要ですが「{text}」でした',
    },
    advice: {
      zh: '请修改公式；先在流程页面用一条记录试算。',
      en: 'Change the formula; try it on one record on the flow page first.',
      ja: '数式を修正してください。フロー画面で 1 件のレコードで試算できます。',
    },
  },
  formula_yes_no_expected: {
    title: {
      zh: '{at}：条件的结果必须是 true 或 false，得到“{text}”',
      en: '{at}: a condition has to be true or false and was "{text}"',
      ja: '{at}：条件は true か false でなければなりません（実際：{text}）',
    },
    advice: {
      zh: '请写成比较，例如 status == "paid"。公式：{formula}',
      en: 'Write a comparison, e.g. status == "paid". The formula: {formula}',
      ja: '比較の形で書いてください（例：status == "paid"）。数式：{formula}',
    },
  },
  formula_number_too_large: {
    title: {
      zh: '{at}：公式中的数字过大',
      en: '{at}: a number in the formula is too large',
      ja: '{at}：数式中の数値が大きすぎます',
    },
    advice: {
      zh: '请核对来源数据；计算最多 60 位数字，round 最多 20 位小数。公式：{formula}',
      en: 'Check the source; 60 digits can be computed with, and round takes up to 20 decimals. The formula: {formula}',
      ja: '元データを確認してください。計算は 60 桁まで、round は小数 20 桁までです。数式：{formula}',
    },
  },
  formula_number_imprecise: {
    title: {
      zh: '{at}：数字 {text} 超过 15 位有效数字，已不可信',
      en: '{at}: the number {text} has more than 15 significant digits and cannot be trusted',
      ja: '{at}：数値 {text} は有効桁が 15 桁を超え、信頼できません',
    },
    advice: {
      zh: '请让来源系统以文本（带引号）发送长数字。公式：{formula}',
      en: 'Have the source send long numbers as text, in quotes. The formula: {formula}',
      ja: '長い数値は引用符付きの文字列で送ってもらってください。数式：{formula}',
    },
  },
};
