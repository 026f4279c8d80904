import type { Refusal } from '#core/trouble/trouble.ts';
import type { WriteTrouble } from './answers.ts';

/** What their messages say, recognised by their words: there are no codes for it. The first that fits wins. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/编码值\["?([^"\]]*)"?\]不存在/, 'kingdee_value_unknown'],
  [/结账|启用期间|会计期间/, 'kingdee_period_closed'],
  [/不平衡|借贷不平/, 'kingdee_unbalanced'],
  [/摘要/, 'kingdee_abstract_missing'],
  [/核算维度.*必录|必录.*核算维度/, 'kingdee_dimension_missing'],
  [/不是明细科目/, 'kingdee_account_not_leaf'],
  [/已过账/, 'kingdee_posted'],
];

/** A repeat of the very same body, refused by `ValidateRepeatJson`. */
export function isRepeat({ message }: WriteTrouble): boolean {
  return /重复/.test(message) && /JSON|提交/i.test(message);
}

/** Somebody has this one document open; the others of the batch went through. */
export function isEditLock({ message }: WriteTrouble): boolean {
  return message.includes('网络控制');
}

/** Their refusal of one voucher as ours; what they said is kept word for word. */
export function refusalOf({ field, message }: WriteTrouble): Refusal {
  for (const [pattern, code] of KNOWN) {
    const match = pattern.exec(message);
    if (match)
      return { code, at: placeOf(field, message), params: { answer: message, value: match[1] ?? '' } };
  }
  return { code: 'kingdee_refused', at: placeOf(field, message), params: { answer: message } };
}

/** Their rows count from one, our lines from zero. */
function placeOf(field: string, message: string): string {
  const row = /第(\d+)行/.exec(message)?.[1];
  if (row !== undefined) return `lines[${Number(row) - 1}]${field === '' ? '' : `.${field}`}`;
  return field === '' ? 'voucher' : field;
}
