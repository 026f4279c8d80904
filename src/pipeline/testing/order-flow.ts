/** Orders with 13 % tax inside, and their refunds as documents of their own. */
export const ORDER_FLOW = `
flow: orders
title: { zh: 订单, en: Orders, ja: 注文 }
book: demo
source: { connection: shop, kind: order }
trigger: { manual: true }
documents:
  - kind: order
    when: status != "cancelled"
    fields:
      number: no
      doc_date: date
      customer: { path: customer, required: true }
      order_total: { path: total, required: true }
      remark: note
      tax_rate: { value: "0.13" }
  - kind: refund
    each: refunds
    fields:
      number: { formula: '$.no + "-R" + string(id)' }
      doc_date: $.date
      customer: { path: $.customer, required: true }
      refund_amount: { path: amount, type: amount, required: true }
template:
  - document: order
    word: 记
    summary: 销售 {number}
    lines:
      - { side: debit, account: "1122", amount: order_total, dimensions: { customer: customer } }
      - { side: credit, account: "6001", amount: order_total, tax: { rate: tax_rate, part: net } }
      - { side: credit, account: "2221.01.02", amount: order_total, tax: { rate: tax_rate, part: tax } }
  - document: refund
    word: 记
    summary: 退款 {number}
    lines:
      - { side: debit, account: "1122", amount: -refund_amount, dimensions: { customer: customer } }
      - { side: credit, account: "6001", amount: -refund_amount }
targets: [{ connection: ledger, until: audited }]
writeBack: [{ connection: shop }]
onNewVersion: reverse
`;

/** Till receipts, summarised into one voucher a day and store. */
export const TILL_FLOW = `
flow: till
title: { zh: 门店, en: Till, ja: 店舗 }
book: demo
source: { connection: shop, kind: receipt }
trigger: { manual: true }
documents:
  - kind: receipt
    fields:
      number: no
      doc_date: date
      store: { path: store, required: true }
      paid_amount: { path: total, required: true }
template:
  - document: receipt
    word: 收
    summary: 门店 {store} {doc_date}
    summarise: [doc_date, store]
    lines:
      - { side: debit, account: "1001", amount: paid_amount }
      - { side: credit, account: "6001", amount: paid_amount }
targets: []
onNewVersion: reverse
`;

/** Money in and out of the till, for the check that cash never goes below zero. */
export const CASH_FLOW = `
flow: cash
title: { zh: 现金, en: Cash, ja: 現金 }
book: demo
source: { connection: shop, kind: cash }
trigger: { manual: true }
documents:
  - kind: receipt
    when: number(total) > 0
    fields: { number: no, doc_date: date, paid_amount: { path: total, required: true } }
  - kind: payment
    when: number(total) < 0
    fields: { number: no, doc_date: date, paid_amount: { path: total, required: true, negate: true } }
template:
  - document: receipt
    word: 收
    summary: 收款 {number}
    lines:
      - { side: debit, account: "1001", amount: paid_amount }
      - { side: credit, account: "6001", amount: paid_amount }
  - document: payment
    word: 付
    summary: 付款 {number}
    lines:
      - { side: debit, account: "6602", amount: paid_amount }
      - { side: credit, account: "1001", amount: paid_amount }
targets: []
`;
