import type { Schemas } from '#console/api/paths.ts';
import type { Tone } from '#console/parts/state-tag.tsx';

type Person = Schemas['Person'];

/** How each state of a person feels. */
export const TONES: Readonly<Record<Person['state'], Tone>> = {
  invited: 'warn',
  active: 'good',
  disabled: 'quiet',
};

/** What a person proves themselves with beside the password. @example factorsOf({ totp: true, passkeys: 2 }) // ['totp', 'passkey'] */
export function factorsOf({ totp, passkeys }: Person['factors']): ('totp' | 'passkey')[] {
  return [...(totp ? (['totp'] as const) : []), ...(passkeys > 0 ? (['passkey'] as const) : [])];
}
