/** Forms of companies and other words that say nothing about which one is meant. */
const HOLLOW =
  /有限责任公司|股份有限公司|有限公司|分公司|公司|株式会社|有限会社|\(株\)|\b(co|ltd|inc|llc|corp|gmbh|limited|company|k\.?k)\b\.?/g;

/**
 * How alike two names or codes are, 0–1: equal but for width, case, signs and the form of the company is 1; one within the
 * other counts by its share; the rest by pairs of characters in common, which works for Chinese and Japanese as well.
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [plain(a), plain(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const contained = short.length > 1 && long.includes(short) ? 0.6 + (0.35 * short.length) / long.length : 0;
  return Math.max(contained, pairsInCommon(left, right));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HOLLOW, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Dice's coefficient over pairs of neighbouring characters. */
function pairsInCommon(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const total = left.length + right.length;
  if (total === 0) return 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count > 0) common += 1;
    if (count > 0) counts.set(pair, count - 1);
  }
  return (2 * common) / total;
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, i) => characters[i]! + character);
}
