/** How a cell's number format makes us read its number. */
export type NumberKind = 'number' | 'date' | 'time' | 'datetime' | 'elapsed' | { readonly digits: number };

const DAY_MS = 86_400_000;
const LEAP_BUG_DAY = 60;
const EPOCH_1904_DAYS = 1_462;
const BUILT_IN: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'datetime'],
  // What Chinese, Japanese and Korean Excel add.
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'elapsed'],
  [47, 47, 'time'],
  [50, 58, 'date'],
];

/** The kind of a format Excel has built in, which files name by number only. */
export function builtInKind(id: number): NumberKind {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number';
}

/** The kind of a format by its code: `yyyy"年"m"月"` is a date, `#,##0.00_);[Red]` a number, `00000` a code with zeros in front. */
export function kindOfCode(code: string): NumberKind {
  if (/^0{2,15}$/.test(code)) return { digits: code.length };
  if (/^(?:general|standard)$/i.test(code)) return 'number';
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return 'elapsed';
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|General/gi, '').replace(/;.*$/s, '');
  const hasTime = /[hs]/i.test(bare);
  const hasDate = /[yd]/i.test(bare) || (!hasTime && /m/i.test(bare));
  if (hasDate) return hasTime ? 'datetime' : 'date';
  return hasTime ? 'time' : 'number';
}

/** The number of a cell as text: dates in ISO form, numbers as plain decimals of at most 15 digits, as Excel shows them. */
export function numberText(raw: string, kind: NumberKind, is1904: boolean): string {
  if (kind === 'number') return plainDecimal(raw);
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value) || value < 0) return plainDecimal(raw);
  if (typeof kind === 'object')
    return plainDecimal(raw).replace(/^\d+$/, (whole) => whole.padStart(kind.digits, '0'));
  return dateText(value, kind, is1904) ?? plainDecimal(raw);
}

const SHORT_DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/**
 * Excel keeps 15 digits and shows no more; files hold the binary fraction written out (`0.30000000000000004`). What
 * Excel shows is what a person agreed to. Text that is no number stays as it is.
 */
function plainDecimal(raw: string): string {
  if (raw.length <= 15 && SHORT_DECIMAL.test(raw)) return raw === '-0' ? '0' : raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  return withoutExponent(value.toExponential(14));
}

/** `-1.23400000000000e+2` → `-123.4` */
function withoutExponent(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  if (digits === '') return '0';
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Null when the number lies beyond the year 9999. */
function dateText(serial: number, kind: NumberKind, is1904: boolean): string | null {
  const ms = Math.round(serial * DAY_MS);
  if (kind === 'elapsed') return timeOf(ms);
  const days = Math.floor(ms / DAY_MS);
  const time = timeOf(ms % DAY_MS);
  if (days === 0 && !is1904 && (kind === 'time' || ms > 0)) return time;
  const date = calendarDate(is1904 ? days + EPOCH_1904_DAYS : days);
  if (date === null) return null;
  return kind === 'date' && ms % DAY_MS === 0 ? date : `${date}T${time}`;
}

/** Excel counts 29 February 1900, a day that never was; before it, its count is one day ahead. */
function calendarDate(days: number): string | null {
  if (days === LEAP_BUG_DAY) return '1900-02-29';
  const fromEpoch = days < LEAP_BUG_DAY ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const year9999 = 2_958_465;
  return days > year9999 ? null : new Date(fromEpoch + days * DAY_MS).toISOString().slice(0, 10);
}

function timeOf(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  return `${two(h)}:${two(m)}:${two(s)}${fraction}`;
}
