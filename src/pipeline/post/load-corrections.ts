import type { Correction } from '#core/mapping/corrections.ts';
import { type CorrectionRow, livingCorrections } from '#storage/corrections.ts';
import type { Tx } from '#storage/database.ts';
import type { WorkItem } from './work-item.ts';

type CorrectionsOf = (item: Pick<WorkItem, 'recordId' | 'flowId'>) => readonly Correction[];

const NONE: readonly Correction[] = [];

/**
 * What people have corrected about these records. Only what comes again can have been looked at before, so that the
 * first way of a record does not pay for the question.
 */
export async function loadCorrections(
  tx: Tx,
  items: readonly Pick<WorkItem, 'recordId' | 'again'>[],
): Promise<CorrectionsOf> {
  const again = items.filter((item) => item.again).map(({ recordId }) => recordId);
  const rows = again.length === 0 ? [] : await livingCorrections(tx, again);
  if (rows.length === 0) return () => NONE;
  const byItem = Map.groupBy(rows, (row) => keyOf(row.flow_id, row.record_id));
  return ({ flowId, recordId }) => byItem.get(keyOf(flowId, recordId))?.map(correctionOf) ?? NONE;
}

function keyOf(flowId: number, recordId: bigint): string {
  return `${flowId} ${recordId}`;
}

function correctionOf({ correction_id: id, kind, place, value, made_by: by }: CorrectionRow): Correction {
  return { id: String(id), kind, place, value, by };
}
