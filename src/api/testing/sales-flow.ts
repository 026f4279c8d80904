import { parse } from 'yaml';
import type { FlowTemplate } from '#api/flows/flow-template.ts';

/** A flow that takes plain sales: number, day, amount, customer. Held where the customer is unknown. */
export const SALES_FLOW = `
flow: sales
title: { zh: 销售, en: Sales, ja: 売上 }
book: demo
source: { connection: till, kind: sale }
trigger: { api: true }
documents:
  - kind: sale
    fields:
      number: { path: number, required: true }
      doc_date: date
      amount: { path: amount, type: amount, required: true }
      customer: { path: customer, required: true }
template:
  - document: sale
    word: 记
    summary: 销售 {number}
    lines:
      - { side: debit, account: "1122", amount: amount, dimensions: { customer: customer } }
      - { side: credit, account: "6001", amount: amount }
targets: []
onNewVersion: reverse
`;

/** A sale as the till would send it. */
export function sale(number: string, more: Readonly<Record<string, unknown>> = {}) {
  return { number, date: '2026-03-01', amount: '100.00', customer: 'C1', ...more };
}

/** The same flow in a gallery of its own. */
export const SALES_TEMPLATE: FlowTemplate = {
  code: 'till-sales',
  title: { zh: '销售', en: 'Sales', ja: '売上' },
  description: { zh: '收银', en: 'Till', ja: 'レジ' },
  connector: 'till',
  kind: 'sale',
  notes: { amount: { zh: '金额', en: 'Amount', ja: '金額' } },
  needs: { details: [], dimensions: {}, values: {}, crosswalks: {} },
  source: SALES_FLOW,
  definition: parse(SALES_FLOW),
  samples: [sale('T-1'), sale('T-2')],
};
