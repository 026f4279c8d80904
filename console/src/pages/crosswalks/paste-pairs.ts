import { pasteTable } from '#console/parts/paste-table.ts';

/** Pairs of a crosswalk out of a pasted table. Pure. */

interface PastedPair {
  readonly from: string;
  readonly to: string;
}

type PasteTrouble = 'pasteNoFrom' | 'pasteNoTo' | 'pasteTooLong' | 'pasteTwice';

interface Pasted {
  readonly pairs: readonly PastedPair[];
  readonly troubles: readonly { readonly line: number; readonly why: PasteTrouble }[];
}

const CODE_MAX = 200;
const HEADING = /^(对方编码|their code|先方コード|from|source)$/i;

/** What can be saved, each code of theirs once (the last counts), and what is wrong with the other lines. */
export function pastePairs(text: string): Pasted {
  const pairs = new Map<string, PastedPair>();
  const troubles: { line: number; why: PasteTrouble }[] = [];
  for (const { line, cells } of pasteTable(text)) {
    const [from = '', to = ''] = cells;
    if (line === 1 && HEADING.test(from)) continue;
    const why = troubleOf(from, to);
    if (why !== null) {
      troubles.push({ line, why });
      continue;
    }
    if (pairs.has(from)) troubles.push({ line, why: 'pasteTwice' });
    pairs.set(from, { from, to });
  }
  return { pairs: [...pairs.values()], troubles };
}

function troubleOf(from: string, to: string): PasteTrouble | null {
  if (from === '') return 'pasteNoFrom';
  if (to === '') return 'pasteNoTo';
  return Math.max(from.length, to.length) > CODE_MAX ? 'pasteTooLong' : null;
}
