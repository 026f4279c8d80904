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
  const { title = '收银台', names = NAMES, summary = '销售 {number}', fields = {} } = slips;
  const connection = { code: 'till', connector: 'spreadsheet', title, settings: {} };
  await askHub(visitor, ['POST', '/connections'], connection);
  await askHub(visitor, ['POST', '/flows'], {
    flow: 'till',
    title: names,
    book: 'shop',
    source: { connection: 'till', kind: 'slip' },
    trigger: { api: true },
    documents: [{ kind: 'slip', fields: { ...FIELDS, ...fields } }],
    template: [{ document: 'slip', word: '记', summary, lines: LINES }],
    targets: [],
  });
  await askHub(visitor, ['POST', '/flows/till/versions/1/publish']);
}

const NAMES = { zh: '门店销售', en: 'Till', ja: 'レジ' };

const FIELDS = {
  number: 'no',
  doc_date: 'date',
  order_total: { path: 'total', required: true },
  customer: { path: 'buyer', required: true },
};

const LINES = [
  { side: 'debit', account: '1122', amount: 'order_total', dimensions: { customer: 'customer' } },
  { side: 'credit', account: '6001', amount: 'order_total' },
];

/** Hands in one slip. Gives the status: a refusal to post it is an answer as well. */
export async function handSlip({ page }: Visitor, slip: object): Promise<number> {
  const { origin } = new URL(page.url());
  const headers = { origin, 'sec-fetch-site': 'same-origin' };
  const answer = await page.request.post('/api/v1/books/shop/documents?flow=till', { headers, data: slip });
  assert.ok([201, 422].includes(answer.status()), await answer.text());
  return answer.status();
}
