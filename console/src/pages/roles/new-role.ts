import type { Schemas } from '#console/api/paths.ts';

type Role = Schemas['Role'];

/** A code that no role has yet, near to the one it comes from. @example freeCode('auditor', ['auditor', 'auditor-2']) // 'auditor-3' */
export function freeCode(from: string, taken: readonly string[]): string {
  const stem = from.slice(0, 36);
  for (let n = 2; ; n += 1) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** One name in each language; where only one was typed, that one. */
export function namesOf(typed: Partial<Role['names']>): Role['names'] {
  const any = [typed.zh, typed.en, typed.ja].find((name) => name?.trim())?.trim() ?? '';
  const { zh, en, ja } = typed;
  return { zh: zh?.trim() || any, en: en?.trim() || any, ja: ja?.trim() || any };
}
