export interface BucketClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Lets at most `perSecond` calls a second through, with a burst of one second's worth. Callers wait in order. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #clock: BucketClock;
  #tokens: number;
  #at: number;

  constructor(perSecond: number, clock: BucketClock) {
    this.#perSecond = perSecond;
    this.#clock = clock;
    this.#tokens = perSecond;
    this.#at = clock.now();
  }

  get perSecond(): number {
    return this.#perSecond;
  }

  /** How many calls may be made at once now; below zero while callers wait. */
  get available(): number {
    this.#refill();
    return this.#tokens;
  }

  /** Resolves when one call may be made. */
  async take(signal?: AbortSignal): Promise<void> {
    this.#refill();
    this.#tokens -= 1;
    if (this.#tokens < 0) await this.#clock.sleep((-this.#tokens / this.#perSecond) * 1000, signal);
  }

  #refill(): void {
    const now = this.#clock.now();
    this.#tokens = Math.min(this.#perSecond, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
  }
}
