import type { Tone } from '#console/parts/state-tag.tsx';
import type { versionState } from './version-state.ts';

/** How each state of a version feels. */
export const TONES: Readonly<Record<ReturnType<typeof versionState>, Tone>> = {
  inForce: 'good',
  earlier: 'quiet',
  draft: 'warn',
};
