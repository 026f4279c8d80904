import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib';
import { type Bytes, inPieces } from './bytes.ts';
import { CHUNK_BYTES, PACKED_CHUNK_BYTES, UNPACK_FREE_BYTES, UNPACK_RATIO_MAX } from './limits.ts';
import { refuseFile } from './refuse-file.ts';

/** What gzip packed, piece by piece. A cut-off file gives everything up to the cut, then `file_truncated`. */
export function gunzip(bytes: Bytes, signal: AbortSignal): Bytes {
  return unpack(bytes, createGunzip({ chunkSize: CHUNK_BYTES }), signal);
}

/** What deflate packed (an entry of a zip), piece by piece. */
export function inflate(bytes: Bytes, signal: AbortSignal): Bytes {
  return unpack(bytes, createInflateRaw({ chunkSize: CHUNK_BYTES }), signal);
}

/**
 * In lockstep, one packed piece at a time: piping would throw away what is unpacked but not yet read when the
 * packed bytes break off, and where a file ends must not depend on timing.
 */
async function* unpack(bytes: Bytes, inflater: Gunzip | InflateRaw, signal: AbortSignal): Bytes {
  const steps = new Steps(inflater);
  let packed = 0;
  let unpacked = 0;
  try {
    for await (const piece of inPieces(bytes, signal, PACKED_CHUNK_BYTES)) {
      packed += piece.length;
      for (const chunk of await steps.write(piece)) {
        unpacked += chunk.length;
        if (unpacked > UNPACK_FREE_BYTES && unpacked > packed * UNPACK_RATIO_MAX)
          refuseFile('file_unpacks_too_much', { ratio: String(UNPACK_RATIO_MAX) });
        yield chunk;
      }
    }
    yield* await steps.end();
  } finally {
    inflater.destroy();
  }
}

/** A zlib stream as calls that wait: what goes in, and everything that came out of it. */
class Steps {
  readonly #stream: Gunzip | InflateRaw;
  #out: Buffer[] = [];
  #fail: (error: Error) => void = () => {};

  constructor(stream: Gunzip | InflateRaw) {
    this.#stream = stream;
    stream.on('data', (chunk: Buffer) => this.#out.push(chunk));
    stream.on('error', (error) => this.#fail(error));
  }

  write(piece: Uint8Array): Promise<Buffer[]> {
    return this.#step((done) => this.#stream.write(piece, done));
  }

  end(): Promise<Buffer[]> {
    return this.#step((done) => this.#stream.once('end', done).end());
  }

  #step(go: (done: () => void) => void): Promise<Buffer[]> {
    return new Promise<void>((resolve, reject) => {
      this.#fail = reject;
      go(resolve);
    }).then(
      () => this.#out.splice(0),
      (error: unknown) =>
        refuseFile(isCutOff(error) ? 'file_truncated' : 'file_damaged', { why: String(error) }),
    );
  }
}

function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
}
