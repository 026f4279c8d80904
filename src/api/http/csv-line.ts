/**
 * One line of CSV (RFC 4180). A spreadsheet would calculate what begins with `=`, `+`, `-`, `@`, tab or a line break
 * (OWASP ASVS v5.0.0-1.2.10): such a text gets an apostrophe in front, which spreadsheets take for "this is text".
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** Tells spreadsheets that the text is UTF-8; first in the file. */
export const CSV_MARK = '\ufeff';

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
