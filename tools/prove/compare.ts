import type { FoundVoucher } from './kingdee.ts';
import type { Shop } from './shop.ts';
import type { Expected, ExpectedOrder, ExpectedVoucher } from './truth.ts';

/** Everything that is not as it must be, one sentence each. Empty: the proof holds. */
export function compare(expected: Expected, found: readonly FoundVoucher[], shop: Shop): string[] {
  const byName = Map.groupBy(found, ({ name }) => name);
  return [
    ...unknownVouchers(expected, found),
    ...[...expected.vouchers.values()].flatMap((voucher) =>
      judgeVoucher(voucher, byName.get(voucher.name) ?? [], shop),
    ),
    ...expected.orders.flatMap((order) => judgeOrder(order, shop)),
  ];
}

function unknownVouchers({ vouchers }: Expected, found: readonly FoundVoucher[]): string[] {
  return found
    .filter(({ name }) => !vouchers.has(name))
    .map(({ name, number, date }) => `${number} of ${date} (${name || 'about nothing'}) should not be there`);
}

/** Exactly one, audited, on its day, with every amount in its place, and the shop knows its number. */
function judgeVoucher(expected: ExpectedVoucher, found: readonly FoundVoucher[], shop: Shop): string[] {
  const [voucher, second] = found;
  if (voucher === undefined) return [`${expected.name}: no voucher`];
  if (second !== undefined) {
    return [`${expected.name}: ${found.length} vouchers, ${found.map(({ number }) => number).join(', ')}`];
  }
  const { name, date, mark } = expected;
  const differences: string[] = [];
  if (!voucher.isAudited) differences.push(`${name}: ${voucher.number} is not audited`);
  if (voucher.date !== date) differences.push(`${name}: dated ${voucher.date}, not ${date}`);
  for (const place of new Set([...expected.amounts.keys(), ...voucher.amounts.keys()])) {
    const [must, is] = [expected.amounts.get(place) ?? 0n, voucher.amounts.get(place) ?? 0n];
    if (must !== is) differences.push(`${name}: ${place} is ${is}, not ${must}`);
  }
  const written = mark === null ? voucher.number : shop.marks.get(mark.orderId)?.get(mark.key);
  if (written !== voucher.number) {
    differences.push(`${name}: the shop was told ${written ?? 'nothing'}, not ${voucher.number}`);
  }
  return differences;
}

/** A bad order is held for the right reason; one that is no sale is left alone; a good one is not held. */
function judgeOrder(
  { id, number, verdict, codes }: ExpectedOrder,
  { orderIds, marks, held }: Shop,
): string[] {
  const name = `order ${number || id}`;
  if (!orderIds.has(id)) return [`${name} never reached the shop`];
  const found = (held.get(id) ?? []).toSorted().join(', ');
  const wanted = codes.toSorted().join(', ');
  return [
    ...(found === wanted ? [] : [`${name}: held for ${found || 'nothing'}, not for ${wanted || 'nothing'}`]),
    ...(verdict !== 'good' && marks.has(id) ? [`${name}: has a voucher and must not`] : []),
  ];
}
