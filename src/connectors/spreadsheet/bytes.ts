import { CHUNK_BYTES } from './limits.ts';
import { refuseFile } from './refuse-file.ts';

export type Bytes = AsyncIterable<Uint8Array>;

/**
 * `bytes` in pieces of about `pieceBytes`, whatever the caller hands over: a huge piece would be held at once, and a
 * sender who dribbles would have us look at every unfinished row thousands of times. Stops when the signal says so.
 */
export async function* inPieces(bytes: Bytes, signal: AbortSignal, pieceBytes = CHUNK_BYTES): Bytes {
  let waiting: Uint8Array[] = [];
  let length = 0;
  const failed: unknown[] = [];
  const take = function* (): Iterable<Uint8Array> {
    const all = waiting.length === 1 ? (waiting[0] ?? new Uint8Array()) : Buffer.concat(waiting);
    waiting = [];
    length = 0;
    for (let start = 0; start < all.length; start += pieceBytes) {
      signal.throwIfAborted();
      yield all.subarray(start, start + pieceBytes);
    }
  };
  try {
    for await (const chunk of bytes) {
      waiting.push(chunk);
      length += chunk.length;
      if (length >= pieceBytes) yield* take();
    }
  } catch (error) {
    failed.push(error);
  }
  yield* take();
  if (failed.length > 0) throw failed[0];
}

/** `bytes` until there are too many of them: a 10 GB upload is refused after the limit, not after 10 GB. */
export async function* limitBytes(bytes: Bytes, bytesMax: number): Bytes {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > bytesMax)
      refuseFile('file_too_large', { limitMib: String(Math.floor(bytesMax / 1024 ** 2)) });
    yield chunk;
  }
}

/** The caller's stream, given back (and so closed) when the reading ends, however it ends. */
export function borrow(bytes: Bytes, held: AsyncDisposableStack): Bytes {
  const iterator = bytes[Symbol.asyncIterator]();
  held.defer(async () => {
    await iterator.return?.();
  });
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
}

export interface Peeked {
  /** The first bytes; fewer than asked for only when there are no more. */
  readonly head: Buffer;
  /** Everything, the head included. */
  readonly all: Bytes;
}

/** Looks at the first `count` bytes without taking them away. */
export async function peek(bytes: Bytes, count: number): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  const failed: unknown[] = [];
  try {
    for (let length = 0; length < count; ) {
      const next = await iterator.next();
      if (next.done) break;
      chunks.push(next.value);
      length += next.value.length;
    }
  } catch (error) {
    failed.push(error);
  }
  const head = Buffer.concat(chunks);
  return { head, all: continueFrom(head, iterator, failed) };
}

/** A failure while looking ahead is thrown where it happened: after the bytes that came before it. */
async function* continueFrom(
  head: Buffer,
  iterator: AsyncIterator<Uint8Array>,
  failed: readonly unknown[],
): Bytes {
  try {
    if (head.length > 0) yield head;
    if (failed.length > 0) throw failed[0];
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** All of a part that is small by its nature, refused beyond `bytesMax`. */
export async function gather(bytes: Bytes, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitBytes(bytes, bytesMax)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
