import { createHash } from 'node:crypto';
import { scalarAt } from '#connectors/kit/json-slices.ts';
import type { Flow } from '#core/flows/flow.ts';

/** Names records that arrive without a name of their own, by what stands in them. */
export type NameRecord = (raw: Uint8Array) => string;

const PLAIN_PATH = /^[^.[\]"$]+(\.[^.[\]"$]+)*$/;
const NAME_LENGTH_MAX = 200;

/**
 * A record is known by its document number where the flow reads that straight from one place: the same number with
 * other content is then a newer version of the same thing. Otherwise it is known by its content, so that the same
 * content twice is still one record.
 */
export function recordNamer(flow: Flow, path = numberPath(flow)): NameRecord {
  if (path === null || !PLAIN_PATH.test(path)) return byContent;
  const keys = path.split('.');
  return (raw) =>
    nameAt(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString(), keys) ?? byContent(raw);
}

function numberPath({ documents }: Flow): string | null {
  const first = documents[0];
  const number = first?.fields.number;
  if (first === undefined || first.each !== undefined) return null;
  return typeof number === 'string' ? number : (number?.path ?? null);
}

function nameAt(text: string, keys: readonly string[]): string | null {
  try {
    // Cutting out pieces expects valid JSON.
    JSON.parse(text);
    const name = scalarAt(text, keys);
    if (name === null || name.length > NAME_LENGTH_MAX) return null;
    // What the database would keep as another text is the name of nothing.
    return name.includes('\0') || !name.isWellFormed() ? null : name;
  } catch {
    return null;
  }
}

function byContent(raw: Uint8Array): string {
  return `sha256-${createHash('sha256').update(raw).digest('hex')}`;
}
