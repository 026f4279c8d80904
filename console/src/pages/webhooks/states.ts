import type { Schemas } from '#console/api/paths.ts';
import type { Tone } from '#console/parts/state-tag.tsx';

/** How each state of a webhook feels. */
export const TONES: Readonly<Record<Schemas['Webhook']['state'], Tone>> = {
  active: 'good',
  paused: 'warn',
  disabled: 'bad',
};

/** How each state of a message feels. */
export const MESSAGE_TONES: Readonly<Record<Schemas['WebhookMessage']['state'], Tone>> = {
  waiting: 'warn',
  sending: 'busy',
  sent: 'good',
  failed: 'bad',
  dropped: 'quiet',
};
