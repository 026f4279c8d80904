import type { Schemas } from '#console/api/paths.ts';
import type { Tone } from '#console/parts/state-tag.tsx';

type Verified = 'good' | 'differs' | 'running' | 'failed';

/** How a verification ended, and how that feels. */
export function toneOf({ state, ok }: Pick<Schemas['Verification'], 'state' | 'ok'>): {
  readonly tone: Tone;
  readonly word: Verified;
} {
  if (state === 'running') return { tone: 'busy', word: 'running' };
  if (state === 'failed') return { tone: 'warn', word: 'failed' };
  return ok ? { tone: 'good', word: 'good' } : { tone: 'bad', word: 'differs' };
}
