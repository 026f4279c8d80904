import { Fault } from '#core/trouble/trouble.ts';

/** Lets a few do something costly at a time; others wait in line, and a line that is too long is told to come back. */
export class NarrowGate {
  #inside = 0;
  readonly #line: (() => void)[] = [];
  readonly #insideMax: number;
  readonly #lineMax: number;

  constructor({ insideMax, lineMax }: { readonly insideMax: number; readonly lineMax: number }) {
    this.#insideMax = insideMax;
    this.#lineMax = lineMax;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#inside < this.#insideMax) {
      this.#inside++;
      return;
    }
    if (this.#line.length >= this.#lineMax) {
      throw new Fault('sign_in_busy', { retry: { kind: 'wait', waitMs: 2_000 } });
    }
    await new Promise<void>((next) => this.#line.push(next));
  }

  /** The place goes to the next in line without becoming free in between. */
  #leave(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#inside--;
  }
}
