import type { words } from './words.ts';

/** What a connector can do, in the order in which it is shown. */
const KNOWN = [
  ['collect:', 'collect'],
  ['webhook', 'webhook'],
  ['files', 'files'],
  ['deliver:voucher', 'voucher'],
  ['deliver:write-back', 'writeBack'],
  ['lookup:', 'lookup'],
  ['diagnose', 'diagnose'],
  ['rehearse', 'rehearse'],
] as const satisfies readonly (readonly [prefix: string, word: keyof typeof words])[];

export type Capability = (typeof KNOWN)[number][1];

/** The capabilities of a manifest, each once, as words name them. @example ['collect:order', 'webhook'] → ['collect', 'webhook'] */
export function capabilitiesOf(declared: readonly string[]): readonly Capability[] {
  return KNOWN.filter(([prefix]) => declared.some((one) => one.startsWith(prefix))).map(([, word]) => word);
}

/** The kinds of record it can collect by name. `*` is not one: the settings name those. */
export function kindsOf(declared: readonly string[]): readonly string[] {
  return declared
    .flatMap((one) => (one.startsWith('collect:') ? [one.slice('collect:'.length)] : []))
    .filter((kind) => kind !== '*');
}

/** A code for a connection of this connector that nobody has yet. @example freeCode('shopify', ['shopify']) → 'shopify-2' */
export function freeCode(connector: string, taken: readonly string[]): string {
  const base = connector.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 56);
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(code)) return code;
  }
}
