import type { Voucher, VoucherDraft, VoucherWord } from './voucher.ts';

/** Vouchers are numbered 1 … n within each series of a book. */
export interface Series {
  readonly period: number;
  readonly word: VoucherWord;
}

/** The series as a text key, e.g. `202601/记`. */
export function seriesKey({ period, word }: Series): string {
  return `${period}/${word}`;
}

/**
 * The number of each draft, in their order: each series goes on from its last number without a gap.
 * `lastNumber` says the last number given (0 for none) and is asked once per series. The one writer of the
 * book calls this inside the transaction that saves the vouchers, so a number given is a number used.
 */
export function assignNumbers(
  drafts: readonly Pick<VoucherDraft, 'period' | 'word'>[],
  lastNumber: (series: Series) => number,
): { numbers: number[]; last: Map<string, Series & { number: number }> } {
  const last = new Map<string, Series & { number: number }>();
  const numbers = drafts.map((draft) => {
    const key = seriesKey(draft);
    let series = last.get(key);
    if (series === undefined) {
      series = { period: draft.period, word: draft.word, number: lastNumber(draft) };
      last.set(key, series);
    }
    series.number += 1;
    return series.number;
  });
  return { numbers, last };
}

/** What people call a voucher: `记-118`. */
export function voucherLabel({ word, number }: Pick<Voucher, 'word' | 'number'>): string {
  return `${word}-${number}`;
}
