import { type CompiledFlow, compileFlow, type MappedRecord } from './compile-flow.ts';
import type { Flow } from './flow.ts';
import { parseFlow } from './parse-flow.ts';

/** The smallest flow that is right: tests change one thing and see what happens. */
export function minimalFlow(): Flow {
  return {
    flow: 'shop-orders',
    title: { zh: '网店订单', en: 'Shop orders', ja: 'ショップ注文' },
    book: 'demo',
    source: { connection: 'shop', kind: 'order' },
    documents: [{ kind: 'order', fields: { number: 'no', doc_date: 'date', order_total: 'total' } }],
    template: [
      {
        document: 'order',
        word: '记',
        summary: '订单 {number}',
        lines: [
          { side: 'debit', account: '1122', amount: 'order_total' },
          { side: 'credit', account: '6001', amount: 'order_total' },
        ],
      },
    ],
    targets: [],
  };
}

/** A flow given as plain data, compiled for a book in CNY; throws with the refusals when it is not right. */
export function compiled(flow: unknown): CompiledFlow {
  const parsed = parseFlow(flow);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
  const result = compileFlow(parsed.value, { baseCurrency: 'CNY' });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

/** What a record becomes when crosswalks know `8812` and nothing else. */
export function mapped(flow: CompiledFlow, raw: unknown): MappedRecord {
  const crosswalk = (_name: string, from: string) =>
    from === '8812' ? { to: 'C001', confidence: 0.9 } : null;
  const [result] = flow.run([raw], { crosswalk });
  if (result === undefined) throw new Error('one record gives one result');
  return result;
}

/** The minimal flow with other members of its document mapping, and of itself. */
export function flowWith(mapping: object, more: object = {}): unknown {
  const flow = minimalFlow();
  return { ...flow, ...more, documents: [{ ...flow.documents[0], ...mapping }] };
}

/** The minimal flow with more fields. */
export function flowWithFields(fields: object): unknown {
  return flowWith({ fields: { number: 'no', doc_date: 'date', order_total: 'total', ...fields } });
}
