import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';

/** Saves the text of a flow as a draft version. */
export function saveFlow(text: string): Promise<Schemas['FlowVersion']> {
  return told(
    api.POST('/api/v1/flows', {
      body: text as never,
      headers: { 'content-type': 'application/yaml' },
      bodySerializer: (body) => String(body),
    }),
  );
}
