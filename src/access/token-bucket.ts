/** How much of an allowance is left after asking for one more. */
export interface Allowance {
  readonly isGranted: boolean;
  /** Requests per minute. */
  readonly limit: number;
  /** Requests that may follow at once. */
  readonly remaining: number;
  /** Until the next request is granted; 0 where one may follow at once. */
  readonly waitMs: number;
}

interface Bucket {
  readonly credit: number;
  readonly filledAt: number;
}

/** What one request costs where each millisecond earns the requests per minute: a minute in ms, so that it stays exact. */
const COST = 60_000;

/**
 * Token buckets by name, each as large as one minute's allowance and refilled steadily. In this process only: a hub of
 * several API processes grants each of them the allowance. The least recently asked are forgotten, and begin full.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #namesMax: number;
  readonly #nowMs: () => number;

  constructor({ namesMax, nowMs }: { readonly namesMax: number; readonly nowMs: () => number }) {
    this.#namesMax = namesMax;
    this.#nowMs = nowMs;
  }

  /** Takes one, if there is one. */
  take(name: string, perMinute: number): Allowance {
    const now = this.#nowMs();
    const full = perMinute * COST;
    const known = this.#buckets.get(name) ?? { credit: full, filledAt: now };
    const filled = Math.min(full, known.credit + (now - known.filledAt) * perMinute);
    const isGranted = filled >= COST;
    const credit = isGranted ? filled - COST : filled;
    this.#keep(name, { credit, filledAt: now });
    const waitMs = credit >= COST ? 0 : Math.ceil((COST - credit) / perMinute);
    return { isGranted, limit: perMinute, remaining: Math.floor(credit / COST), waitMs };
  }

  #keep(name: string, bucket: Bucket): void {
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    if (this.#buckets.size <= this.#namesMax) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
