import type { Schemas } from '#console/api/paths.ts';
import type { Tone } from '#console/parts/state-tag.tsx';

/** How each state of a record feels. */
export const TONES: Readonly<Record<Schemas['RecordFound']['state'], Tone>> = {
  posted: 'good',
  staged: 'busy',
  refused: 'bad',
  held: 'warn',
  dismissed: 'quiet',
  ignored: 'quiet',
  reversed: 'quiet',
  waiting: 'busy',
  unclaimed: 'warn',
};

/** How each state of a delivery feels. */
export const DELIVERY_TONES: Readonly<Record<Schemas['Delivery']['state'], Tone>> = {
  owed: 'warn',
  sending: 'busy',
  done: 'good',
  refused: 'bad',
  dead: 'bad',
  withdrawn: 'quiet',
};

/** The state of a traced delivery, which travels as text. */
export function deliveryState(state: string): Schemas['Delivery']['state'] {
  return (
    Object.keys(DELIVERY_TONES).find((one): one is Schemas['Delivery']['state'] => one === state) ?? 'owed'
  );
}
