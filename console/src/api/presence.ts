const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];
const FRESH_MS = 60_000;

/**
 * Whether somebody is at the page. What it asks while nobody touches it (news, polls, refreshes) must not keep the session
 * from growing idle.
 */
export class Presence {
  readonly #now: () => number;
  #touchedAt: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#touchedAt = now();
  }

  /** Takes whatever a hand does here as a sign. */
  watch(page: EventTarget): void {
    const touch = () => {
      this.#touchedAt = this.#now();
    };
    for (const sign of SIGNS) page.addEventListener(sign, touch, { capture: true, passive: true });
  }

  /** Somebody touched the page within the last minute. */
  isFresh(): boolean {
    return this.#now() - this.#touchedAt < FRESH_MS;
  }
}

export const presence = new Presence(Date.now);
