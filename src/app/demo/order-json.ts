import { minorText, netOf } from './minor.ts';
import type { LineFacts, OrderFacts, RefundFacts } from './order-facts.ts';

/** An order as the shop's API writes it. Amounts are text; a member may be null where something is missing. */
export interface ShopOrder {
  readonly id: number;
  readonly name: string | null;
  readonly processed_at: string | null;
  readonly updated_at: string;
  readonly currency: string;
  readonly total_price: string;
  readonly location_id: number;
  readonly customer: object | null;
  readonly line_items: readonly { readonly price: string; readonly quantity: number }[];
  readonly [member: string]: unknown;
}

/** The order as the shop would send it once these refunds are made. */
export function shopOrder(facts: OrderFacts, refunds: readonly RefundFacts[]): ShopOrder {
  const money = (minor: bigint) => minorText(minor, facts.currency);
  const list = facts.lines.reduce((sum, line) => sum + line.list, 0n);
  const placed = instant(facts.day, facts.minute);
  const total = list - facts.discount + facts.shipping;
  return {
    id: facts.id,
    name: facts.number,
    order_number: Number(facts.number.slice(1)),
    created_at: placed,
    processed_at: placed,
    updated_at: instant(refunds.at(-1)?.day ?? facts.day, facts.minute),
    cancelled_at: facts.status === 'cancelled-unpaid' ? placed : null,
    currency: facts.currency,
    taxes_included: true,
    financial_status: statusOf(facts, refunds),
    source_name: facts.channel,
    location_id: Number(facts.location.location),
    customer: { id: Number(facts.customer.shopId), first_name: facts.customer.name },
    discount_codes: facts.discount === 0n ? [] : [{ code: '会员折扣', amount: money(facts.discount) }],
    total_line_items_price: money(list),
    total_discounts: money(facts.discount),
    subtotal_price: money(list - facts.discount),
    total_shipping_price_set: {
      shop_money: { amount: money(facts.shipping), currency_code: facts.currency },
    },
    total_tax: money(taxOf(facts)),
    total_price: money(total),
    line_items: facts.lines.map((line) => lineItem(line, money)),
    shipping_lines: shippingLines(facts, money),
    refunds: refunds.map((refund) => refundOf(refund, facts, money)),
    note: null,
  };
}

type Money = (minor: bigint) => string;

/** Half of the shop's clocks run on Shanghai time and half on UTC, as a real shop's apps do. */
function instant(day: string, minute: number): string {
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
  const local = `${day}T${clock}+08:00`;
  return minute % 2 === 0 ? local : new Date(local).toISOString().replace('.000Z', 'Z');
}

function statusOf({ status, lines }: OrderFacts, refunds: readonly RefundFacts[]): string {
  if (status === 'unpaid') return 'pending';
  if (status === 'cancelled-unpaid') return 'voided';
  if (refunds.length === 0) return 'paid';
  const back = refunds.flatMap((refund) => refund.lines).reduce((sum, { amount }) => sum + amount, 0n);
  return back === lines.reduce((sum, { paid }) => sum + paid, 0n) ? 'refunded' : 'partially_refunded';
}

function taxOf({ lines, shipping, shippingTax }: OrderFacts): bigint {
  const ofGoods = lines.reduce((sum, { paid, good }) => sum + paid - netOf(paid, good.tax), 0n);
  return ofGoods + shipping - netOf(shipping, shippingTax);
}

function taxLines(percent: number, gross: bigint, money: Money): object[] {
  if (percent === 0) return [];
  return [{ title: '增值税', rate: percent / 100, price: money(gross - netOf(gross, percent)) }];
}

function lineItem(line: LineFacts, money: Money) {
  const { id, good, quantity, list, paid } = line;
  return {
    id,
    sku: good.sku,
    title: good.title,
    quantity,
    price: money(good.price),
    total_discount: '0.00',
    discount_allocations: list === paid ? [] : [{ amount: money(list - paid) }],
    tax_lines: taxLines(good.tax, paid, money),
  };
}

function shippingLines({ shipping, shippingTax }: OrderFacts, money: Money): object[] {
  if (shipping === 0n) return [];
  return [{ title: '快递', price: money(shipping), tax_lines: taxLines(shippingTax, shipping, money) }];
}

function refundOf(refund: RefundFacts, facts: OrderFacts, money: Money): object {
  const goods = refund.lines.reduce((sum, { amount }) => sum + amount, 0n);
  const when = instant(refund.day, facts.minute);
  const transaction = { kind: 'refund', status: 'success', currency: facts.currency };
  return {
    id: refund.id,
    created_at: when,
    processed_at: when,
    order_adjustments:
      refund.shipping === 0n ? [] : [{ kind: 'shipping_refund', amount: money(-refund.shipping) }],
    refund_line_items: refund.lines.map(({ line, quantity, amount }) => ({
      line_item_id: line.id,
      quantity,
      subtotal: money(amount),
      total_tax: money(amount - netOf(amount, line.good.tax)),
      line_item: lineItem(line, money),
    })),
    transactions: [
      { ...transaction, amount: money(goods + refund.shipping) },
      // A refund that failed first and was tried again; only what succeeded counts.
      ...(refund.id % 3 === 0
        ? [{ ...transaction, status: 'failure', amount: money(goods + refund.shipping) }]
        : []),
    ],
  };
}
