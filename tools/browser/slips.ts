import assert from 'node:assert/strict';
import { askHub } from './ask-hub.ts';
import type { Visitor } from './visitor.ts';

interface Slips {
  /** Of the connection. */
  readonly title?: string;
  /** Of the flow. */
  readonly names?: Readonly<Record<'zh' | 'en' | 'ja', string>>;
  readonly summary?: string;
  /** More fields of a slip, or others. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** A connection `till` and a published flow that posts its slips to the book `shop`: number, day, total, buyer. */
export async function expectSlips(visitor: Visitor, slips: Slips = {}): Promise<void> {
  const { title, names, summary = '销售 {number}', fields = {} } = slips;
  await openSlips(visitor, {
    ...(title === undefined ? {} : { connection: title }),
    ...(names === undefined ? {} : { title: names }),
    documents: [{ kind: 'slip', fields: { ...FIELDS, ...fields } }],
    template: [{ document: 'slip', word: '记', summary, lines: SLIP_LINES }],
  });
}

interface SlipFlow {
  readonly connection?: string;
  readonly title?: Readonly<Record<'zh' | 'en' | 'ja', string>>;
  readonly documents: readonly object[];
  readonly template: readonly object[];
  readonly targets?: readonly object[];
}

/** A connection `till` and a published flow of its slips into the book `shop`. */
export async function openSlips(
  visitor: Visitor,
  { connection = '收银台', ...flow }: SlipFlow,
): Promise<void> {
  const till = { code: 'till', connector: 'spreadsheet', title: connection, settings: {} };
  await askHub(visitor, ['POST', '/connections'], till);
  await askHub(visitor, ['POST', '/flows'], {
    flow: 'till',
    title: { zh: '门店销售', en: 'Till', ja: 'レジ' },
    book: 'shop',
    source: { connection: 'till', kind: 'slip' },
    trigger: { api: true },
    targets: [],
    ...flow,
  });
  await askHub(visitor, ['POST', '/flows/till/versions/1/publish']);
}

const FIELDS = {
  number: 'no',
  doc_date: 'date',
  order_total: { path: 'total', required: true },
  customer: { path: 'buyer', required: true },
};

/** What a slip comes to: the buyer owes what was sold. */
export const SLIP_LINES = [
  { side: 'debit', account: '1122', amount: 'order_total', dimensions: { customer: 'customer' } },
  { side: 'credit', account: '6001', amount: 'order_total' },
];

/** What a slip holds where a journey does not care. */
const PLAIN_SLIP = { date: '2026-03-02', total: '113.00', buyer: '8812' };

/** Hands in one slip. Gives the status: a refusal to post it is an answer as well. */
export async function handSlip({ page }: Visitor, slip: object): Promise<number> {
  const { origin } = new URL(page.url());
  const headers = { origin, 'sec-fetch-site': 'same-origin' };
  const data = { ...PLAIN_SLIP, ...slip };
  const answer = await page.request.post('/api/v1/books/shop/documents?flow=till', { headers, data });
  assert.ok([201, 422].includes(answer.status()), await answer.text());
  return answer.status();
}
