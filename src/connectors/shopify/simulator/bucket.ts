/** Leaky bucket: every call adds one, and it empties at a steady rate. Full means 429. */
export class Bucket {
  size: number;
  leakPerSecond: number;
  #used = 0;
  #at = 0;

  constructor(size: number, leakPerSecond: number) {
    this.size = size;
    this.leakPerSecond = leakPerSecond;
  }

  /** Adds a call if it still fits; null, or how many seconds until one fits. */
  add(now: Date): number | null {
    const seconds = Math.max(0, (now.getTime() - this.#at) / 1000);
    this.#at = now.getTime();
    this.#used = Math.max(0, this.#used - seconds * this.leakPerSecond);
    if (this.#used + 1 > this.size) return Math.max(0.1, (this.#used + 1 - this.size) / this.leakPerSecond);
    this.#used += 1;
    return null;
  }

  /** As in `X-Shopify-Shop-Api-Call-Limit`. */
  get level(): string {
    return `${Math.ceil(this.#used)}/${this.size}`;
  }
}
