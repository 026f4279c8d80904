/** A double carries this many decimal digits faithfully; more of them were invented on the way. */
const DIGITS_MAX = 15;
const EXPONENT_MAX = 30;

/**
 * A JSON number as a plain decimal text (`0.0000001`, not `1e-7`), or null when it has more than 15 significant
 * digits or is out of all proportion: what was sent is then no longer known, and money is never guessed.
 */
export function plainNumberText(value: number): string | null {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value === 0 ? '0' : String(value);
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits.replace(/0+$/, '').length > DIGITS_MAX || Math.abs(Number(exponent)) > EXPONENT_MAX) return null;
  return exponent === '0' ? text : sign + shiftPoint(whole + fraction, whole.length + Number(exponent));
}

function shiftPoint(digits: string, pointAt: number): string {
  if (pointAt <= 0) return `0.${'0'.repeat(-pointAt)}${digits}`;
  return pointAt >= digits.length
    ? digits.padEnd(pointAt, '0')
    : `${digits.slice(0, pointAt)}.${digits.slice(pointAt)}`;
}
