/** What came in, taken apart for people: every value with its path, as mappings write it. Pure. */

interface RawPart {
  readonly path: string;
  readonly value: string;
}

/** Beyond this nobody reads on; the text and the download hold everything. */
const PARTS_MAX = 2_000;

/** Every value of a JSON text with its path; null where it is none. */
export function rawParts(text: string): RawPart[] | null {
  try {
    const parts: RawPart[] = [];
    collect(JSON.parse(text), '', parts);
    return parts;
  } catch {
    return null;
  }
}

/** The JSON text with its lines broken and indented; any other text as it is. */
export function prettyText(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Those whose path or value holds the words, whatever their case. */
export function findParts(parts: readonly RawPart[], words: string): readonly RawPart[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return parts;
  return parts.filter(({ path, value }) => `${path}\n${value}`.toLowerCase().includes(wanted));
}

function collect(value: unknown, path: string, parts: RawPart[]): void {
  if (parts.length >= PARTS_MAX) return;
  if (typeof value !== 'object' || value === null) {
    parts.push({ path, value: value === null ? '' : String(value) });
    return;
  }
  const isList = Array.isArray(value);
  for (const [name, member] of Object.entries(value)) {
    collect(member, isList ? `${path}[${name}]` : memberPath(path, name), parts);
  }
}

function memberPath(path: string, name: string): string {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return `${path}["${name}"]`;
  return path === '' ? name : `${path}.${name}`;
}
