/**
 * JSON of evidence, as columns of JSON take it: what somebody else sent may hold characters that PostgreSQL cannot keep
 * (U+0000, half a surrogate pair), and trouble must be kept all the more. They become U+FFFD.
 */
export function evidenceJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? keepable(part) : part));
}

/** A text as a column of text or JSON takes it. */
function keepable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
