/** A value of a document as people read it; amounts come as `{amount}`. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'object' && 'amount' in value) return String(value.amount);
  return typeof value === 'boolean' ? (value ? '✓' : '✗') : String(value);
}
