import { isObject } from '#core/formulas/value.ts';
import { RECORD_DEPTH_MAX } from '#core/limits.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { excerptOf } from './text.ts';

/** Why a parsed record cannot be mapped at all, or null when it can. */
export function checkRecord(raw: unknown): Refusal | null {
  if (!isObject(raw)) return { code: 'json_not_an_object', params: { text: excerptOf(raw) } };
  if (isTooDeep(raw, RECORD_DEPTH_MAX)) {
    return { code: 'json_too_deep', params: { depthMax: String(RECORD_DEPTH_MAX) } };
  }
  return null;
}

/** Recursion is safe here because it ends at the very depth it looks for. */
function isTooDeep(value: object, depthLeft: number): boolean {
  if (depthLeft === 0) return true;
  if (Array.isArray(value)) return value.some((element: unknown) => isDeepMember(element, depthLeft));
  return Object.values(value).some((element: unknown) => isDeepMember(element, depthLeft));
}

function isDeepMember(element: unknown, depthLeft: number): boolean {
  return typeof element === 'object' && element !== null && isTooDeep(element, depthLeft - 1);
}
