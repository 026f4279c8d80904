import type { Language, Text } from '#core/trouble/message.ts';
import type { Origin } from '#pipeline/trace/trace.ts';

/** Where a value came from, in one line: `对照表 shop-customer[8812] ← buyer.id`. */
export function originText(origin: Origin, language: Language): string {
  const name = BY[origin.by][language];
  const from = origin.from === null ? '' : ` ← ${origin.from}`;
  switch (origin.by) {
    case 'crosswalk':
      return `${name} ${origin.name}[${origin.rule}]${from}${confidenceText(origin)}`;
    case 'table':
      return `${name} ${origin.name} #${origin.rule}${origin.ruleText ? `: ${origin.ruleText}` : ''}`;
    case 'path':
      return origin.from ?? '';
    case 'book':
    case 'person':
      return name;
    default:
      return `${name} ${origin.from ?? ''}`.trimEnd();
  }
}

function confidenceText({ confidence }: Origin): string {
  return confidence < 1 ? ` (${Math.round(confidence * 100)} %)` : '';
}

const BY: Readonly<Record<Origin['by'], Text>> = {
  path: { zh: '原值', en: 'copied', ja: '転記' },
  enum: { zh: '取值对应', en: 'words of the flow', ja: '値の対応' },
  value: { zh: '固定值', en: 'constant', ja: '固定値' },
  book: { zh: '账套本位币', en: "the book's currency", ja: '帳簿の通貨' },
  crosswalk: { zh: '对照表', en: 'crosswalk', ja: '対照表' },
  table: { zh: '决策表', en: 'table', ja: '決定表' },
  default: { zh: '默认值', en: 'default', ja: '既定値' },
  formula: { zh: '公式', en: 'formula', ja: '式' },
  person: { zh: '人工', en: 'a person', ja: '担当者' },
};
