import type { Schemas } from '#console/api/paths.ts';

/** What every tab of a flow is given: the flow, and the tag that its edits send back. */
export interface TabProps {
  readonly flow: Schemas['Flow'];
  readonly tag: string | null;
}
