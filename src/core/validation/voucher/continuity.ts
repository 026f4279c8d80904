import type { Series } from '#core/ledger/numbering.ts';
import type { Finding } from '#core/validation/finding.ts';
import { finding } from './check.ts';

/**
 * V07: the posted numbers of one series (period and word) are 1 … n, each once. Asked of what is posted: before a period
 * closes, and when a book is verified; a draft has no number yet.
 */
export function checkContinuity(series: Series, numbers: Iterable<number>): Finding[] {
  const at = `${series.period}/${series.word}`;
  const findings: Finding[] = [];
  let expected = 1;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (number < expected) findings.push(finding('number_duplicate', at, { number: String(number) }));
    if (number > expected) {
      findings.push(finding('number_gap', at, { from: String(expected), to: String(number - 1) }));
    }
    expected = number + 1;
  }
  return findings;
}
