import type { Schemas } from '#console/api/paths.ts';
import type { Say } from '#console/words/say.ts';
import type { words } from './words.ts';

type Trigger = Schemas['Trigger'];

/** How a flow begins. */
export const TRIGGER_KINDS = ['poll', 'cron', 'webhook', 'folder', 'manual', 'api'] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];

/** Which kind of trigger it is; null where a flow has none. */
export function kindOf(trigger: Trigger | null | undefined): TriggerKind | null {
  return TRIGGER_KINDS.find((kind) => trigger?.[kind] !== undefined) ?? null;
}

/** How a flow begins, in a few words. Cron as it is written: `useCronText` says it as a sentence. */
export function triggerInWords(trigger: Trigger | null | undefined, say: Say<typeof words>): string {
  const kind = kindOf(trigger);
  if (kind === 'poll') return everyInWords(trigger?.poll?.every ?? '', say);
  if (kind === 'cron') return say('cronAt', { cron: trigger?.cron ?? '' });
  return kind === null ? say('none') : say(kind);
}

/** @example everyInWords('5m', say) → '每 5 分钟采集一次' */
function everyInWords(every: string, say: Say<typeof words>): string {
  const parts = partsOfEvery(every);
  return parts === null ? every : say('every', { n: parts.count, unit: say(parts.unit) });
}

export type Unit = 's' | 'm' | 'h' | 'd';

/** `5m` as a count and a unit; null where it is written otherwise. */
export function partsOfEvery(every: string): { readonly count: number; readonly unit: Unit } | null {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(every) ?? [];
  return count === undefined ? null : { count: Number(count), unit: unit as Unit };
}
