import { crc32 } from 'node:zlib';
import type { Bytes } from './bytes.ts';
import { limitBytes } from './bytes.ts';
import { ZIP_DIRECTORY_BYTES_MAX, ZIP_ENTRIES_MAX } from './limits.ts';
import { refuseFile } from './refuse-file.ts';
import type { RandomAccess } from './spool.ts';
import { inflate } from './unpack.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_BYTES = 20;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAME = 0x800;

/**
 * The files in a zip, by its central directory: what stands in front of the entries themselves may lie about sizes.
 * A zip that was cut off has lost its directory, which comes last.
 */
export async function readZipDirectory(file: RandomAccess): Promise<readonly ZipEntry[]> {
  const { start, length, count } = await findDirectory(file);
  if (count > ZIP_ENTRIES_MAX || length > ZIP_DIRECTORY_BYTES_MAX) damaged(`${count} entries`);
  const directory = await file.read(start, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) damaged('central directory');
    const end = at + 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30);
    entries.push(readEntry(directory.subarray(at, end)));
    at = end + directory.readUInt16LE(at + 32);
  }
  return entries.filter(({ name }) => !name.endsWith('/') && !isLitter(name));
}

/** The content of one entry, checked against its length and checksum when it has been read to the end. */
export async function* readZipEntry(
  file: RandomAccess,
  entry: ZipEntry,
  { bytesMax, signal }: { readonly bytesMax: number; readonly signal: AbortSignal },
): Bytes {
  if (entry.encrypted) refuseFile('file_encrypted');
  const local = await file.read(entry.headerAt, LOCAL_BYTES);
  if (local.length < LOCAL_BYTES || local.readUInt32LE(0) !== LOCAL) damaged(entry.name);
  const start = entry.headerAt + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = file.stream(start, entry.packedBytes);
  let crc = 0;
  let length = 0;
  for await (const chunk of limitBytes(unpackBy(entry, packed, signal), bytesMax)) {
    crc = crc32(chunk, crc);
    length += chunk.length;
    yield chunk;
  }
  if (crc !== entry.crc || length !== entry.bytes) damaged(entry.name);
}

function unpackBy(entry: ZipEntry, packed: Bytes, signal: AbortSignal): Bytes {
  if (entry.method === STORED) return packed;
  return entry.method === DEFLATED
    ? inflate(packed, signal)
    : damaged(`${entry.name}: method ${entry.method}`);
}

async function findDirectory(file: RandomAccess): Promise<{ start: number; length: number; count: number }> {
  const tailAt = Math.max(0, file.size - END_BYTES - COMMENT_BYTES_MAX - LOCATOR_64_BYTES);
  const tail = await file.read(tailAt, file.size - tailAt);
  let at = tail.length - END_BYTES;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
  if (at < 0) refuseFile('file_truncated', { why: 'zip directory' });
  const locatorAt = at - LOCATOR_64_BYTES;
  if (locatorAt >= 0 && tail.readUInt32LE(locatorAt) === LOCATOR_64)
    return findDirectory64(file, Number(tail.readBigUInt64LE(locatorAt + 8)));
  const [count, length, start] = [
    tail.readUInt16LE(at + 10),
    tail.readUInt32LE(at + 12),
    tail.readUInt32LE(at + 16),
  ];
  return { start, length, count };
}

async function findDirectory64(
  file: RandomAccess,
  at: number,
): Promise<{ start: number; length: number; count: number }> {
  const end = await file.read(at, 56);
  if (end.length < 56 || end.readUInt32LE(0) !== END_64) damaged('zip64 directory');
  const [count, length, start] = [end.readBigUInt64LE(32), end.readBigUInt64LE(40), end.readBigUInt64LE(48)];
  return { start: Number(start), length: Number(length), count: Number(count) };
}

function readEntry(record: Buffer): ZipEntry {
  const flags = record.readUInt16LE(8);
  const nameEnd = 46 + record.readUInt16LE(28);
  const sizes = [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)];
  const [bytes = 0, packedBytes = 0, headerAt = 0] = widen(sizes, record.subarray(nameEnd));
  return {
    name: decodeName(record.subarray(46, nameEnd), (flags & UTF8_NAME) !== 0),
    method: record.readUInt16LE(10),
    encrypted: (flags & 1) !== 0,
    crc: record.readUInt32LE(16),
    packedBytes,
    bytes,
    headerAt,
  };
}

/** Sizes of 4 GiB and more stand in the zip64 extra field, in this order, only those that did not fit. */
function widen(sizes: readonly number[], extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return sizes.map((size) => {
    if (size !== 0xffffffff || next + 8 > extra.length) return size;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
}

/** Chinese Windows writes names in GBK and sets no flag. */
function decodeName(bytes: Buffer, isUtf8: boolean): string {
  const text = bytes.toString('utf8');
  const name = text.includes('\uFFFD') && !isUtf8 ? new TextDecoder('gb18030').decode(bytes) : text;
  return name.replaceAll('\\', '/');
}

function isLitter(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/i.test(name);
}

function damaged(why: string): never {
  return refuseFile('file_damaged', { why });
}
