/**
 * How far an incremental read has come. Their way to write an instant differs, our cursor does not:
 * it is an ISO instant, or for `text` (a counter, a sequence, an opaque mark) their own words.
 */
export interface ChangedFormat {
  readonly changedFormat: 'iso' | 'local' | 'date' | 'unix' | 'unix-ms' | 'text';
  /** The zone of times written without one, e.g. `+08:00`. */
  readonly utcOffset: string;
  readonly overlapSeconds: number;
}

/** The later of two marks. */
export function laterMark(
  a: string | null,
  b: string | null,
  { changedFormat }: ChangedFormat,
): string | null {
  if (a === null || b === null) return a ?? b;
  if (changedFormat === 'text' && isInteger(a) && isInteger(b)) return BigInt(a) > BigInt(b) ? a : b;
  return a > b ? a : b;
}

/** Their text as a mark, or null when it is no time at all. */
export function readMark(theirs: string | null, changed: ChangedFormat): string | null {
  if (theirs === null || changed.changedFormat === 'text') return theirs;
  const ms = instantMs(theirs.trim(), changed);
  // Outside of these years a mark would no longer sort as text, and nothing of ours happened then.
  return ms === null || ms < 0 || ms >= Date.UTC(9999, 0) ? null : new Date(ms).toISOString();
}

/** The mark as they want to read it in a query, moved back by the overlap. */
export function writeMark(mark: string, changed: ChangedFormat): string {
  if (changed.changedFormat === 'text') return mark;
  const ms = Math.max(0, Date.parse(mark) - changed.overlapSeconds * 1000);
  if (changed.changedFormat === 'unix') return String(Math.floor(ms / 1000));
  if (changed.changedFormat === 'unix-ms') return String(ms);
  if (changed.changedFormat === 'iso') return new Date(ms).toISOString();
  const local = new Date(ms + offsetMs(changed.utcOffset)).toISOString();
  return changed.changedFormat === 'date' ? local.slice(0, 10) : local.slice(0, 19).replace('T', ' ');
}

function instantMs(text: string, { utcOffset }: ChangedFormat): number | null {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,14}$/.test(text)) return Number(text);
  const plain = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/.exec(text);
  if (plain !== null) {
    const [, year, month, day, time = '00:00'] = plain;
    return known(Date.parse(`${year}-${month}-${day}T${time}${utcOffset}`));
  }
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? known(Date.parse(text)) : null;
}

function known(ms: number): number | null {
  return Number.isNaN(ms) ? null : ms;
}

function offsetMs(utcOffset: string): number {
  return Date.parse('1970-01-01T00:00:00Z') - Date.parse(`1970-01-01T00:00:00${utcOffset}`);
}

function isInteger(text: string): boolean {
  return /^\d+$/.test(text);
}
