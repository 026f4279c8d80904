import type { Tone } from '#console/parts/state-tag.tsx';
import type { flowState } from './flow-state.ts';

/** How each state of a flow feels. */
export const TONES: Readonly<Record<ReturnType<typeof flowState>, Tone>> = {
  running: 'good',
  off: 'quiet',
  draft: 'warn',
};

/** How the states of a run feel. */
export const RUN_TONES: Readonly<Record<string, Tone>> = {
  running: 'busy',
  collected: 'busy',
  done: 'good',
  failed: 'bad',
  paused: 'warn',
  cancelled: 'quiet',
};
