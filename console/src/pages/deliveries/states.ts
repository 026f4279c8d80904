import type { Schemas } from '#console/api/paths.ts';
import type { Tone } from '#console/parts/state-tag.tsx';

/** How each state of a delivery feels. */
export const TONES: Readonly<Record<Schemas['Delivery']['state'], Tone>> = {
  owed: 'warn',
  sending: 'busy',
  done: 'good',
  refused: 'bad',
  dead: 'bad',
  withdrawn: 'quiet',
};

/** Whether it stands still until somebody puts it back to work. */
export function isStopped({ state }: Pick<Schemas['Delivery'], 'state'>): boolean {
  return state === 'refused' || state === 'dead';
}
