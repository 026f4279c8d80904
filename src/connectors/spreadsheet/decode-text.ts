import { isAscii } from 'node:buffer';
import { type Bytes, peek } from './bytes.ts';
import {
  detectEncoding,
  type Encoding,
  firstBadByte,
  fits,
  looksLikeUtf16,
  readMark,
} from './detect-encoding.ts';
import { SAMPLE_BYTES } from './limits.ts';
import { refuseFile } from './refuse-file.ts';

export interface Decoding {
  readonly wanted: Encoding | 'auto';
  /** Told once, as soon as it is known. A file of pure ASCII is UTF-8. */
  readonly found: (encoding: Encoding) => void;
}

/**
 * A text file as text. Bytes that mean nothing become U+FFFD, so that one broken row does not cost the file;
 * a file that is broken from its first sample on is refused as a whole.
 */
export async function* decodeText(bytes: Bytes, { wanted, found }: Decoding): AsyncIterable<string> {
  const { head, all } = await peek(bytes, SAMPLE_BYTES);
  const known = readMark(head)?.encoding ?? looksLikeUtf16(head.subarray(0, 1024));
  const skip = readMark(head)?.bytes ?? 0;
  const pieces = withoutFirst(all, skip);
  if (known === null && wanted === 'auto') {
    yield* decodeUndecided(pieces, found);
    return;
  }
  const encoding = known ?? (wanted === 'auto' ? 'utf-8' : wanted);
  const sample = head.subarray(skip, skip + SAMPLE_BYTES);
  if (!fits(sample, encoding, false)) refuseBytes(sample, { encoding, at: skip });
  found(encoding);
  yield* decodeAs(encoding, pieces);
}

/** ASCII means the same in UTF-8 and GB18030: the choice can wait for the first byte that is neither. */
async function* decodeUndecided(bytes: Bytes, found: Decoding['found']): AsyncIterable<string> {
  let at = 0;
  const iterator = bytes[Symbol.asyncIterator]();
  const rest: Bytes = { [Symbol.asyncIterator]: () => iterator };
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    if (!isAscii(chunk)) {
      const ascii = chunk.findIndex((byte) => byte >= 0x80);
      yield chunk.toString('latin1', 0, ascii);
      yield* decodeDecided(followedBy(chunk.subarray(ascii), rest), at + ascii, found);
      return;
    }
    at += chunk.length;
    yield chunk.toString('latin1');
  }
  found('utf-8');
}

async function* decodeDecided(bytes: Bytes, at: number, found: Decoding['found']): AsyncIterable<string> {
  const { head, all } = await peek(bytes, SAMPLE_BYTES);
  const isAll = head.length < SAMPLE_BYTES;
  const sample = head.subarray(0, SAMPLE_BYTES);
  const encoding = detectEncoding(sample, isAll) ?? refuseBytes(sample, { encoding: 'utf-8', at });
  found(encoding);
  yield* decodeAs(encoding, all);
}

async function* decodeAs(encoding: Encoding, bytes: Bytes): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function* followedBy(first: Uint8Array, rest: Bytes): Bytes {
  yield first;
  yield* rest;
}

async function* withoutFirst(bytes: Bytes, count: number): Bytes {
  let skip = count;
  for await (const chunk of bytes) {
    yield chunk.subarray(skip);
    skip = 0;
  }
}

function refuseBytes(sample: Uint8Array, { encoding, at }: { encoding: Encoding; at: number }): never {
  const bad = firstBadByte(sample, encoding);
  const hex = Buffer.from(sample.subarray(bad, bad + 4)).toString('hex');
  return refuseFile('encoding_unknown', { encoding, bytes: hex }, `byte ${at + bad + 1}`);
}
