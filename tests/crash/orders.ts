import type { Company } from '#app/demo/company.ts';
import { drawOrder, type OrderFacts, type RefundFacts } from '#app/demo/order-facts.ts';
import { type ShopOrder, shopOrder } from '#app/demo/order-json.ts';
import { truthOfOrder } from '#app/demo/order-truth.ts';
import { DIRT } from '#app/demo/spoil-order.ts';
import type { VoucherTruth } from '#app/demo/truth.ts';
import { type Dice, makeDice } from '#app/dice.ts';

/** What happens to one order of the shop. The last version says what must stand in the end. */
export interface OrderStory {
  readonly id: string;
  readonly versions: readonly Version[];
}

export interface Version {
  /** When it reaches the shop. */
  readonly tick: number;
  readonly order: ShopOrder;
  /** What it must become; empty where it is held, or no sale. */
  readonly vouchers: readonly VoucherTruth[];
  /** Why it must be held; empty unless it is dirty. */
  readonly codes: readonly string[];
}

/** Orders that are drawn on sixty days have numbers up to here. */
const INDEX_MAX = 5_000;
/** Dirt that any domestic order can have. */
const DIRTY = ['customer missing', 'location unknown', 'total does not add up', 'date in the future'];

/** Orders spread over `ticks`: good, refunded later, changed once or twice after they were posted, dirty, mended. */
export function tellStories(
  company: Company,
  { seed, count, ticks }: { seed: number; count: number; ticks: number },
): OrderStory[] {
  const dice = makeDice(seed);
  const step = Math.floor(INDEX_MAX / count);
  return Array.from({ length: count }, (_, at) => {
    const facts = drawOrder(dice, company, at * step);
    const tick = Math.min(ticks - 1, Math.floor((at * ticks) / count));
    const later = (from: number) => Math.min(ticks - 1, from + dice.whole(6, 22));
    return { id: String(facts.id), versions: drawVersions({ dice, company, facts, tick, later }) };
  });
}

interface Draw {
  readonly dice: Dice;
  readonly company: Company;
  readonly facts: OrderFacts;
  readonly tick: number;
  readonly later: (from: number) => number;
}

function drawVersions(draw: Draw): Version[] {
  const { dice, company, facts, tick, later } = draw;
  if (facts.status !== 'paid') return [versionOf(draw, facts, tick)];
  if (facts.currency === 'CNY' && dice.chance(0.06)) return drawDirty(draw);
  const early = facts.refunds.filter(({ isLate }) => !isLate);
  const first = versionOf(draw, { ...facts, refunds: early }, tick);
  const versions = [first];
  if (early.length < facts.refunds.length) versions.push(versionOf(draw, facts, later(tick)));
  const known = [facts];
  // Customers abroad are too few for that.
  while (facts.currency === 'CNY' && dice.chance(0.22)) {
    const changed = changeOrder(dice, company, known);
    known.push(changed);
    versions.push(versionOf(draw, changed, later(versions.at(-1)!.tick)));
  }
  return versions;
}

function drawDirty(draw: Draw): Version[] {
  const { dice, facts, tick, later } = draw;
  const clean = versionOf(draw, { ...facts, refunds: [] }, tick);
  const { spoil, codes } = DIRT.find(({ name }) => name === dice.pick(DIRTY)) ?? DIRT[0]!;
  const dirty: Version = { tick, order: spoil(clean.order), vouchers: [], codes };
  return dice.chance(0.5) ? [dirty, { ...clean, tick: later(tick) }] : [dirty];
}

function versionOf({ company }: Draw, facts: OrderFacts, tick: number): Version {
  const shown: readonly RefundFacts[] = facts.refunds;
  const isSale = facts.status === 'paid';
  return {
    tick,
    order: shopOrder(facts, shown),
    vouchers: isSale ? truthOfOrder(facts, company) : [],
    codes: [],
  };
}

/**
 * Somebody in the shop corrects the customer, or where the goods came from: other dimensions, the same money. It never
 * becomes again what it was before, so that amounts tell which version a voucher is about.
 */
function changeOrder(
  dice: Dice,
  { customers, locations }: Company,
  known: readonly OrderFacts[],
): OrderFacts {
  const facts = known.at(-1)!;
  const departments = locations
    .slice(0, -1)
    .filter(({ department }) => department !== facts.location.department);
  if (known.length === 1 && dice.chance(0.4)) {
    return { ...facts, location: dice.pick(departments) };
  }
  const before = new Set(known.map(({ customer }) => customer.code));
  const others = customers.filter(({ code, currency }) => !before.has(code) && currency === undefined);
  return { ...facts, customer: dice.pick(others) };
}
