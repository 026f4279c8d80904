import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  formula: { zh: '公式', en: 'Formula', ja: '数式' },
  help: {
    zh: '输入字段名或函数名会提示补全；$. 指整条记录，# 指列表中的一项。数值精确，不会有浮点误差。',
    en: 'Names of fields and functions are completed as you type. $ is the whole record, # one element of a list. Numbers are exact.',
    ja: '項目名・関数名は補完されます。$ は記録全体、# はリストの要素です。数値は正確に計算します。',
  },
  helpDocument: {
    zh: '这里用单据的标准字段；lines 是明细行，# 指其中一行。数值精确，不会有浮点误差。',
    en: 'Here stand the standard fields of the document; lines is its lines, # one of them. Numbers are exact.',
    ja: 'ここでは伝票の標準項目を使います。lines は明細、# はその 1 行です。数値は正確に計算します。',
  },
  value: { zh: '当前样例的值', en: 'Value for this sample', ja: 'このサンプルの値' },
  nothing: { zh: '（空）', en: '(nothing)', ja: '（空）' },
  steps: { zh: '逐步计算', en: 'Step by step', ja: '計算の途中' },
  empty: {
    zh: '例如：number(price) * quantity',
    en: 'For example: number(price) * quantity',
    ja: '例：number(price) * quantity',
  },
});
