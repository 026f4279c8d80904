import assert from 'node:assert/strict';
import { askHub } from './ask-hub.ts';
import type { Visitor } from './visitor.ts';

const lines = [
  { side: 'debit', account: '1122', amount: 'order_total', dimensions: { customer: 'customer' } },
  { side: 'credit', account: '6001', amount: 'order_total' },
];
const fields = {
  order_total: { path: 'total', required: true },
  customer: { path: 'buyer', crosswalk: 'buyers', required: true },
};

/** Slips become vouchers, and so does each refund that one names; what is large is held to be looked at. */
const FLOW = {
  flow: 'till',
  title: { zh: '门店销售', en: 'Till', ja: 'レジ' },
  book: 'shop',
  source: { connection: 'till', kind: 'slip' },
  trigger: { api: true },
  documents: [
    {
      kind: 'slip',
      fields: { number: 'no', doc_date: 'date', currency: { path: 'currency', default: 'CNY' }, ...fields },
      checks: [
        {
          code: 'large_slip',
          formula: 'order_total <= 50000',
          at: 'order_total',
          effect: 'hold',
          title: { zh: '大额单据须核对', en: 'Large: to be checked', ja: '高額伝票の確認' },
        },
      ],
    },
    { kind: 'refund', each: 'refunds', fields: { number: 'no', doc_date: '$.date', ...fields } },
  ],
  template: [
    { document: 'slip', word: '记', summary: '销售 {number}', lines },
    { document: 'refund', word: '记', summary: '退款 {number}', lines },
  ],
};

/** A book with two customers, one of them known to the till, and the flow of its slips, which vouchers leave to the `target`. */
export async function openTill(visitor: Visitor, target?: string): Promise<void> {
  await askHub(visitor, ['POST', '/books'], {
    ...{ code: 'shop', name: '门店', baseCurrency: 'CNY', standard: 'cas', years: [2026] },
    chart: { dimensions: { AccountsReceivable: { customer: 'must' } } },
  });
  const values = ['C001', 'C002'].map((code) => ({ code, name: `客户 ${code}` }));
  await askHub(visitor, ['PUT', '/books/shop/dimensions/customer'], { values });
  await addBuyers(visitor, { '8812': 'C001' });
  const till = { code: 'till', connector: 'spreadsheet', title: '收银台', settings: {} };
  await askHub(visitor, ['POST', '/connections'], till);
  const targets = target === undefined ? [] : [{ connection: target, until: 'audited' }];
  await askHub(visitor, ['POST', '/flows'], { ...FLOW, targets });
  await askHub(visitor, ['POST', '/flows/till/versions/1/publish']);
}

/** Rows of the crosswalk: whom the till means. */
export async function addBuyers(visitor: Visitor, buyers: Readonly<Record<string, string>>): Promise<void> {
  const pairs = Object.entries(buyers).map(([from, to]) => ({ from, to }));
  await askHub(visitor, ['PUT', '/books/shop/crosswalks/buyers'], { pairs });
}

/** One slip of the till; a refusal to post it is an answer as well. */
export async function handSlip({ page }: Visitor, slip: object): Promise<void> {
  const { origin } = new URL(page.url());
  const headers = { origin, 'sec-fetch-site': 'same-origin' };
  const data = { date: '2026-03-02', total: '113.00', buyer: '8812', ...slip };
  const answer = await page.request.post('/api/v1/books/shop/documents?flow=till', { headers, data });
  assert.ok([201, 422].includes(answer.status()), await answer.text());
}
