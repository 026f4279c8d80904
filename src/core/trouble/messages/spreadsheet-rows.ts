import type { Message } from '#core/trouble/message.ts';

/** Why one row of a CSV or Excel file is held while the others go on. */
export const SPREADSHEET_ROW_MESSAGES: Readonly<Record<string, Message>> = {
  text_undecodable: {
    title: {
      zh: '{at}：单元格中有无法读出的字符',
      en: '{at}: the cell holds characters that cannot be read',
      ja: '{at}：セルに読めない文字があります',
    },
    advice: {
      zh: '该行保留原样但不处理，其余行照常。请在来源处更正此单元格后重新导出。',
      en: 'The row is kept but not processed; the others go on. Correct the cell at the source and export it again.',
      ja: 'この行は保存しますが処理しません。他の行は続行します。元データのセルを直して出力し直してください。',
    },
  },
  cell_too_long: {
    title: {
      zh: '{at}：单元格超过 {limit} 个字符',
      en: '{at}: the cell has more than {limit} characters',
      ja: '{at}：セルが {limit} 文字を超えています',
    },
    advice: {
      zh: '这是 Excel 的上限，多半是引号不配对把几行并成了一格。请检查该行的引号。',
      en: 'That is the limit of Excel; most likely a quote without its partner made one cell of many rows. Check the quotes of the row.',
      ja: 'Excel の上限です。引用符の対応が崩れて複数行が 1 セルになった可能性があります。その行の引用符を確認してください。',
    },
  },
  row_too_wide: {
    title: {
      zh: '{at}：该行有 {cells} 格，而表头只有 {columns} 列',
      en: '{at}: the row has {cells} cells but the header {columns} columns',
      ja: '{at}：この行は {cells} セルありますが、見出しは {columns} 列です',
    },
    advice: {
      zh: '多半是金额 1,234.50 或文字里的逗号没有加引号，后面的列因此错位。请在来源处给该格加双引号后重新导出。',
      en: 'Most likely a comma in an amount like 1,234.50 or in a text is not quoted, and the columns after it have slipped. Quote the cell at the source and export it again.',
      ja: '1,234.50 のような金額や文字列のカンマが引用符で囲まれず、以降の列がずれた可能性があります。元データで囲んで出力し直してください。',
    },
  },
  row_cut_off: {
    title: {
      zh: '{at}：文件的最后一行只有 {cells} 格（应为 {columns} 列），可能被截断',
      en: '{at}: the last row of the file has {cells} of {columns} cells; it may be cut off',
      ja: '{at}：最終行が {columns} 列中 {cells} セルしかなく、途切れている可能性があります',
    },
    advice: {
      zh: '请确认文件完整后重新上传。',
      en: 'Make sure that the file is complete and upload it again.',
      ja: 'ファイルが完全であることを確認し、アップロードし直してください。',
    },
  },
  csv_quote_misplaced: {
    title: {
      zh: '{at}：结束引号之后还有文字“{text}”',
      en: '{at}: text follows the closing quote: {text}',
      ja: '{at}：閉じ引用符の後に文字があります：{text}',
    },
    advice: {
      zh: '单元格内的双引号要写两次。请在来源处更正该格后重新导出。',
      en: 'Inside a cell a quote is written twice. Correct the cell at the source and export it again.',
      ja: 'セル内の引用符は 2 つ重ねて書きます。元データのセルを直して出力し直してください。',
    },
  },
  formula_without_value: {
    title: {
      zh: '{at}：单元格只有公式，没有计算结果',
      en: '{at}: the cell has a formula but no result',
      ja: '{at}：セルに数式だけがあり、計算結果がありません',
    },
    advice: {
      zh: '这里不计算公式。请在 Excel/WPS 中打开并保存一次（会写入结果），再上传。',
      en: 'Formulas are not computed here. Open the file in Excel or WPS and save it once, which writes the results; then upload it.',
      ja: '数式はここでは計算しません。Excel や WPS で一度開いて保存し（結果が書き込まれます）、アップロードしてください。',
    },
  },
  id_missing: {
    title: {
      zh: '{at}：标识列为空',
      en: '{at}: the column that identifies the row is empty',
      ja: '{at}：行を識別する列が空です',
    },
    advice: {
      zh: '请在来源处补上该列，或在连接设置中改用别的标识列。',
      en: 'Fill the column at the source, or choose other columns that identify a row in the settings of the connection.',
      ja: '元データでこの列を埋めるか、接続設定で別の識別列を選んでください。',
    },
  },
  amount_missing: {
    title: {
      zh: '{at}：没有金额',
      en: '{at}: there is no amount',
      ja: '{at}：金額がありません',
    },
    advice: {
      zh: '请在来源处补上金额；若该行不是数据（如小计），请在连接设置的页脚中写出它的开头。',
      en: 'Fill in the amount at the source; if the row is no data (a subtotal), name its beginning as a footer in the settings of the connection.',
      ja: '元データに金額を入れてください。小計などデータでない行の場合は、接続設定のフッターに先頭の文字を指定してください。',
    },
  },
  amount_unreadable: {
    title: {
      zh: '{at}：“{text}”不是能确定含义的金额',
      en: '{at}: "{text}" is not an amount with a certain meaning',
      ja: '{at}：「{text}」は意味の確かな金額ではありません',
    },
    advice: {
      zh: '可读的写法：-1234.50、1,234.50、（1,234.50）、￥1,234.50元、1234.50-。逗号作小数点时请在连接设置中选择；外币符号请去掉并另设币种列。',
      en: 'These can be read: -1234.50, 1,234.50, (1,234.50), ¥1,234.50, 1234.50-. Choose the comma as decimal mark in the settings where it is one; put other currencies into a column of their own.',
      ja: '読める形：-1234.50、1,234.50、(1,234.50)、¥1,234.50、1234.50-。小数点がカンマなら接続設定で選び、外貨記号は通貨の列に分けてください。',
    },
  },
  amount_on_both_sides: {
    title: {
      zh: '{at}：借贷两列都有金额（{text} 与 {other}）',
      en: '{at}: both the debit and the credit column hold an amount ({text} and {other})',
      ja: '{at}：借方と貸方の両方に金額があります（{text} と {other}）',
    },
    advice: {
      zh: '一行只能有一方。请核对该行，或检查连接设置中的借方列、贷方列是否选对。',
      en: 'A row has one side only. Check the row, or the debit and credit columns in the settings of the connection.',
      ja: '1 行には一方だけです。行を確認するか、接続設定の借方列・貸方列を確認してください。',
    },
  },
  amount_direction_unknown: {
    title: {
      zh: '{at}：不认识的方向“{text}”',
      en: '{at}: unknown direction "{text}"',
      ja: '{at}：方向「{text}」が分かりません',
    },
    advice: {
      zh: '已认识：借/贷、收/支、收入/支出、D/C、+/-。请在连接设置的方向词中补上，或由人工处理该行（如“不计收支”）。',
      en: 'Known are 借/贷, 收/支, in/out, D/C, +/-. Add the word to the directions in the settings, or let a person decide the row (e.g. 不计收支).',
      ja: '借/贷、收/支、in/out、D/C、+/- を認識します。接続設定の方向語に追加するか、この行を人が判断してください。',
    },
  },
  amount_direction_doubled: {
    title: {
      zh: '{at}：金额 {text} 为负，方向又是“{word}”，无法确定是冲正还是重复表示',
      en: '{at}: the amount {text} is negative and the direction is "{word}"; a reversal, or the same said twice?',
      ja: '{at}：金額 {text} が負で方向も「{word}」です。取消か重複表現か判断できません',
    },
    advice: {
      zh: '若来源的金额本身带符号，请把金额写法改为“signed”；否则请人工核对该行。',
      en: 'If the amounts of this source are signed by themselves, set the way amounts are written to "signed"; otherwise a person must look at the row.',
      ja: '金額自体に符号が付く出力なら、金額の書き方を「signed」にしてください。そうでなければこの行を人が確認してください。',
    },
  },
};
