import type { FileRecord } from '#connectors/kit/connector.ts';
import type { World } from './test-world.ts';

/**
 * What happens, as one tells it: `1 113.00 + 2 226.00 → post → 1 cancelled → post`.
 *
 * Steps are parted by `→`, records of one page by `+`. A record is its id, its total or `cancelled`, and as needed
 * `refunded 13.00`, `at 10:05` or `at 2099-01-01T10:05` (when the shop says it changed it), `no X` (another document number), `to C2` (customer),
 * `on 2026-03-20` (date), `note x` (a field that no voucher shows), `rev 2` (a field no document has), `store S1`, `cash`.
 */
export async function tell(world: World, story: string): Promise<void> {
  for (const step of story.split('→').map((one) => one.trim())) {
    if (step === 'post') await world.post();
    else await world.collect(step.split('+').map((one) => arriving(one.trim())));
  }
}

/** One record of a story as the shop sends it. */
export function arriving(text: string, kind = kindOf(text)): FileRecord {
  const [id = '', total = ''] = text.split(' ');
  const word = (name: string) => new RegExp(` ${name} (\\S+)`).exec(text)?.[1];
  const refunded = word('refunded');
  const content = {
    no: word('no') ?? id,
    date: word('on') ?? '2026-03-10',
    customer: word('to') ?? 'C1',
    status: total === 'cancelled' ? 'cancelled' : 'paid',
    ...(total === 'cancelled' ? {} : { total }),
    refunds: refunded === undefined ? [] : [{ id: 1, amount: refunded }],
    note: word('note') ?? null,
    rev: word('rev') ?? null,
    store: word('store') ?? null,
  };
  const at = word('at');
  return {
    kind,
    externalId: id,
    mediaType: 'application/json',
    raw: Buffer.from(JSON.stringify(content)),
    ...(at === undefined ? {} : { changedAt: `${at.includes('T') ? at : `2026-03-10T${at}`}:00Z` }),
  };
}

function kindOf(text: string): string {
  return / store /.test(text) ? 'receipt' : / cash$/.test(text) ? 'cash' : 'order';
}
