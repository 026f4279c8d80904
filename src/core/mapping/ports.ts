/** What core needs from outside, handed in as plain functions. */

/** Their code → ours, or null where nobody has mapped it yet. */
export type LookUpCrosswalk = (
  name: string,
  from: string,
) => { readonly to: string; readonly confidence: number } | null;
