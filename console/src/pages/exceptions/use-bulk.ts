import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import type { BulkRun } from './bulk-runs.ts';
import type { Choice } from './choice.ts';
import { words } from './words.ts';

/** What is done with many exceptions. */
export type Deed =
  | { readonly kind: 'replay' }
  | { readonly kind: 'release' | 'dismiss'; readonly note: string }
  | { readonly kind: 'assign'; readonly login: string | null };

/** Does something with many exceptions; the runs that go on with it are told to `started`. */
export function useBulk(started: (runs: readonly BulkRun[]) => void) {
  const say = useSay(words);
  return useChange({
    change: async ({ choice, deed }: { choice: Choice; deed: Deed }) => {
      const done = await doDeed(choice, deed);
      started(done.runs);
      return done;
    },
    touches: [['/api/v1/exceptions'], ['/api/v1/exceptions/counts']],
    done: ({ done, matched, skipped: left }) => {
      const skipped = left.reduce((sum, { count }) => sum + count, 0);
      return skipped > 0
        ? say('skippedMany', { done, n: matched, skipped })
        : say('doneMany', { done, n: matched });
    },
  });
}

function doDeed(choice: Choice, deed: Deed): Promise<Schemas['DoneToMany']> {
  switch (deed.kind) {
    case 'replay':
      return told(api.POST('/api/v1/exceptions/replay', { body: choice }));
    case 'release':
      return told(api.POST('/api/v1/exceptions/release', { body: { ...choice, note: deed.note } }));
    case 'dismiss':
      return told(api.POST('/api/v1/exceptions/dismiss', { body: { ...choice, note: deed.note } }));
    case 'assign':
      return told(api.POST('/api/v1/exceptions/assign', { body: { ...choice, login: deed.login } }));
  }
}
