import type { Schemas } from '#console/api/paths.ts';

export type RunAction = 'pause' | 'resume' | 'cancel' | 'replay';

const ACTIONS: Readonly<Record<Schemas['Run']['state'], readonly RunAction[]>> = {
  running: ['pause', 'cancel'],
  collected: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  done: [],
  failed: ['replay'],
  cancelled: ['replay'],
};

/** What makes sense for a run in this state. */
export function runActions(state: Schemas['Run']['state']): readonly RunAction[] {
  return ACTIONS[state];
}
