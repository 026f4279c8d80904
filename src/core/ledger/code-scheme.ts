import { assert } from '#core/trouble/trouble.ts';

/**
 * How a book writes account codes of several levels: `dotted` (2221.01.02), or the length of each level when codes are
 * written without separators (`4-2-2`: 22210102; `4-3`: 2221001). The last length repeats for deeper levels.
 */
export type CodeScheme = 'dotted' | `${number}-${string}` | `${number}`;

/** The code of the given levels: ['2221', '1', '2'] is 2221.1.2 dotted and 22210102 under `4-2-2`. */
export function joinCode(levels: readonly string[], scheme: CodeScheme): string {
  if (scheme === 'dotted') return levels.join('.');
  const lengths = lengthsOf(scheme);
  return levels
    .map((level, depth) => {
      const length = lengthAt(lengths, depth);
      const significant = depth === 0 ? level : level.replace(/^0+(?=\d)/, '');
      assert(significant.length <= length, `level ${level} fits the code scheme ${scheme}`);
      return significant.padStart(length, '0');
    })
    .join('');
}

/** The levels of a code, or null when the code does not follow the scheme. */
export function splitCode(code: string, scheme: CodeScheme): string[] | null {
  if (scheme === 'dotted') return code.split('.').every((level) => level !== '') ? code.split('.') : null;
  const lengths = lengthsOf(scheme);
  const levels: string[] = [];
  for (let at = 0; at < code.length; ) {
    const length = lengthAt(lengths, levels.length);
    if (at + length > code.length) return null;
    levels.push(code.slice(at, at + length));
    at += length;
  }
  return levels.length === 0 ? null : levels;
}

/** The code one level up, or null at the top level and for codes that do not follow the scheme. */
export function parentCodeOf(code: string, scheme: CodeScheme): string | null {
  const levels = splitCode(code, scheme);
  return levels === null || levels.length === 1
    ? null
    : code.slice(0, -levels.at(-1)!.length - separatorLength(scheme));
}

/**
 * The parent of `code` in a foreign chart whose scheme nobody declared: the longest code of the chart that is a prefix of it.
 * A dotted code counts as such only at its dots, so that 1002.10 is no child of 1002.1.
 */
export function findParentCode(code: string, codes: ReadonlySet<string>): string | null {
  const dotted = code.includes('.');
  for (let length = code.length - 1; length > 0; length--) {
    if (dotted && code[length] !== '.') continue;
    const prefix = code.slice(0, length);
    if (codes.has(prefix)) return prefix;
  }
  return null;
}

function separatorLength(scheme: CodeScheme): number {
  return scheme === 'dotted' ? 1 : 0;
}

function lengthsOf(scheme: CodeScheme): number[] {
  const lengths = scheme.split('-').map(Number);
  assert(
    lengths.every((length) => Number.isInteger(length) && length > 0),
    `${scheme} is a code scheme such as 4-2-2`,
  );
  return lengths;
}

function lengthAt(lengths: readonly number[], depth: number): number {
  return lengths[Math.min(depth, lengths.length - 1)]!;
}
