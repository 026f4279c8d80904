/** Paths, types, a crosswalk, a decision table, a check that adds up: what an ordinary flow does. */
export function benchFlow(code: string) {
  return {
    flow: code,
    title: { zh: '基准订单', en: 'Benchmark orders', ja: 'ベンチマーク注文' },
    book: code,
    source: { connection: `${code}-shop`, kind: 'order' },
    trigger: { api: true },
    documents: [
      {
        kind: 'order',
        fields: {
          number: 'no',
          doc_date: { path: 'date', type: 'date' },
          customer: { path: 'customer', crosswalk: 'shop-customer' },
          store: 'store',
          order_total: { path: 'total', required: true },
          amount_excl_tax: { path: 'net', required: true },
          tax_amount: { path: 'tax', required: true },
        },
        checks: [TOTAL],
        enrich: ['dept'],
      },
    ],
    tables: {
      dept: {
        inputs: ['store'],
        outputs: ['dept'],
        rules: STORES.map((store, i) => [store, `D${i % 10}`]),
        onNoMatch: 'hold',
      },
    },
    template: [
      {
        document: 'order',
        word: '记',
        summary: '订单 {number}',
        lines: [
          { side: 'debit', account: '1122', amount: 'order_total', dimensions: { customer: 'customer' } },
          { side: 'credit', account: '6001', amount: 'amount_excl_tax', dimensions: { dept: 'dept' } },
          { side: 'credit', account: '2221.01.02', amount: 'tax_amount' },
        ],
      },
    ],
    targets: [],
  };
}

const STORES = Array.from({ length: 50 }, (_, i) => `S${i}`);
const TOTAL = {
  code: 'total_mismatch',
  formula: 'order_total == amount_excl_tax + tax_amount',
  at: 'order_total',
};
