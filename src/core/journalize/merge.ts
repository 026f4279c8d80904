import { formatDecimal, parseDecimal, powerOfTen } from '#core/money/decimal.ts';
import type { RawLine } from './raw-line.ts';

/**
 * Lines in the order of their first appearance, those that agree on template line, account, dimensions, summary and unit
 * price added together. The template line is part of the key, so that every line can still say which rule made it.
 */
export class MergedLines {
  readonly lines: RawLine[] = [];
  private readonly byKey = new Map<string, RawLine>();

  /** `all`: also lines whose template does not ask for merging, as in summarised vouchers. */
  add(raw: readonly RawLine[], all: boolean): void {
    for (const line of raw) {
      if (all || line.template.merges) this.merge(line);
      else this.lines.push(line);
    }
  }

  /** How many lines there would be after adding these. */
  countWith(raw: readonly RawLine[]): number {
    const fresh = new Set<string>();
    for (const line of raw) {
      const key = keyOf(line);
      if (!this.byKey.has(key)) fresh.add(key);
    }
    return this.lines.length + fresh.size;
  }

  /** The lines to book: what came to nothing by merging (a sale and its full refund) is left out. */
  finish(): RawLine[] {
    return this.lines.filter(({ amountMinor, template }) => amountMinor !== 0n || !template.skipsZero);
  }

  private merge(line: RawLine): void {
    const key = keyOf(line);
    const known = this.byKey.get(key);
    if (known === undefined) {
      const own = { ...line };
      this.byKey.set(key, own);
      this.lines.push(own);
      return;
    }
    known.amountMinor += line.amountMinor;
    known.quantity = addTexts(known.quantity, line.quantity);
  }
}

const SEPARATOR = '\u0000';

function keyOf({ template, account, summary, unitPrice, dimensions }: RawLine): string {
  let key = `${template.index}${SEPARATOR}${account}${SEPARATOR}${summary}${SEPARATOR}${unitPrice ?? ''}`;
  for (const { dimension } of template.dimensions) key += SEPARATOR + (dimensions[dimension] ?? '');
  return key;
}

function addTexts(a: string | null, b: string | null): string | null {
  const left = parseDecimal(a ?? '');
  const right = parseDecimal(b ?? '');
  if (left === null || right === null) return a ?? b;
  const scale = Math.max(left.scale, right.scale);
  const coefficient =
    left.coefficient * powerOfTen(scale - left.scale) + right.coefficient * powerOfTen(scale - right.scale);
  return formatDecimal({ coefficient, scale });
}
