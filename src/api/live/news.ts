import type { Permission } from '#access/permissions.ts';
import type { Sight } from '#access/sight.ts';
import type { FlowPlace } from '#storage/places.ts';

/** Something that changed, as listeners hear it. */
export interface News {
  readonly type: 'overview' | 'backlog' | 'run' | 'exception' | 'delivery';
  /** What it takes to hear of it. */
  readonly permission: Permission;
  readonly data: unknown;
  /** Whether somebody with this sight may hear of it. */
  readonly isSeen: (sight: Sight) => boolean;
}

/** Seen by whom any of these flows is shown as it works; what belongs to no flow, by whom everything is. */
export function seenByFlows(flows: readonly FlowPlace[]): News['isSeen'] {
  return (sight) => sight.isUnlimited || flows.some((flow) => sight.traffic(flow));
}

/** Figures add up all kinds of a flow: seen by whom all of them are. */
export function seenWhole(flows: readonly FlowPlace[]): News['isSeen'] {
  return (sight) => sight.isUnlimited || flows.some((flow) => sight.wholeTraffic(flow));
}
