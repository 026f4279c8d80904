import type { Schemas } from '#console/api/paths.ts';
import type { Tone } from '#console/parts/state-tag.tsx';

type State = Schemas['Connection']['state'];

/** How each state of a connection feels. */
export const TONES: Readonly<Record<State, Tone>> = { active: 'good', paused: 'warn', broken: 'bad' };

export const STATE_WORDS = {
  active: 'stateActive',
  paused: 'statePaused',
  broken: 'stateBroken',
} as const satisfies Readonly<Record<State, string>>;

/** The code of the error that a connection keeps; empty where there is none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
