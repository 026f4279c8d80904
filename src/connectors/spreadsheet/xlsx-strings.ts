import { SHARED_STRING_BYTES_MAX, SHARED_STRINGS_MAX } from './limits.ts';
import { refuseFile } from './refuse-file.ts';
import type { XmlHandler } from './xml-tokens.ts';

/** `_x000D_` stands for a character XML cannot hold; `_x005F_` for the underscore of a text that looks like one. */
const ESCAPED = /_x([\da-fA-F]{4})_/g;

/** Text of a cell without Excel's escapes. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain.toWellFormed();
}

/**
 * The shared strings of a workbook, as bytes outside the JavaScript heap: a million short strings cost what they are
 * long, and none keeps the piece of XML alive from which it was cut.
 */
export class SharedStrings {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #ends = new Uint32Array(1024);
  #count = 0;

  add(text: string): void {
    const start = this.#end(this.#count - 1);
    const needed = start + Buffer.byteLength(text);
    if (this.#count >= SHARED_STRINGS_MAX || needed > SHARED_STRING_BYTES_MAX)
      refuseFile('shared_strings_too_large', { limitMib: String(SHARED_STRING_BYTES_MAX / 1024 ** 2) });
    if (needed > this.#bytes.length) this.#grow(needed);
    this.#bytes.write(text, start);
    if (this.#count === this.#ends.length) {
      const ends = new Uint32Array(this.#ends.length * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    this.#ends[this.#count] = needed;
    this.#count += 1;
  }

  /** String `index`; null when the workbook has none of that number. */
  at(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return null;
    return this.#bytes.toString('utf8', this.#end(index - 1), this.#end(index));
  }

  #end(index: number): number {
    return this.#ends[index] ?? 0;
  }

  #grow(needed: number): void {
    const bytes = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(bytes);
    this.#bytes = bytes;
  }
}

/** Reads `sharedStrings.xml`. Rich text is its runs put together; the reading aid of Japanese text (`rPh`) is not text. */
export function sharedStringsReader(strings: SharedStrings): XmlHandler {
  let text = '';
  let isText = false;
  let aids = 0;
  return {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') aids += 1;
      else if (name === 't') isText = aids === 0;
    },
    close(name) {
      if (name === 'si') strings.add(unescapeText(text));
      else if (name === 'rPh') aids -= 1;
      else if (name === 't') isText = false;
    },
    text(piece) {
      if (isText) text += piece;
    },
  };
}
