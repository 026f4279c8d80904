import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { useSay } from '#console/words/use-say.ts';
import type { Fixing } from './use-fixing.ts';
import { words } from './words.ts';

/** Lets one exception pass, or closes it, after asking why. The reason for letting it pass is kept as a comment. */
export function useClosing(
  { id }: Pick<Schemas['Exception'], 'id'>,
  fixing: Fixing,
  kind: 'release' | 'dismiss',
): { readonly ask: () => Promise<void>; readonly isPending: boolean } {
  const say = useSay(words);
  const may = useMay();
  const confirm = useConfirmWithReason();
  const params = { path: { exception: id } };
  const close = useChange({
    change: async (reason: string) => {
      if (kind === 'dismiss') {
        await api.POST('/api/v1/exceptions/{exception}/dismiss', { params, body: { note: reason } });
        return;
      }
      const release = api.POST('/api/v1/exceptions/{exception}/release', { params, body: { note: reason } });
      fixing.follow((await told(release)).runId);
      if (!may('exceptions:handle')) return;
      await api.POST('/api/v1/exceptions/{exception}/comments', { params, body: { text: reason } });
    },
    touches: [['/api/v1/exceptions'], ['/api/v1/exceptions/counts']],
    done: () => say(kind === 'release' ? 'releasedOne' : 'dismissedOne'),
  });
  const ask = async () => {
    const text = say(kind === 'release' ? 'releaseText' : 'dismissText');
    const question = { title: say(kind), text, action: say(kind), isDangerous: kind === 'dismiss' };
    const reason = await confirm(question);
    if (reason !== null) close.mutate(reason);
  };
  return { ask, isPending: close.isPending };
}
