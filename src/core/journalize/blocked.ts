import type { Params } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';

/** What keeps a document from becoming a voucher: a finding of level 2 that blocks. */
export function blocked(code: string, at: string, params: Params): Finding {
  return { code, level: 2, effect: 'block', at, params };
}
