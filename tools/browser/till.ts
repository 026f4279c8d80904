import { askHub } from './ask-hub.ts';
import { openSlips, SLIP_LINES } from './slips.ts';
import type { Visitor } from './visitor.ts';

const FIELDS = {
  order_total: { path: 'total', required: true },
  customer: { path: 'buyer', crosswalk: 'buyers', required: true },
};

/** Slips become vouchers, and so does each refund that one names; what is large is held to be looked at. */
const FLOW = {
  documents: [
    {
      kind: 'slip',
      fields: { number: 'no', doc_date: 'date', currency: { path: 'currency', default: 'CNY' }, ...FIELDS },
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
    { kind: 'refund', each: 'refunds', fields: { number: 'no', doc_date: '$.date', ...FIELDS } },
  ],
  template: [
    { document: 'slip', word: '记', summary: '销售 {number}', lines: SLIP_LINES },
    { document: 'refund', word: '记', summary: '退款 {number}', lines: SLIP_LINES },
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
  const targets = target === undefined ? [] : [{ connection: target, until: 'audited' }];
  await openSlips(visitor, { ...FLOW, targets });
}

/** Rows of the crosswalk: whom the till means. */
export async function addBuyers(visitor: Visitor, buyers: Readonly<Record<string, string>>): Promise<void> {
  const pairs = Object.entries(buyers).map(([from, to]) => ({ from, to }));
  await askHub(visitor, ['PUT', '/books/shop/crosswalks/buyers'], { pairs });
}
