const FAULTS_MAX = 5;
const OPEN_MS = 15_000;

/**
 * Stops calling a system that keeps failing: after five faults in a row nothing is sent for fifteen seconds,
 * then one call tries. (OWASP ASVS 16.5.2: a circuit breaker in front of outside resources.)
 */
export class Circuit {
  readonly #now: () => number;
  #faults = 0;
  #openUntil = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds until a call may be made; 0 when it may be made now. */
  waitMs(): number {
    return Math.max(0, this.#openUntil - this.#now());
  }

  /** Faults in a row. */
  get faults(): number {
    return this.#faults;
  }

  succeeded(): void {
    this.#faults = 0;
  }

  failed(): void {
    this.#faults += 1;
    if (this.#faults >= FAULTS_MAX) this.#openUntil = this.#now() + OPEN_MS;
  }
}
