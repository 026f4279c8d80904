import type { Sight } from '#access/sight.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowPlace, listFlowPlaces } from '#storage/places.ts';
import type { RecordSource } from '#storage/records.ts';

/** What is on its way through flows, as lists filter by it; nothing to filter by for whom everything is granted. */
export interface SeenTraffic {
  readonly flowIds?: readonly number[];
  readonly connectionIds?: readonly number[];
  readonly sources?: readonly RecordSource[];
}

export async function seenTraffic(tx: Tx, sight: Sight): Promise<SeenTraffic> {
  if (sight.isUnlimited) return {};
  const seen = (await listFlowPlaces(tx)).filter((flow) => sight.traffic(flow));
  return {
    flowIds: seen.map(({ flow_id: id }) => id),
    connectionIds: seen.map(({ connection_id: id }) => id),
    sources: seen.map(({ connection_id: connectionId, record_kind: kind }) => ({ connectionId, kind })),
  };
}

/** Which flows are seen, each with where it belongs. */
export async function seenFlows(tx: Tx, sight: Sight): Promise<FlowPlace[]> {
  return (await listFlowPlaces(tx)).filter((flow) => sight.flow(flow));
}

/** Covers the evidence of findings of a flow, which quotes values of any field of its documents. */
export type CoverFinding = <Told extends Partial<Pick<Finding, 'params'>>>(finding: Told) => Told;

/** By flow, how findings are shown. */
export async function findingCovers(tx: Tx, sight: Sight): Promise<(flowId: number) => CoverFinding> {
  if (sight.isPlain) return () => (finding) => finding;
  const places = new Map((await listFlowPlaces(tx)).map((place) => [place.flow_id, place]));
  return (flowId) => {
    const place = places.get(flowId);
    const mask = sight.mask(place?.book ?? '');
    return (finding) => mask.finding(finding, place?.kinds ?? []);
  };
}
