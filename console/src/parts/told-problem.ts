import { ProblemError } from '#console/api/trouble.ts';
import type { Say } from '#console/words/say.ts';
import type { words } from './words.ts';

/** A trouble as a reader sees it. */
interface ToldProblem {
  readonly title: string;
  readonly advice: string;
  readonly code: string;
  readonly findings: readonly { readonly title: string; readonly advice: string; readonly at: string }[];
  readonly retryAfter: number | null;
}

/** Whatever was thrown, in words: the hub's own where it answered, ours where it did not. */
export function tellProblem(error: unknown, say: Say<typeof words>): ToldProblem {
  const none = { findings: [], retryAfter: null };
  if (error instanceof ProblemError) {
    const { problem, retryAfter } = error;
    return {
      title: problem.title || say('unexpectedTitle'),
      advice: problem.detail || say('unexpectedAdvice'),
      code: problem.code,
      findings: problem.findings ?? [],
      retryAfter,
    };
  }
  if (error instanceof TypeError) {
    return { title: say('offlineTitle'), advice: say('offlineAdvice'), code: 'offline', ...none };
  }
  // What a device says that was asked for a passkey.
  if (error instanceof Error && error.name === 'NotAllowedError') {
    const [title, advice] = [say('passkeyNotShownTitle'), say('passkeyNotShownAdvice')];
    return { title, advice, code: 'passkey_not_shown', ...none };
  }
  if (error instanceof Error && error.name === 'InvalidStateError') {
    const [title, advice] = [say('passkeyThereTitle'), say('passkeyThereAdvice')];
    return { title, advice, code: 'passkey_already_there', ...none };
  }
  const code = error instanceof Error ? error.message : String(error);
  return { title: say('brokenTitle'), advice: say('brokenAdvice'), code, ...none };
}
