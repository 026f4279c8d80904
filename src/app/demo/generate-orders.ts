import { type Dice, makeDice } from '#app/dice.ts';
import type { Company } from './company.ts';
import { goodsIn } from './goods.ts';
import { drawOrder, type OrderFacts } from './order-facts.ts';
import { type ShopOrder, shopOrder } from './order-json.ts';
import { truthOfOrder } from './order-truth.ts';
import { DIRT, type Dirt } from './spoil-order.ts';
import type { OrderTruth } from './truth.ts';

export const ORDER_COUNT = 5_000;
const DIRTY_COUNT = 50;

/** The shop's orders in the two waves in which they reach it, and what must become of each. */
export interface GeneratedOrders {
  /** Not in the order of their dates. */
  readonly first: readonly ShopOrder[];
  /** After the hub has read the first: refunds made since, orders that repeat a number, and plain repetitions. */
  readonly second: readonly ShopOrder[];
  readonly truth: readonly OrderTruth[];
}

/** Five thousand orders of sixty days, one in a hundred of them dirty. The same seed gives the same orders. */
export function generateOrders(company: Company, seed: number): GeneratedOrders {
  const dice = makeDice(seed);
  const dirtOf = chooseDirty(dice);
  const orders: Generated[] = [];
  for (let index = 0; index < ORDER_COUNT; index += 1) {
    const dirt = dirtOf.get(index) ?? null;
    if (dirt === DOUBLE) orders.push(doubleOf(orders, drawClean(dice, company, index)));
    else if (dirt === null) orders.push(clean(drawOrder(dice, company, index), company));
    else orders.push(dirty(drawClean(dice, company, index), dirt, company));
  }
  const repeated = orders.filter(() => dice.chance(0.2)).flatMap(({ first }) => first ?? []);
  return {
    first: dice.shuffle(orders.flatMap(({ first }) => first ?? [])),
    second: dice.shuffle([
      ...repeated.filter(isNotChanged(orders)),
      ...orders.flatMap(({ second }) => second ?? []),
    ]),
    truth: orders.map(({ truth }) => truth),
  };
}

interface Generated {
  readonly first: ShopOrder | null;
  readonly second: ShopOrder | null;
  readonly truth: OrderTruth;
}

/** Two orders under one number: the one that comes second is the wrong one. */
const DOUBLE: Dirt = { name: 'number taken', codes: ['duplicate_document'], spoil: (order) => order };

function chooseDirty(dice: Dice): Map<number, Dirt> {
  const kinds = [...DIRT, DOUBLE];
  const places = new Set<number>();
  // The first orders stay clean, so that every double finds an order to be the double of.
  while (places.size < DIRTY_COUNT) places.add(dice.whole(100, ORDER_COUNT - 1));
  return new Map([...places].map((place, at) => [place, kinds[at % kinds.length]!]));
}

/** A plain domestic order that is large enough to have a thousands comma. */
function drawClean(dice: Dice, company: Company, index: number): OrderFacts {
  const facts = drawOrder(dice, company, index);
  const good = goodsIn('CNY')[4]!;
  const line = {
    id: 880_000_000 + index * 10,
    good,
    quantity: 2,
    list: good.price * 2n,
    paid: good.price * 2n,
  };
  return {
    ...facts,
    customer: company.customers[index % 30]!,
    location: company.locations[index % 4]!,
    channel: 'web',
    currency: 'CNY',
    lines: [line, { ...line, id: line.id + 1 }],
    discount: 0n,
    shipping: 800n,
    shippingTax: 6,
    status: 'paid',
    refunds: [],
  };
}

function clean(facts: OrderFacts, company: Company): Generated {
  const early = facts.refunds.filter(({ isLate }) => !isLate);
  const isLater = early.length < facts.refunds.length;
  return {
    first: shopOrder(facts, early),
    second: isLater ? shopOrder(facts, facts.refunds) : null,
    truth: {
      ...idsOf(facts),
      verdict: facts.status === 'paid' ? 'good' : 'ignored',
      codes: [],
      dirt: null,
      vouchers: facts.status === 'paid' ? truthOfOrder(facts, company) : [],
    },
  };
}

function dirty(facts: OrderFacts, { name, codes, spoil }: Dirt, company: Company): Generated {
  const order = spoil(shopOrder(facts, []));
  const isBad = codes.length > 0;
  return {
    first: order,
    second: null,
    truth: {
      ...idsOf(facts),
      number: order.name ?? '',
      verdict: isBad ? 'bad' : 'good',
      codes,
      dirt: name,
      vouchers: isBad ? [] : truthOfOrder(facts, company),
    },
  };
}

/** An order under the number of a good one from long before; it comes in the second wave, when that one is posted. */
function doubleOf(before: readonly Generated[], facts: OrderFacts): Generated {
  const original =
    before.find(({ truth }, at) => at % 97 === facts.id % 97 && truth.verdict === 'good') ?? before[0]!;
  const number = original.truth.number;
  return {
    first: null,
    second: shopOrder({ ...facts, number }, []),
    truth: { ...idsOf(facts), number, verdict: 'bad', codes: DOUBLE.codes, dirt: DOUBLE.name, vouchers: [] },
  };
}

function idsOf({ id, number }: OrderFacts): Pick<OrderTruth, 'id' | 'number'> {
  return { id: String(id), number };
}

/** What has changed since is not sent again as it was: the shop would take it for outdated. */
function isNotChanged(orders: readonly Generated[]): (order: ShopOrder) => boolean {
  const changed = new Set(orders.flatMap(({ second }) => second?.id ?? []));
  return ({ id }) => !changed.has(id);
}
