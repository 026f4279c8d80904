import type { Schemas } from '#console/api/paths.ts';
import type { Tone } from '#console/parts/state-tag.tsx';

type Exception = Schemas['Exception'];

export const TONES: Readonly<Record<Exception['state'], Tone>> = {
  open: 'warn',
  resolved: 'good',
  released: 'good',
  dismissed: 'quiet',
};

export const EFFECT_TONES: Readonly<Record<Exception['effect'], Tone>> = { block: 'bad', hold: 'warn' };

/** What an exception is about, in few words: kind and number where mapping came that far. */
export function titleOf({ document, externalId }: Pick<Exception, 'document' | 'externalId'>): string {
  return document?.replace(/^\S+\s+/, '') || externalId;
}
