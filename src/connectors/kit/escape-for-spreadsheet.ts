const FORMULA_START = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Also a sign alone, which banks write for nothing. */
const PLAIN_NUMBER = /^[+-]?[\d,]*(?:\.\d+)?%?$/;

/** True for text that a spreadsheet program would run as a formula when it opens a CSV file. Plain numbers are not. */
export function isFormulaLike(text: string): boolean {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text);
}

/**
 * `text` made harmless for a CSV export: an apostrophe before anything Excel, WPS or LibreOffice would run as a formula
 * (`=cmd|…`, `+…`, `-…`, `@…`, full-width forms, a leading tab). Numbers stay numbers. Quoting for CSV comes after this.
 *
 * @example
 * escapeForSpreadsheet("=cmd|' /C calc'!A0"); // "'=cmd|' /C calc'!A0"
 * escapeForSpreadsheet('-12.50'); // '-12.50'
 */
export function escapeForSpreadsheet(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}
