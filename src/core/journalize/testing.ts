import type { Document, Fields } from '#core/documents/document.ts';
import type { FieldType, TemplateLine, VoucherTemplate } from '#core/flows/flow.ts';
import { buildPeriods } from '#core/ledger/periods.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import { assert as promise, type Refusal } from '#core/trouble/trouble.ts';
import { type Journalized, journalize } from './journalize.ts';
import { type CompiledTemplate, compileTemplate } from './template.ts';

const header: [string, FieldType][] = [
  ['number', 'code'],
  ['doc_date', 'date'],
  ['store', 'code'],
  ['customer', 'code'],
  ['order_total', 'amount'],
  ['discount', 'amount'],
  ['tax_rate', 'rate'],
  ['acct', 'code'],
];
const lineTypes: [string, FieldType][] = [
  ['sku', 'code'],
  ['amount', 'amount'],
  ['quantity', 'qty'],
  ['unit_price', 'amount'],
  ['tax_rate', 'rate'],
];

/** A book in CNY with three dollar rates and the periods of 2026. */
const book = {
  baseCurrency: 'CNY',
  settings: {
    fxToleranceMinor: 1n,
    preparerMayNotReview: true,
    pnlReversal: 'negative-credit',
    attachmentsRequired: false,
  },
  rates: [
    { currency: 'USD', type: 'month', date: '2026-11-01', rate: '7.0000' },
    { currency: 'USD', type: 'spot', date: '2026-11-01', rate: '7.1234' },
    { currency: 'USD', type: 'spot', date: '2026-11-21', rate: '7.2000' },
  ],
  periods: buildPeriods(2026),
} as const;

/** The receivable and the revenue of an order. */
export const D: TemplateLine = {
  side: 'debit',
  account: '1122',
  amount: 'order_total',
  dimensions: { customer: 'customer' },
};
export const C: TemplateLine = { side: 'credit', account: '6001', amount: 'order_total' };

/** A template of these lines, compiled. */
export function template(
  lines: readonly TemplateLine[],
  more: Partial<VoucherTemplate> = {},
): CompiledTemplate {
  const source: VoucherTemplate = { document: 'order', word: '记', summary: '订单 {number}', lines, ...more };
  const problems: Refusal[] = [];
  const types = { header: new Map(header), lines: new Map(lineTypes) };
  const made = compileTemplate(source, { index: 0, types, problems });
  promise(problems.length === 0, JSON.stringify(problems));
  return made;
}

/** An order of 20 November 2026 with these fields. */
export function order(fields: Fields, lines: readonly Fields[] = [], currency = 'CNY'): Document {
  const all: Fields = { number: 'A1', doc_date: '2026-11-20', customer: 'C1', ...fields };
  const date = typeof all.doc_date === 'string' ? all.doc_date : '';
  return { kind: 'order', number: String(all.number), date, currency, fields: all, lines, provenance: [] };
}

/** What journalizing by the hub makes of documents. */
export function journal(
  documents: readonly Document[],
  templates: readonly CompiledTemplate[],
): Journalized[] {
  return journalize(documents, templates, book, { preparedBy: 'hub' });
}

/** `D 1122 113.00 customer=C1 | C 6001 113.00` */
export function show({ draft, findings }: Journalized): string {
  if (draft === null) return findings.map(({ code, at }) => `! ${code} at ${at}`).join(', ');
  return draft.lines.map(showLine).join(' | ');
}

function showLine({
  debitMinor,
  creditMinor,
  account,
  dimensions,
  currency,
  amountMinor,
}: VoucherLine): string {
  const side = debitMinor === 0n ? 'C' : 'D';
  const codes = Object.entries(dimensions).map(([name, code]) => ` ${name}=${code}`);
  const foreign = currency === 'CNY' ? '' : ` (${formatAmount(amountMinor, currency)} ${currency})`;
  return `${side} ${account} ${formatAmount(debitMinor + creditMinor, 'CNY')}${foreign}${codes.join('')}`;
}

/** Debit less credit. */
export function balanceOf(lines: readonly VoucherLine[]): bigint {
  return lines.reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0n);
}
