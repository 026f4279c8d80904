import type { Scalar } from './filter.ts';
import type { SimVoucher } from './voucher.ts';

/** All vouchers, found by id, number or custom field without looking at the others. */
export class VoucherTable {
  readonly #byId = new Map<number, SimVoucher>();
  readonly #idOfBill = new Map<string, number>();
  /** `field\nvalue` → ids. */
  readonly #byCustom = new Map<string, Set<number>>();
  /** Book, period and word → the highest number in use. */
  readonly #numbers = new Map<string, number>();

  get(id: number): SimVoucher | undefined {
    return this.#byId.get(id);
  }

  byBill(billNo: string): SimVoucher | undefined {
    return this.#byId.get(this.#idOfBill.get(billNo) ?? -1);
  }

  all(): IterableIterator<SimVoucher> {
    return this.#byId.values();
  }

  put(voucher: SimVoucher): void {
    const before = this.#byId.get(voucher.id);
    if (before) this.#unindex(before);
    this.#byId.set(voucher.id, voucher);
    this.#idOfBill.set(voucher.billNo, voucher.id);
    for (const key of customKeys(voucher)) {
      const ids = this.#byCustom.get(key) ?? new Set();
      this.#byCustom.set(key, ids.add(voucher.id));
    }
    const series = seriesOf(voucher);
    this.#numbers.set(series, Math.max(voucher.number, this.#numbers.get(series) ?? 0));
  }

  /** The number of a deleted voucher is used again only when it was the last of its series. */
  remove(voucher: SimVoucher): void {
    this.#unindex(voucher);
    this.#byId.delete(voucher.id);
    const series = seriesOf(voucher);
    if (this.#numbers.get(series) === voucher.number) this.#numbers.set(series, voucher.number - 1);
  }

  nextNumber(series: Pick<SimVoucher, 'book' | 'period' | 'word'>): number {
    return (this.#numbers.get(seriesOf(series)) ?? 0) + 1;
  }

  /** Candidates that an equality leaves, or null when it names no indexed field. */
  candidates(field: string, values: readonly Scalar[]): SimVoucher[] | null {
    if (field === 'FVoucherID') return this.#present(values.map((value) => this.get(Number(value))));
    if (field === 'FBillNo' || field === 'FNumber')
      return this.#present(values.map((value) => this.byBill(String(value))));
    if (!field.startsWith('F_')) return null;
    const ids = new Set(
      values.flatMap((value) => [...(this.#byCustom.get(customKey(field, String(value))) ?? [])]),
    );
    return this.#present([...ids].map((id) => this.get(id)));
  }

  #present(vouchers: readonly (SimVoucher | undefined)[]): SimVoucher[] {
    return [...new Set(vouchers)].filter((voucher) => voucher !== undefined);
  }

  #unindex(voucher: SimVoucher): void {
    this.#idOfBill.delete(voucher.billNo);
    for (const key of customKeys(voucher)) this.#byCustom.get(key)?.delete(voucher.id);
  }
}

function customKeys({ custom }: SimVoucher): string[] {
  return Object.entries(custom).map(([field, value]) => customKey(field, value));
}

function customKey(field: string, value: string): string {
  return `${field}\n${value.toLowerCase()}`;
}

function seriesOf({ book, period, word }: Pick<SimVoucher, 'book' | 'period' | 'word'>): string {
  return `${book} ${period} ${word}`;
}
