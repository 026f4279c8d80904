/** Debits and credits of one account in one period. */
export interface Movement {
  readonly period: number;
  readonly account: string;
  debitMinor: bigint;
  creditMinor: bigint;
}

/** Debits and credits added up per period and account. */
export class Movements {
  readonly #byPlace = new Map<string, Movement>();

  addLines(
    period: number,
    lines: readonly { account: string; debitMinor: bigint; creditMinor: bigint }[],
  ): void {
    for (const line of lines) this.add({ ...line, period });
  }

  add({ period, account, debitMinor, creditMinor }: Movement): void {
    const key = `${period} ${account}`;
    const known = this.#byPlace.get(key);
    if (known) {
      known.debitMinor += debitMinor;
      known.creditMinor += creditMinor;
    } else {
      this.#byPlace.set(key, { period, account, debitMinor, creditMinor });
    }
  }

  at(period: number, account: string): Readonly<Movement> {
    return this.#byPlace.get(`${period} ${account}`) ?? { period, account, debitMinor: 0n, creditMinor: 0n };
  }

  all(): readonly Readonly<Movement>[] {
    return [...this.#byPlace.values()];
  }
}
