/** A value as one line of JSON. Ids are text, so that no reader rounds them; bytes are hex. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(plainOf(value))}\n`;
}

function plainOf(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainOf(one)]));
}
