import type { Dice } from '#app/dice.ts';
import { demoDay, refundDay } from './calendar.ts';
import type { Company, Customer, Location } from './company.ts';
import { type DemoCurrency, FREIGHT, FREIGHT_TAX, type Good, goodsIn } from './goods.ts';
import { shareOut } from './minor.ts';

/** What happened in the shop, before anybody writes it down: the common ground of the orders and of the truth. */
export interface OrderFacts {
  readonly id: number;
  readonly number: string;
  readonly day: string;
  /** Minutes after midnight in Shanghai. */
  readonly minute: number;
  readonly customer: Customer;
  readonly location: Location;
  readonly channel: string;
  readonly currency: DemoCurrency;
  readonly lines: readonly LineFacts[];
  readonly discount: bigint;
  readonly shipping: bigint;
  /** Percent. */
  readonly shippingTax: number;
  readonly status: 'paid' | 'unpaid' | 'cancelled-unpaid';
  readonly refunds: readonly RefundFacts[];
}

export interface LineFacts {
  readonly id: number;
  readonly good: Good;
  readonly quantity: number;
  /** At list price, and what was really asked for it. */
  readonly list: bigint;
  readonly paid: bigint;
}

export interface RefundFacts {
  readonly id: number;
  readonly day: string;
  readonly lines: readonly { readonly line: LineFacts; readonly quantity: number; readonly amount: bigint }[];
  readonly shipping: bigint;
  /** Happens after the shop was read for the first time. */
  readonly isLate: boolean;
}

const FIRST_ID = 5_600_000_000_001;
const FIRST_NUMBER = 10_001;
const MINUTES = 24 * 60;

/** One order of the shop. Ids and numbers follow `index`, everything else follows the dice. */
export function drawOrder(dice: Dice, company: Company, index: number): OrderFacts {
  const customer = dice.pick(company.customers);
  const currency = customer.currency ?? 'CNY';
  const lines = drawLines(dice, currency, index);
  const list = lines.reduce((sum, line) => sum + line.list, 0n);
  const discount = dice.chance(0.3) ? (list * BigInt(dice.pick([5, 8, 10, 12, 15, 20]))) / 100n : 0n;
  const shares = shareOut(
    list - discount,
    lines.map((line) => line.list),
  );
  const paidLines = lines.map((line, at) => ({ ...line, paid: shares[at]! }));
  const shipping = dice.pick(FREIGHT[currency]);
  const day = demoDay(Math.floor((index * 60) / 5_000));
  const status = dice.chance(0.025) ? 'cancelled-unpaid' : dice.chance(0.01) ? 'unpaid' : 'paid';
  const sale = { day, lines: paidLines, shipping, index };
  return {
    id: FIRST_ID + index * 7,
    number: `#${FIRST_NUMBER + index}`,
    day,
    minute: dice.whole(0, MINUTES - 1),
    customer,
    location: drawLocation(dice, company, currency),
    channel: currency === 'CNY' ? dice.pick(['web', 'web', 'wechat-mini', 'live-room']) : 'cross-border',
    currency,
    lines: paidLines,
    discount,
    shipping,
    shippingTax: currency === 'CNY' ? FREIGHT_TAX : 0,
    status,
    refunds: status === 'paid' ? drawRefunds(dice, sale) : [],
  };
}

/** Goods for abroad leave from the bonded warehouse, which is the last one. */
function drawLocation(dice: Dice, { locations }: Company, currency: DemoCurrency): Location {
  return currency === 'CNY' ? dice.pick(locations.slice(0, -1)) : locations.at(-1)!;
}

function drawLines(dice: Dice, currency: DemoCurrency, index: number): Omit<LineFacts, 'paid'>[] {
  const count = dice.pick([1, 1, 1, 2, 2, 3, 4]);
  return Array.from({ length: count }, (_, at) => {
    const good = dice.pick(goodsIn(currency));
    const quantity = dice.pick([1, 1, 1, 2, 2, 3, 5]);
    return { id: 880_000_000 + index * 10 + at, good, quantity, list: good.price * BigInt(quantity) };
  });
}

interface Sale {
  readonly day: string;
  readonly lines: readonly LineFacts[];
  readonly shipping: bigint;
  readonly index: number;
}

function drawRefunds(dice: Dice, { day, lines, shipping, index }: Sale): RefundFacts[] {
  if (!dice.chance(0.1)) return [];
  const about = {
    id: 990_000_000 + index * 10,
    day: refundDay(day, dice.whole(1, 9)),
    isLate: dice.chance(0.5),
  };
  if (dice.chance(0.45)) {
    const all = lines.map((line) => ({ line, quantity: line.quantity, amount: line.paid }));
    return [{ ...about, lines: all, shipping: dice.chance(0.5) ? shipping : 0n }];
  }
  const first = partOf(dice, dice.pick(lines));
  const refunds: RefundFacts[] = [{ ...about, lines: [first], shipping: 0n }];
  const others = lines.filter((line) => line !== first.line);
  if (others.length > 0 && dice.chance(0.2)) {
    const second = partOf(dice, dice.pick(others));
    refunds.push({
      id: about.id + 1,
      day: refundDay(about.day, 2),
      lines: [second],
      shipping: 0n,
      isLate: true,
    });
  }
  return refunds;
}

function partOf(dice: Dice, line: LineFacts): RefundFacts['lines'][number] {
  const quantity = dice.whole(1, line.quantity);
  return { line, quantity, amount: (line.paid * BigInt(quantity)) / BigInt(line.quantity) };
}
