import type { Message } from '#core/trouble/message.ts';

/** Texts for refusals of `core/money` and `core/calendar`. */
export const MONEY_MESSAGES: Readonly<Record<string, Message>> = {
  currency_unknown: {
    title: {
      zh: '{at}：币种“{currency}”不是有效的 ISO 4217 代码',
      en: '{at}: "{currency}" is not an ISO 4217 currency code',
      ja: '{at}：「{currency}」は ISO 4217 の通貨コードではありません',
    },
    advice: {
      zh: '请使用三位大写字母代码（如 CNY、USD）；若对方系统写“人民币”或“RMB”，请在映射中用枚举翻译成 CNY。',
      en: 'Use the three capital letters (CNY, USD). If the source writes "RMB" or a name, translate it with an enum in the mapping.',
      ja: '英大文字 3 文字のコード（CNY、USD など）を使ってください。相手が「RMB」や名称を送る場合は、マッピングの列挙で CNY に変換します。',
    },
  },
  amount_not_a_number: {
    title: {
      zh: '{at}：“{text}”不是金额',
      en: '{at}: "{text}" is not an amount',
      ja: '{at}：「{text}」は金額ではありません',
    },
    advice: {
      zh: '金额只能写成 -1234.50 这样的形式，不能有千分位逗号、货币符号、空格、全角数字或科学计数法。请在来源处更正，或在映射中用公式去掉多余字符。',
      en: 'An amount looks like -1234.50: no thousands commas, currency signs, spaces, full-width digits or exponents. Correct it at the source, or strip the extra characters with a formula in the mapping.',
      ja: '金額は -1234.50 の形だけです。桁区切り、通貨記号、空白、全角数字、指数表記は使えません。元データを直すか、マッピングの数式で余分な文字を取り除いてください。',
    },
  },
  amount_too_precise: {
    title: {
      zh: '{at}：金额“{text}”的小数位数超过币种 {currency} 的 {decimals} 位',
      en: '{at}: the amount "{text}" has more decimals than the {decimals} of {currency}',
      ja: '{at}：金額「{text}」の小数桁数が {currency} の {decimals} 桁を超えています',
    },
    advice: {
      zh: '系统不会悄悄四舍五入。请让来源系统给出舍入后的金额，或在映射公式中明确写出舍入。',
      en: 'Nothing is rounded silently. Have the source send a rounded amount, or round explicitly in a mapping formula.',
      ja: '黙って丸めることはしません。丸め済みの金額を送ってもらうか、マッピングの数式で明示的に丸めてください。',
    },
  },
  amount_too_large: {
    title: {
      zh: '{at}：金额“{text}”过大（最多 {digits} 位数字）',
      en: '{at}: the amount "{text}" is too large (at most {digits} digits)',
      ja: '{at}：金額「{text}」が大きすぎます（最大 {digits} 桁）',
    },
    advice: {
      zh: '请核对金额与单位：来源是否把“分”当成“元”，或把单号填进了金额列。',
      en: 'Check the amount and its unit: minor units sent as major units, or an order number in the amount column?',
      ja: '金額と単位を確認してください。最小単位の値が主単位として送られたり、番号が金額欄に入っていませんか。',
    },
  },
  date_not_recognised: {
    title: {
      zh: '{at}：“{text}”不是可识别的日期（期望格式 {format}）',
      en: '{at}: "{text}" is not a date we recognise (expected {format})',
      ja: '{at}：「{text}」は認識できる日付ではありません（想定形式 {format}）',
    },
    advice: {
      zh: '请在映射的 format 中写明来源的日期格式，例如 YYYY-MM-DD、YYYY/M/D、DD.MM.YYYY、excel 或 unix。',
      en: "State the source's date format under `format` in the mapping, e.g. YYYY-MM-DD, YYYY/M/D, DD.MM.YYYY, excel or unix.",
      ja: 'マッピングの format に元データの日付形式（YYYY-MM-DD、YYYY/M/D、DD.MM.YYYY、excel、unix など）を指定してください。',
    },
  },
  date_impossible: {
    title: {
      zh: '{at}：日历上没有“{text}”这一天',
      en: '{at}: there is no such day as "{text}"',
      ja: '{at}：「{text}」という日は存在しません',
    },
    advice: {
      zh: '请在来源单据上更正日期；若月和日看起来对调了，请检查映射中的 format。',
      en: 'Correct the date on the source document; if day and month look swapped, check `format` in the mapping.',
      ja: '元の伝票で日付を直してください。日と月が逆に見える場合は、マッピングの format を確認してください。',
    },
  },
  date_out_of_range: {
    title: {
      zh: '{at}：日期“{text}”的年份不在 {yearMin}–{yearMax} 之间',
      en: '{at}: the year of "{text}" is not between {yearMin} and {yearMax}',
      ja: '{at}：「{text}」の年が {yearMin}～{yearMax} の範囲外です',
    },
    advice: {
      zh: '多半是录入错误或单位错误（秒与毫秒）。请更正日期，或把映射的 format 改为 unix / unix-ms。',
      en: 'Most likely a typing error or a wrong unit (seconds or milliseconds). Correct the date, or set `format` to unix or unix-ms.',
      ja: '入力誤りか単位（秒・ミリ秒）の取り違えと思われます。日付を直すか、format を unix または unix-ms にしてください。',
    },
  },
  date_zone_unknown: {
    title: {
      zh: '{at}：时区“{zone}”不存在',
      en: '{at}: there is no time zone "{zone}"',
      ja: '{at}：タイムゾーン「{zone}」は存在しません',
    },
    advice: {
      zh: '请在映射的 zone 中填写 IANA 时区名，例如 Asia/Shanghai、Asia/Tokyo、Europe/Berlin。',
      en: 'Write an IANA zone name under `zone` in the mapping, e.g. Asia/Shanghai, Asia/Tokyo, Europe/Berlin.',
      ja: 'マッピングの zone に IANA のタイムゾーン名（Asia/Shanghai、Asia/Tokyo、Europe/Berlin など）を指定してください。',
    },
  },
};
