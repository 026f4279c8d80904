import type { Message } from '#core/trouble/message.ts';

/** Texts for what keeps a document from becoming voucher lines. */
export const JOURNALIZE_MESSAGES: Readonly<Record<string, Message>> = {
  template_missing: {
    title: {
      zh: '{at}：单据 {number}（{kind:name}）没有适用的凭证模板',
      en: '{at}: no voucher template fits document {number} ({kind:name})',
      ja: '{at}：単据 {number}（{kind:name}）に該当する仕訳テンプレートがありません',
    },
    advice: {
      zh: '请增加一个模板，或放宽现有模板的 when 条件。',
      en: 'Add a template, or widen the condition (when) of one that is there.',
      ja: 'テンプレートを追加するか、既存の when 条件を広げてください。',
    },
  },
  template_field_missing: {
    title: {
      zh: '{at}：模板需要的字段“{field}”为空',
      en: '{at}: the template needs the field "{field}", which is empty',
      ja: '{at}：テンプレートに必要な項目「{field}」が空です',
    },
    advice: {
      zh: '请在来源补填、用决策表填写，或在映射中设置缺省值。',
      en: 'Fill it in at the source, by a decision table, or with a default in the mapping.',
      ja: '元システムか決定表で補うか、マッピングに既定値を設定してください。',
    },
  },
  template_amount_missing: {
    title: {
      zh: '{at}：金额字段“{field}”为空',
      en: '{at}: the amount "{field}" is empty',
      ja: '{at}：金額「{field}」が空です',
    },
    advice: {
      zh: '空不等于零。若确实为零，请在映射中写 default: "0"。',
      en: 'Empty is not zero. Where it means zero, set default: "0" in the mapping.',
      ja: '空はゼロではありません。ゼロの意味なら、マッピングに default: "0" を設定してください。',
    },
  },
  template_allocation_impossible: {
    title: {
      zh: '{at}：无法按“{field}”分摊 {amount}，各行权重合计为零',
      en: '{at}: {amount} cannot be split by "{field}"; the weights add up to zero',
      ja: '{at}：{amount} を「{field}」で配分できません（重みの合計がゼロ）',
    },
    advice: {
      zh: '请检查明细行，或换一个分摊依据。',
      en: 'Check the lines of the document, or split by another field.',
      ja: '明細を確認するか、別の項目で配分してください。',
    },
  },
  template_no_lines: {
    title: {
      zh: '{at}：单据 {number} 的各项金额都是零，没有分录',
      en: '{at}: every amount of document {number} is zero, so there are no lines',
      ja: '{at}：単据 {number} の金額はすべてゼロで、仕訳行がありません',
    },
    advice: {
      zh: '若这类单据无需入账，请在映射中用 when 排除。',
      en: 'If such documents are not to be booked, exclude them with when in the mapping.',
      ja: '記帳不要なら、マッピングの when で除外してください。',
    },
  },
  tax_rate_invalid: {
    title: {
      zh: '{at}：“{text}”不是税率（字段 {field}）',
      en: '{at}: "{text}" is not a tax rate (field {field})',
      ja: '{at}：「{text}」は税率ではありません（項目 {field}）',
    },
    advice: {
      zh: '税率写成小数，如 0.13；来源写 13 或 13% 时，请在映射中写 format: percent。',
      en: 'A tax rate is a fraction such as 0.13; where the source says 13 or 13%, set format: percent in the mapping.',
      ja: '税率は 0.13 のような小数です。元データが 13 や 13% の場合は format: percent を設定してください。',
    },
  },
  voucher_too_many_lines: {
    title: {
      zh: '{at}：单据 {number} 产生 {lines} 行分录，最多 {max} 行',
      en: '{at}: document {number} makes {lines} lines; {max} are allowed',
      ja: '{at}：単据 {number} の仕訳が {lines} 行になります（上限 {max} 行）',
    },
    advice: {
      zh: '请让模板合并明细（merge），或让来源拆分单据。',
      en: 'Let the template merge lines, or have the source split the document.',
      ja: 'テンプレートで明細を集約（merge）するか、元システムで単据を分割してください。',
    },
  },
};
