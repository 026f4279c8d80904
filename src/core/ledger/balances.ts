import type { Currency } from '#core/money/currency.ts';
import type { Account } from './book.ts';
import { dimensionKey } from './dimension-key.ts';
import type { VoucherDraft, VoucherLine } from './voucher.ts';

/** What a set of vouchers adds to one balance row. Base amounts by side; `amount…` in the row's own currency. */
export interface BalanceDelta {
  readonly period: number;
  readonly account: string;
  readonly currency: Currency;
  /** See `dimensionKey`. */
  readonly dimensionKey: string;
  readonly dimensions: Readonly<Record<string, string>>;
  debitMinor: bigint;
  creditMinor: bigint;
  amountDebitMinor: bigint;
  amountCreditMinor: bigint;
  lineCount: number;
}

/** Opening and movements of an account. Opening is signed, a debit balance positive. */
export interface Movement {
  readonly openingMinor: bigint;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

/**
 * The lines of a batch folded into one delta for each period, account, currency and dimensions, in order of first use.
 * Balances are added once per batch and row, so an account that every voucher touches costs no more than any other.
 */
export function foldLines(drafts: Iterable<Pick<VoucherDraft, 'period' | 'lines'>>): BalanceDelta[] {
  const deltas = new Map<string, BalanceDelta>();
  for (const { period, lines } of drafts) {
    for (const line of lines) {
      const dimensions = dimensionKey(line.dimensions);
      // Codes and currencies hold no line break, so the key cannot be read two ways.
      const key = `${period}\n${line.account}\n${line.currency}\n${dimensions}`;
      const delta = deltas.get(key);
      if (delta === undefined) deltas.set(key, firstDelta(period, line, dimensions));
      else addLine(delta, line);
    }
  }
  return [...deltas.values()];
}

/** Closing balance: opening plus debits less credits; a debit balance is positive. */
export function closingOf({ openingMinor, debitMinor, creditMinor }: Movement): bigint {
  return openingMinor + debitMinor - creditMinor;
}

/** The two movements as one. */
export function addMovements(a: Movement, b: Movement): Movement {
  return {
    openingMinor: a.openingMinor + b.openingMinor,
    debitMinor: a.debitMinor + b.debitMinor,
    creditMinor: a.creditMinor + b.creditMinor,
  };
}

/**
 * Movements of every account including those above: each account's own plus all below it. `leaves` holds what was posted,
 * by account code; accounts without any are left out. A code not in the chart counts for itself only.
 */
export function rollUp(
  accounts: ReadonlyMap<string, Pick<Account, 'parentCode'>>,
  leaves: ReadonlyMap<string, Movement>,
): Map<string, Movement> {
  const totals = new Map<string, Movement>();
  for (const [leaf, movement] of leaves) {
    let code: string | null = leaf;
    while (code !== null) {
      const total = totals.get(code);
      totals.set(code, total === undefined ? movement : addMovements(total, movement));
      code = accounts.get(code)?.parentCode ?? null;
    }
  }
  return totals;
}

function firstDelta(period: number, line: VoucherLine, key: string): BalanceDelta {
  const delta: BalanceDelta = {
    period,
    account: line.account,
    currency: line.currency,
    dimensionKey: key,
    dimensions: line.dimensions,
    debitMinor: 0n,
    creditMinor: 0n,
    amountDebitMinor: 0n,
    amountCreditMinor: 0n,
    lineCount: 0,
  };
  addLine(delta, line);
  return delta;
}

function addLine(delta: BalanceDelta, line: VoucherLine): void {
  delta.debitMinor += line.debitMinor;
  delta.creditMinor += line.creditMinor;
  if (line.debitMinor !== 0n) delta.amountDebitMinor += line.amountMinor;
  else delta.amountCreditMinor += line.amountMinor;
  delta.lineCount += 1;
}
