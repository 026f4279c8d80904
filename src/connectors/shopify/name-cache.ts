const NAMES_MAX = 20_000;

/** Order id → name of the orders seen last. The oldest makes room. */
export class NameCache {
  readonly #names = new Map<string, string>();

  get(orderId: string): string | null {
    return this.#names.get(orderId) ?? null;
  }

  keep(orderId: string | null, name: string): void {
    if (orderId === null) return;
    this.#names.delete(orderId);
    this.#names.set(orderId, name);
    const [oldest] = this.#names.keys();
    if (this.#names.size > NAMES_MAX && oldest !== undefined) this.#names.delete(oldest);
  }
}
