import type { SettingsOf } from '#connectors/kit/settings-schema.ts';
import type { Refusal } from '#core/trouble/trouble.ts';

/** The settings that add `_amount`, one signed decimal text, to every record. */
export const AMOUNT_FIELDS = {
  amounts: {
    type: 'choice',
    choices: ['none', 'signed', 'direction', 'two-columns'],
    default: 'none',
    title: { zh: '金额写法', en: 'How amounts are written', ja: '金額の書き方' },
    help: {
      zh: '一列带正负号；金额列加借贷/收支方向列；或借方、贷方两列。结果写入 _amount，原列保留。',
      en: 'One signed column; an amount and a direction column; or a debit and a credit column. The result is _amount; the originals stay.',
      ja: '符号付き 1 列、金額＋方向の 2 列、または借方・貸方の 2 列。結果は _amount に入り、元の列は残ります。',
    },
  },
  amountColumn: {
    type: 'text',
    default: '',
    title: { zh: '金额列', en: 'Amount column', ja: '金額列' },
  },
  directionColumn: {
    type: 'text',
    required: true,
    when: { amounts: 'direction' },
    title: { zh: '方向列', en: 'Direction column', ja: '方向列' },
  },
  debitColumn: {
    type: 'text',
    required: true,
    when: { amounts: 'two-columns' },
    title: { zh: '借方（支出）列', en: 'Debit (money out) column', ja: '借方（出金）列' },
  },
  creditColumn: {
    type: 'text',
    required: true,
    when: { amounts: 'two-columns' },
    title: { zh: '贷方（收入）列', en: 'Credit (money in) column', ja: '貸方（入金）列' },
  },
  positive: {
    type: 'choice',
    choices: ['credit', 'debit'],
    default: 'credit',
    title: { zh: '哪一方为正', en: 'Which side is positive', ja: '正とする側' },
    help: {
      zh: '银行对账单：贷为收入，取 credit；账簿导出：取 debit。',
      en: 'Bank statements: credit is money in. Exports of a ledger: debit.',
      ja: '銀行明細では貸方が入金なので credit、帳簿の出力では debit。',
    },
  },
  positiveWords: {
    type: 'list',
    default: [],
    title: { zh: '表示正数的方向词', en: 'Directions that mean plus', ja: '正を表す方向語' },
  },
  negativeWords: {
    type: 'list',
    default: [],
    title: { zh: '表示负数的方向词', en: 'Directions that mean minus', ja: '負を表す方向語' },
  },
  decimal: {
    type: 'choice',
    choices: ['point', 'comma'],
    default: 'point',
    title: { zh: '小数点', en: 'Decimal mark', ja: '小数点' },
  },
} as const;

export type AmountSettings = SettingsOf<typeof AMOUNT_FIELDS>;

/** Two styles need the amount column, which one `when` cannot say. */
export function missingAmountColumn({ amounts, amountColumn }: AmountSettings): Refusal | null {
  const needed = amounts === 'signed' || amounts === 'direction';
  return needed && amountColumn === '' ? { code: 'setting_missing', at: 'amountColumn' } : null;
}
