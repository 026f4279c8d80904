/** Records as somebody pasted them: one JSON object, a list of them, or one a line. Null where it is none of these. */
export function readSamples(text: string): readonly unknown[] | null {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole.length > 0 && whole.every(isObject) ? whole : null;
  if (isObject(whole)) return [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const records = lines.map(parsed);
  return records.length > 0 && records.every(isObject) ? records : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
