/** A spreadsheet keeps numbers in 64-bit floating point: fifteen significant digits come back as they went in. */
const DIGITS_MAX = 15;

/**
 * A decimal text as a spreadsheet can hold it without losing a digit: a number and its format, or the text itself where
 * the number would come back as another one.
 */
export function excelNumber(
  decimal: string,
): { readonly value: number; readonly format: string } | { readonly text: string } {
  const [, whole = '', decimals = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const digits = (whole + decimals).replace(/^0+/, '');
  if (whole === '' || digits.length > DIGITS_MAX) return { text: decimal };
  return {
    value: Number(decimal),
    format: decimals === '' ? '#,##0' : `#,##0.${'0'.repeat(decimals.length)}`,
  };
}
