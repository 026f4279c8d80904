import { parse } from 'yaml';
import type { Schemas } from '#console/api/paths.ts';

type Trigger = Schemas['Trigger'];

/** The trigger a flow is proposed with: its own where the source can do that, else what the source can. */
export function usualTrigger(source: string, capabilities: readonly string[]): Trigger {
  const written: unknown = parse(source)?.trigger;
  const own = isTrigger(written) ? written : {};
  const canPoll = capabilities.some((one) => one.startsWith('collect:'));
  if (own.poll !== undefined || own.cron !== undefined) return canPoll ? own : { manual: true };
  if (own.webhook !== undefined && !capabilities.includes('webhook')) return { manual: true };
  return Object.keys(own).length === 0 ? { manual: true } : own;
}

function isTrigger(value: unknown): value is Trigger {
  return typeof value === 'object' && value !== null;
}
