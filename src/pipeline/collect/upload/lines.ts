import { RefusalError } from '#core/trouble/trouble.ts';

export interface Line {
  /** Counted from one, empty lines included: what an editor shows. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines of a stream, empty ones left out. At most one line is held; one longer than `lineMax` ends the reading. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, lineMax: number): AsyncGenerator<Line> {
  let number = 1;
  let pieces: Buffer[] = [];
  let held = 0;
  const take = (piece: Buffer): Buffer => {
    const whole = pieces.length === 0 ? piece : Buffer.concat([...pieces, piece]);
    pieces = [];
    held = 0;
    return trim(whole, number);
  };
  const check = (length: number) => {
    if (length > lineMax) throw tooLong(number, lineMax);
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      check(held + end - start);
      const line = take(bytes.subarray(start, end));
      if (line.length > 0) yield { number, bytes: line };
      number++;
      start = end + 1;
    }
    if (start < bytes.length) pieces.push(bytes.subarray(start));
    held += bytes.length - start;
    check(held);
  }
  const last = take(Buffer.alloc(0));
  if (last.length > 0) yield { number, bytes: last };
}

function trim(line: Buffer, number: number): Buffer {
  const start = number === 1 && line.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
  const end = line.at(-1) === RETURN ? line.length - 1 : line.length;
  return line.subarray(start, Math.max(start, end));
}

function tooLong(line: number, limit: number): RefusalError {
  const params = { line: String(line), limit: String(limit) };
  return new RefusalError({ code: 'line_too_long', at: `line ${line}`, params });
}
