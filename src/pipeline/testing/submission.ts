import type { Submission } from '#pipeline/post/submission.ts';
import type { FlowRow } from '#storage/flows.ts';
import { arriving } from './story.ts';
import type { World } from './test-world.ts';

/** A single document for a flow, told as in a story. */
export function submission(
  { bookId, shopId }: World,
  flow: Pick<FlowRow, 'flow_id' | 'published_version_id'>,
  text: string,
): Submission {
  const { kind, externalId, mediaType, raw } = arriving(text);
  const flowVersionId = flow.published_version_id!;
  return {
    kind,
    externalId,
    mediaType,
    raw,
    bookId,
    connectionId: shopId,
    flowId: flow.flow_id,
    flowVersionId,
  };
}
