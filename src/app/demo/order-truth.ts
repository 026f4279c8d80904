import type { Company } from './company.ts';
import { inFen, netOf } from './minor.ts';
import type { OrderFacts, RefundFacts } from './order-facts.ts';
import type { EntryTruth, VoucherTruth } from './truth.ts';

/** Where an amount belongs; one entry of a voucher for each place. */
interface Place {
  readonly account: string;
  readonly customer?: string;
  readonly department?: string;
  readonly project?: string;
  /** Keeps apart what is written on lines of their own: tax rates, freight. */
  readonly line: string;
}

interface Amount {
  readonly side: 'debit' | 'credit';
  readonly place: Place;
  readonly minor: bigint;
}

/** What an order and its refunds must become: one voucher each. */
export function truthOfOrder(facts: OrderFacts, company: Company): VoucherTruth[] {
  const sale = {
    kind: 'order' as const,
    number: facts.number,
    date: facts.day,
    entries: entriesOf(
      saleAmounts(facts, company),
      facts.currency,
      rateOn(company, facts.currency, facts.day),
    ),
  };
  return [sale, ...facts.refunds.map((refund) => truthOfRefund(refund, facts, company))];
}

function truthOfRefund(refund: RefundFacts, facts: OrderFacts, company: Company): VoucherTruth {
  const back = refund.lines.map(({ line, amount }) => ({ gross: -amount, percent: line.good.tax }));
  const amounts = amountsOf({ goods: back, shipping: -refund.shipping }, facts, company);
  return {
    kind: 'refund',
    number: `${facts.number}-R${refund.id}`,
    date: refund.day,
    entries: entriesOf(amounts, facts.currency, rateOn(company, facts.currency, refund.day)),
  };
}

function saleAmounts(facts: OrderFacts, company: Company): Amount[] {
  const goods = facts.lines.map(({ paid, good }) => ({ gross: paid, percent: good.tax }));
  return amountsOf({ goods, shipping: facts.shipping }, facts, company);
}

interface Sold {
  readonly goods: readonly { readonly gross: bigint; readonly percent: number }[];
  readonly shipping: bigint;
}

/** Receivable against revenue and output tax, in the order in which the voucher has them. */
function amountsOf({ goods, shipping }: Sold, facts: OrderFacts, company: Company): Amount[] {
  const { department } = facts.location;
  const project = company.channels[facts.channel] ?? '';
  const total = goods.reduce((sum, { gross }) => sum + gross, shipping);
  const shippingNet = netOf(shipping, facts.shippingTax);
  const credit = (place: Place, minor: bigint): Amount => ({ side: 'credit', place, minor });
  return [
    { side: 'debit', place: { account: '1122', customer: facts.customer.code, line: '' }, minor: total },
    ...goods.map(({ gross, percent }) =>
      credit({ account: '6001', department, project, line: `${percent}` }, netOf(gross, percent)),
    ),
    ...goods.map(({ gross, percent }) =>
      credit({ account: '2221.01.02', line: `${percent}` }, gross - netOf(gross, percent)),
    ),
    credit({ account: '6051', department, line: 'freight' }, shippingNet),
    credit({ account: '2221.01.02', line: 'freight' }, shipping - shippingNet),
  ];
}

function rateOn({ rates }: Company, currency: string, day: string): string {
  const known = rates.filter((rate) => rate.currency === currency && rate.date <= day);
  return currency === 'CNY' ? '1' : (known.at(-1)?.rate ?? '0');
}

/** Adds up by line, converts each line by itself, and lets the largest lines carry the fen that rounding leaves over. */
export function entriesOf(amounts: readonly Amount[], currency: string, rate: string): EntryTruth[] {
  const lines = [...Map.groupBy(amounts, ({ place, side }) => JSON.stringify([side, place])).values()]
    .map((group) => ({ ...group[0]!, minor: group.reduce((sum, { minor }) => sum + minor, 0n) }))
    .filter(({ minor }) => minor !== 0n);
  const fen = lines.map(({ minor }) => (currency === 'CNY' ? minor : inFen(minor, currency, rate)));
  carryResidue(lines, fen);
  const entries = lines.map((line, at) => ({ ...line, fen: fen[at]! }));
  return addUpPlaces(entries, currency);
}

function carryResidue(lines: readonly Amount[], fen: bigint[]): void {
  const signOf = (at: number) => (lines[at]?.side === 'debit' ? 1n : -1n);
  const size = (at: number) => (fen[at]! < 0n ? -fen[at]! : fen[at]!);
  const bySize = lines.map((_, at) => at).sort((a, b) => Number(size(b) - size(a)) || a - b);
  let residue = fen.reduce((sum, minor, at) => sum + minor * signOf(at), 0n);
  for (const at of bySize) {
    if (residue === 0n) return;
    const step = residue > 0n ? -1n : 1n;
    fen[at] = fen[at]! + step * signOf(at);
    residue += step;
  }
}

function addUpPlaces(
  entries: readonly (Amount & { readonly fen: bigint })[],
  currency: string,
): EntryTruth[] {
  const groups = Map.groupBy(entries, ({ side, place: { line: _, ...place } }) =>
    JSON.stringify([side, place]),
  );
  return [...groups.values()].map((group) => {
    const { side, place } = group[0]!;
    const minor = group.reduce((sum, entry) => sum + entry.minor, 0n);
    const fen = group.reduce((sum, entry) => sum + entry.fen, 0n);
    return {
      account: place.account,
      customer: place.customer ?? '',
      department: place.department ?? '',
      project: place.project ?? '',
      currency,
      amount: String(minor),
      debit: String(side === 'debit' ? fen : 0n),
      credit: String(side === 'credit' ? fen : 0n),
    };
  });
}
