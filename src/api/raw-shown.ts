import type { Sight } from '#access/sight.ts';
import type { FlowPlace, RecordPlace } from '#storage/places.ts';

/** Why the bytes of a record are not shown; null where they are. */
export type RawRefused = 'not_found' | 'fields_not_granted' | null;

/**
 * Bytes cannot be masked, and they may hold any kind of document that a flow makes of them. So they are shown only to
 * whom all of these kinds are granted, without a rule about a field of one. What no flow takes is of no known kind.
 */
export function refuseRaw(
  sight: Sight,
  { connection_id: connectionId, kind }: RecordPlace,
  flows: readonly FlowPlace[],
): RawRefused {
  const ours = flows.filter((flow) => flow.connection_id === connectionId && flow.record_kind === kind);
  const isSeen = sight.isUnlimited || ours.some((flow) => sight.wholeTraffic(flow));
  if (!isSeen) return 'not_found';
  if (ours.length === 0) return sight.isPlain ? null : 'fields_not_granted';
  const isTouched = ours.some(({ book, kinds }) => sight.mask(book).touches(kinds));
  return isTouched ? 'fields_not_granted' : null;
}
