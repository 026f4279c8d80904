/** How long after a lost answer their server may still be saving what it was sent. */
export const SETTLE_MS = 5_000;

const REMEMBERED_MAX = 1_000;

/**
 * Remembers which batches the target took for repeats although nothing of them was there. Their guard compares bodies
 * byte by byte and may remember one whose voucher was deleted since; after that only another body gets through. It
 * gets one no sooner than the first copy must have been settled.
 */
export class RepeatMarks {
  readonly #seen = new Map<string, { firstAt: number; attempt: number }>();
  /** A member that their server ignores (its name has no F) and that makes the body another one; empty at first. */
  markOf(keys: readonly string[], now: number): { readonly Attempt?: number } {
    const seen = this.#seen.get(keys.join('\n'));
    if (!seen || now - seen.firstAt < SETTLE_MS) return {};
    seen.attempt += 1;
    seen.firstAt = now;
    return { Attempt: seen.attempt };
  }

  note(keys: readonly string[], now: number): void {
    const key = keys.join('\n');
    if (!this.#seen.has(key)) this.#seen.set(key, { firstAt: now, attempt: 1 });
    const oldest = this.#seen.size > REMEMBERED_MAX ? this.#seen.keys().next().value : undefined;
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}
