import type { Schemas } from '#console/api/paths.ts';

type Tried = Schemas['Tried'];
type Compared = Schemas['ComparedRecord'];

/** What a version would do with one record, and how that differs from the version in force. */
export interface TriedRow {
  readonly key: string;
  readonly tried: Tried;
  readonly compared: Compared | null;
}

/** What became of records, with the differences that were found beside each. */
export function joinTried(tried: readonly Tried[], compared: readonly Compared[]): readonly TriedRow[] {
  const byRecord = new Map(compared.map((one) => [one.recordId, one]));
  return tried.map((one, i) => ({
    key: one.recordId ?? String(-i),
    tried: one,
    compared: one.recordId === null ? null : (byRecord.get(one.recordId) ?? null),
  }));
}

/** What became of a record, as people count it: one that stands in the book just so is not passed over. */
export type Came = 'posted' | 'held' | 'same' | 'ignored';

export function cameOf({ outcome, reason }: Pick<Tried, 'outcome' | 'reason'>): Came {
  return outcome === 'ignored' && reason === 'unchanged' ? 'same' : outcome;
}

/** How many came to what. */
export function countOutcomes(
  tried: readonly Pick<Tried, 'outcome' | 'reason'>[],
): Readonly<Record<Came, number>> {
  const counts = { posted: 0, held: 0, same: 0, ignored: 0 };
  for (const one of tried) counts[cameOf(one)] += 1;
  return counts;
}

/** Which parts of a record come out otherwise. */
export function changedParts({
  documents,
  vouchers,
  findings,
}: Compared): readonly ('changeDocument' | 'changeVoucher' | 'changeFindings')[] {
  return [
    ...(documents.length > 0 ? (['changeDocument'] as const) : []),
    ...(vouchers.isChanged ? (['changeVoucher'] as const) : []),
    ...(JSON.stringify(findings.before) === JSON.stringify(findings.after)
      ? []
      : (['changeFindings'] as const)),
  ];
}
