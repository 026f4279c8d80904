import type { Schemas } from '#console/api/paths.ts';
import { kindOf, partsOfEvery, type TriggerKind, type Unit } from './trigger-text.ts';

type Trigger = Schemas['Trigger'];

/** A trigger as a form holds it: everything that any kind asks for. */
export interface TriggerValues {
  readonly kind: TriggerKind;
  readonly count: number;
  readonly unit: Unit;
  readonly cron: string;
  readonly zone: string;
  readonly path: string;
  readonly pattern: string;
}

export const ZONE_DEFAULT = 'Asia/Shanghai';

const USUAL: TriggerValues = {
  kind: 'manual',
  count: 5,
  unit: 'm',
  cron: '0 2 * * *',
  zone: ZONE_DEFAULT,
  path: '',
  pattern: '*',
};

/** What the form begins with. */
export function valuesOf(trigger: Trigger | null): TriggerValues {
  const parts = partsOfEvery(trigger?.poll?.every ?? '');
  return {
    ...USUAL,
    kind: kindOf(trigger) ?? 'manual',
    ...(parts ?? {}),
    cron: trigger?.cron ?? USUAL.cron,
    zone: trigger?.zone ?? USUAL.zone,
    path: trigger?.folder?.path ?? USUAL.path,
    pattern: trigger?.folder?.pattern ?? USUAL.pattern,
  };
}

/** The trigger as it stands in a flow. What is as usual is left out, as people write it. */
export function triggerOf({ kind, count, unit, cron, zone, path, pattern }: TriggerValues): Trigger {
  switch (kind) {
    case 'poll':
      return { poll: { every: `${count}${unit}` } };
    case 'cron':
      return zone === ZONE_DEFAULT ? { cron } : { cron, zone };
    case 'folder':
      return { folder: pattern === '*' || pattern === '' ? { path } : { path, pattern } };
    default:
      return { [kind]: true };
  }
}
