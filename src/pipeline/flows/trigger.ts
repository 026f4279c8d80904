import { CronExpressionParser } from 'cron-parser';
import type { Trigger } from '#core/flows/flow.ts';
import type { Refusal } from '#core/trouble/trouble.ts';

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** When a flow polls next; null where nothing is polled (webhook, API, manual). Folders are looked at every few seconds. */
export function nextPollAt(trigger: Trigger | undefined, now: Date): Date | null {
  if (trigger === undefined) return null;
  if ('poll' in trigger) return new Date(now.getTime() + everyMs(trigger.poll.every));
  if ('folder' in trigger) return new Date(now.getTime() + FOLDER_EVERY_MS);
  if ('cron' in trigger) {
    const tz = trigger.zone ?? 'Asia/Shanghai';
    return CronExpressionParser.parse(trigger.cron, { currentDate: now, tz }).next().toDate();
  }
  return null;
}

/** What is wrong with a trigger beyond its shape: a time that never comes would only be noticed when nothing comes. */
export function refuseTrigger(trigger: Trigger | undefined): Refusal[] {
  if (trigger === undefined || !('cron' in trigger)) return [];
  try {
    nextPollAt(trigger, new Date(0));
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : '';
    return [{ code: 'flow_cron_invalid', at: 'trigger.cron', params: { cron: trigger.cron, why } }];
  }
}

const FOLDER_EVERY_MS = 5_000;

/** `30s`, `5m`, `2h`, `1d` in milliseconds. The flow was parsed, so it is one of these. */
function everyMs(every: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(every) ?? [];
  return Number(count ?? 1) * UNIT_MS[unit ?? 'd']!;
}
