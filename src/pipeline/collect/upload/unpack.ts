import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RefusalError } from '#core/trouble/trouble.ts';

/** The bytes, and an end with a refusal once there are more than `bytesMax`. Nothing is held back or piled up. */
export async function* limited(
  bytes: AsyncIterable<Uint8Array>,
  bytesMax: number,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.byteLength;
    if (total > bytesMax) {
      throw new RefusalError({ code: 'body_too_large', at: 'body', params: { limit: String(bytesMax) } });
    }
    yield chunk;
  }
}

/** Unpacked as it arrives. What is asked for is unpacked and no more, so a bomb fills nothing but its limit. */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false });
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    yield* gunzip;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
