import { createHash } from 'node:crypto';

/** A body that is read as it arrives, once. With an idempotency key its hash is taken on the way. */
export class BodyStream {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #hash = createHash('sha256');

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#source) {
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** Reads whatever is left and gives the hash of the whole. */
  async drain(): Promise<Buffer> {
    for await (const chunk of this.#source) this.#hash.update(chunk);
    return this.#hash.digest();
  }
}
