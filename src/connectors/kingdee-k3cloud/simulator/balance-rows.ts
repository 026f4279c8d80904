import type { Scalar } from './filter.ts';
import type { ReadField } from './meets.ts';
import { amountNumber, type SimVoucher } from './voucher.ts';
import type { World } from './world.ts';

/** What moved on one account, combination of dimensions and currency in one period. Base currency, fen. */
export interface Movement {
  readonly book: string;
  readonly account: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly period: number;
  debitMinor: bigint;
  creditMinor: bigint;
}

/** Every movement of the vouchers that `counts`. */
export function movementsOf(
  vouchers: Iterable<SimVoucher>,
  counts: (voucher: SimVoucher) => boolean,
): Movement[] {
  const movements = new Map<string, Movement>();
  for (const voucher of vouchers) {
    if (voucher.status === 'Z' || voucher.voided || !counts(voucher)) continue;
    for (const entry of voucher.entries) {
      const { book, period } = voucher;
      const { account, dimensions, currency } = entry;
      const key = JSON.stringify([book, account, currency, period, Object.entries(dimensions).sort()]);
      const known = movements.get(key);
      const movement = known ?? {
        book,
        account,
        dimensions,
        currency,
        period,
        debitMinor: 0n,
        creditMinor: 0n,
      };
      movement.debitMinor += entry.debitMinor;
      movement.creditMinor += entry.creditMinor;
      movements.set(key, movement);
    }
  }
  return [...movements.values()];
}

const DIMENSION = /^FDetailID\.(FF\w+)\.FNumber$/;

const FIELDS: Readonly<Record<string, (row: BalanceRow, world: World) => Scalar>> = {
  'FACCOUNTBOOKID.FNumber': (row) => row.book,
  FYear: (row) => Math.floor(row.period / 100),
  FPeriod: (row) => row.period % 100,
  'FAccountID.FNumber': (row) => row.account,
  'FAccountID.FName': (row, world) => world.table('BD_Account').byNumber(row.account)?.fields.FName ?? null,
  'FCurrencyID.FNumber': (row) => row.currency,
  'FCurrencyID.FName': (row, world) =>
    world.table('BD_Currency').byNumber(row.currency)?.fields.FName ?? null,
  FBeginBalance: (row) => amountNumber(row.beginMinor),
  FDebit: (row) => amountNumber(row.debitMinor),
  FCredit: (row) => amountNumber(row.creditMinor),
  FEndBalance: (row) => amountNumber(row.beginMinor + row.debitMinor - row.creditMinor),
};

interface BalanceRow extends Movement {
  readonly beginMinor: bigint;
}

export function knowsBalanceField(world: World, field: string): boolean {
  const slot = DIMENSION.exec(field)?.[1];
  return field in FIELDS || (slot !== undefined && world.seed.dimensions.some((each) => each.slot === slot));
}

/** Rows of `GL_BALANCE`: posted vouchers only, one row for every period in which something moved. */
export function readBalances(world: World): ReadField[] {
  const movements = movementsOf(world.vouchers.all(), (voucher) => voucher.posted);
  movements.sort((a, b) => a.period - b.period);
  const ends = new Map<string, bigint>();
  return movements.map((movement) => {
    const key = JSON.stringify([movement.book, movement.account, movement.currency, movement.dimensions]);
    const beginMinor = ends.get(key) ?? 0n;
    ends.set(key, beginMinor + movement.debitMinor - movement.creditMinor);
    return readRow(world, { ...movement, beginMinor });
  });
}

function readRow(world: World, row: BalanceRow): ReadField {
  return (field) => {
    const slot = DIMENSION.exec(field)?.[1];
    return slot === undefined ? (FIELDS[field]?.(row, world) ?? null) : (row.dimensions[slot] ?? null);
  };
}
