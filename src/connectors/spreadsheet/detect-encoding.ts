import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5' | 'shift_jis';

export interface Mark {
  readonly encoding: Encoding;
  readonly bytes: number;
}

/** The encoding a byte-order mark at the start of the file announces, or null. */
export function readMark(head: Uint8Array): Mark | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return null;
}

/** UTF-16 without a mark: every other byte of digits and Latin letters is zero. */
export function looksLikeUtf16(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i += 1) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > head.length / 8 && even === 0) return 'utf-16le';
  return even > head.length / 8 && odd === 0 ? 'utf-16be' : null;
}

/**
 * UTF-8 or GB18030, by a sample that starts with the first byte that is not ASCII. Null when it is neither.
 *
 * Nearly every byte sequence is valid GB18030, also Latin-1, Big5 and Shift-JIS. So two thirds of its double bytes must
 * lie in GB 2312, where all everyday Chinese is; otherwise amounts would be right and every name wrong.
 */
export function detectEncoding(sample: Uint8Array, isAll: boolean): 'utf-8' | 'gb18030' | null {
  if (isUtf8(isAll ? sample : withoutCutCharacter(sample))) return 'utf-8';
  return fits(sample, 'gb18030', isAll) && shareOfGb2312(sample) >= 2 / 3 ? 'gb18030' : null;
}

/** True when every byte of the sample means something in `encoding`. */
export function fits(sample: Uint8Array, encoding: Encoding, isAll: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: !isAll });
    return true;
  } catch {
    return false;
  }
}

/** Where in the sample the first byte stands that means nothing in `encoding`: by halves, as decoders do not tell. */
export function firstBadByte(sample: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let bad = sample.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(sample.subarray(0, middle), encoding, false)) good = middle;
    else bad = middle;
  }
  return good;
}

function withoutCutCharacter(sample: Uint8Array): Uint8Array {
  for (let back = 1; back <= 4 && back <= sample.length; back += 1) {
    const byte = sample[sample.length - back] ?? 0;
    if (byte >= 0xc0) return sample.subarray(0, sample.length - back);
    if (byte < 0x80) return sample;
  }
  return sample;
}

function shareOfGb2312(sample: Uint8Array): number {
  let pairs = 0;
  let everyday = 0;
  for (let i = 0; i + 1 < sample.length; i += 1) {
    const lead = sample[i] ?? 0;
    const trail = sample[i + 1] ?? 0;
    if (lead < 0x80) continue;
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) everyday += 1;
    // Four-byte characters (emoji, rare names) say nothing against Chinese.
    if (trail >= 0x30 && trail <= 0x39) {
      pairs -= 1;
      i += 2;
    }
    i += 1;
  }
  return pairs === 0 ? 1 : everyday / pairs;
}
