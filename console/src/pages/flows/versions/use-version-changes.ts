import { api, ifMatch, told } from '#console/api/client.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** Publishing a version, and going back to an earlier one. */
export function useVersionChanges(flow: string, tag: string | null) {
  const say = useSay(words);
  const touches = [['/api/v1/flows']];
  const headers = ifMatch(tag);
  const publish = useChange({
    change: (version: number) => {
      const params = { path: { flow, version } };
      return told(api.POST('/api/v1/flows/{flow}/versions/{version}/publish', { params, headers }));
    },
    touches,
    done: (_, version) => say('done', { n: version }),
  });
  const rollBack = useChange({
    change: (body: { readonly version: number; readonly reason: string }) =>
      told(api.POST('/api/v1/flows/{flow}/roll-back', { params: { path: { flow } }, body, headers })),
    touches,
    done: (_, { version }) => say('rolledBack', { n: version }),
  });
  return { publish, rollBack };
}
