import type { FlowTemplate } from '#api/flows/flow-template.ts';
import { valueAt } from '#connectors/kit/json.ts';

/** Where a simulator takes records, and how one is made of a sample of a template. */
interface Feed {
  /** Of the simulator's own paths. */
  readonly path: string;
  readonly template: string;
  /** A record like the sample, with a number of its own. */
  readonly make: (sample: object, no: number, at: Date) => object;
}

/** Customers whom the crosswalk of the template knows, and now and then one whom nobody knows yet. */
const CUSTOMERS = [
  { id: 70001, first_name: '杭州云栖商贸有限公司' },
  { id: 70002, first_name: '上海某某贸易有限公司' },
] as const;
const STRANGER = { id: 70099, first_name: '南京某某茶行' };
const STRANGER_EVERY = 8;

/** Money is in the samples; only what tells two records apart is made up. */
const FEEDS: Readonly<Record<string, Feed>> = {
  shopify: {
    path: '_simulator/orders',
    template: 'web-shop',
    make: (sample, no, at) => ({
      ...sample,
      id: 5_000_000_000 + no,
      name: `#R${no}`,
      order_number: no,
      customer: no % STRANGER_EVERY === STRANGER_EVERY - 1 ? STRANGER : CUSTOMERS[no % CUSTOMERS.length],
      financial_status: 'paid',
      refunds: [],
      created_at: at.toISOString(),
      processed_at: at.toISOString(),
      updated_at: at.toISOString(),
    }),
  },
  rest: {
    path: '_simulator/items',
    template: 'rest-orders',
    make: (sample, no, at) => ({
      ...sample,
      id: `R${no}`,
      order_no: `R-${no}`,
      paid_at: at.toISOString(),
      updated_at: at.toISOString(),
    }),
  },
};

/** Where records go to and what they are; null where the simulated system only takes. */
export function rehearsalRecords(
  connector: string,
  templates: readonly FlowTemplate[],
  { first, count, now }: { first: number; count: number; now: Date },
): { path: string; lines: string } | null {
  const feed = FEEDS[connector];
  const samples = templates.find(({ code }) => code === feed?.template)?.samples.filter(isPaid) ?? [];
  if (feed === undefined || samples.length === 0) return null;
  const records = Array.from({ length: count }, (_, i) => {
    const no = first + i;
    // A minute apart, the last one now: a day of a shop in short.
    const at = new Date(now.getTime() - (count - 1 - i) * 60_000);
    return JSON.stringify(feed.make(samples[no % samples.length]!, no, at));
  });
  return { path: feed.path, lines: records.join('\n') };
}

function isPaid(sample: unknown): sample is object {
  const state = valueAt(sample, 'financial_status') ?? valueAt(sample, 'state');
  return typeof sample === 'object' && sample !== null && /paid|refunded/.test(String(state));
}
