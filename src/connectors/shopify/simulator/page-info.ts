import { isRecord, textAt } from '#connectors/kit/json.ts';
import type { OrderQuery } from './order-query.ts';

/** The question and its page as one opaque text. */
export function writePageInfo({ filters, limit, from }: OrderQuery, now: Date): string {
  return Buffer.from(JSON.stringify({ filters, limit, from, at: now.getTime() })).toString('base64url');
}

/** The question again, or null when the text is not ours or too old. */
export function readPageInfo(
  text: string,
  age: { readonly now: Date; readonly seconds: number },
): OrderQuery | null {
  const value = parse(text);
  if (!isRecord(value) || !isRecord(value.filters) || !isRecord(value.from)) return null;
  if (age.now.getTime() - Number(value.at) > age.seconds * 1000) return null;
  const filters = Object.entries(value.filters).map(([name, wanted]) => [name, String(wanted)] as const);
  const side = textAt(value, 'from', 'side') === 'before' ? 'before' : 'after';
  return {
    filters: Object.fromEntries(filters),
    limit: Number(value.limit),
    from: { key: textAt(value, 'from', 'key'), side },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
