import type { Refusal } from '#core/trouble/trouble.ts';
import type { Receipt } from './connector.ts';

/** There is nothing under this key; with a refusal, because they will not take it. */
export function absentReceipt(businessKey: string, refusal?: Refusal): Receipt {
  const receipt = { businessKey, state: 'absent', targetId: null, targetNumber: null } as const;
  return refusal === undefined ? receipt : { ...receipt, refusal };
}
