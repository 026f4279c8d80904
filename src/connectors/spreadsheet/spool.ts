import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { Bytes } from './bytes.ts';
import { CHUNK_BYTES } from './limits.ts';

/** A file that is read here and there instead of from front to back. */
export interface RandomAccess {
  readonly size: number;
  /** Fewer bytes than asked for at the end. */
  read(start: number, length: number): Promise<Buffer>;
  stream(start: number, length: number): Bytes;
}

export interface Spool extends RandomAccess, AsyncDisposable {}

/**
 * A stream laid down on disk: a zip can only be read from its end, and memory is no place for 100 MB.
 * The file has no name any more once it is open, so not even a killed process leaves it behind.
 */
export async function spool(bytes: Bytes): Promise<Spool> {
  const folder = await outside(() => mkdtemp(join(tmpdir(), 'spreadsheet-')));
  const file = await outside(() => open(join(folder, 'upload'), 'wx+', 0o600));
  try {
    await rm(folder, { recursive: true, force: true });
    const size = await writeAll(file, bytes);
    return {
      size,
      read: (start, length) => readAt(file, start, Math.min(length, size - start)),
      stream: (start, length) => streamFrom(file, start, Math.min(length, size - start)),
      [Symbol.asyncDispose]: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function writeAll(file: FileHandle, bytes: Bytes): Promise<number> {
  let size = 0;
  for await (const chunk of bytes) {
    await outside(() => file.writeFile(chunk));
    size += chunk.length;
  }
  return size;
}

async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  if (length <= 0) return Buffer.alloc(0);
  const { buffer, bytesRead } = await outside(() => file.read(Buffer.alloc(length), 0, length, start));
  return buffer.subarray(0, bytesRead);
}

async function* streamFrom(file: FileHandle, start: number, length: number): Bytes {
  for (let done = 0; done < length; done += CHUNK_BYTES) {
    yield await readAt(file, start + done, Math.min(CHUNK_BYTES, length - done));
  }
}

/** A full disk gets better when somebody makes room: a fault, not the file's doing. */
async function outside<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof RefusalError) throw cause;
    throw new Fault('spool_failed', { retry: { kind: 'retry' }, params: { reason: String(cause) }, cause });
  }
}
