import type { Schemas } from '#console/api/paths.ts';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useSay } from '#console/words/use-say.ts';
import { flowState } from './flow-state.ts';
import { TONES } from './tones.ts';
import { words } from './words.ts';

/** The state of a flow as a dot and a word. */
export function FlowStateTag({ flow }: { readonly flow: Schemas['Flow'] }) {
  const say = useSay(words);
  const state = flowState(flow);
  return <StateTag tone={TONES[state]}>{say(state)}</StateTag>;
}
