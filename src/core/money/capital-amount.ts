import { type Currency, minorUnitsOf } from './currency.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];

/**
 * An amount in the capital numerals of Chinese vouchers and cheques: 1409.50 is 壹仟肆佰零玖元伍角. Null for a
 * currency that is not counted in 角 and 分 (JPY, KWD).
 *
 * Written by the rules of the People's Bank of China (支付结算办法, 附一): 整 closes an amount that ends with 元 and
 * nothing else; a run of zeros is one 零; a zero before 角 or 分 is written out, which the rules leave open and which
 * leaves no room to add a digit. What a red-letter entry takes back begins with 负.
 */
export function capitalAmount(minor: bigint, currency: Currency): string | null {
  if (minorUnitsOf(currency) !== 2) return null;
  const size = minor < 0n ? -minor : minor;
  return `${minor < 0n ? '负' : ''}${wholePart(size / 100n, size % 100n)}`;
}

function wholePart(yuan: bigint, cents: bigint): string {
  const fraction = fractionOf(Number(cents / 10n), Number(cents % 10n));
  if (cents === 0n) return `${integerOf(yuan)}元整`;
  if (yuan === 0n) return fraction;
  const isGap = cents < 10n || yuan % 10n === 0n;
  return `${integerOf(yuan)}元${isGap ? '零' : ''}${fraction}`;
}

function fractionOf(jiao: number, fen: number): string {
  return `${jiao === 0 ? '' : `${DIGITS[jiao]}角`}${fen === 0 ? '' : `${DIGITS[fen]}分`}`;
}

function integerOf(value: bigint): string {
  return value === 0n ? '零' : sectionsOf(value);
}

const WAN = 10_000n;
const YI = 100_000_000n;

/** 亿 counts like a unit of its own, so that 10¹² is 壹万亿. */
function sectionsOf(value: bigint): string {
  const [unit, size] = value >= YI ? (['亿', YI] as const) : value >= WAN ? (['万', WAN] as const) : ['', 1n];
  if (unit === '') return fourDigits(Number(value));
  const rest = value % size;
  const head = `${sectionsOf(value / size)}${unit}`;
  if (rest === 0n) return head;
  // A missing digit at the head of the rest is a gap that has to be said.
  return `${head}${rest < size / 10n ? '零' : ''}${sectionsOf(rest)}`;
}

function fourDigits(value: number): string {
  const digits = [...String(value)].map(Number);
  const written = digits.map((digit, i) =>
    digit === 0 ? DIGITS[0] : `${DIGITS[digit]}${PLACES[digits.length - 1 - i]}`,
  );
  return written.join('').replace(/零+$/, '').replace(/零+/g, '零');
}
