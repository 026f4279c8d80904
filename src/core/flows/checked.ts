import type { Refusal } from '#core/trouble/trouble.ts';

/** A value, or everything that is wrong with it: whoever writes a flow wants to see all mistakes at once. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };
