import { App, Button } from 'antd';
import { useMemo } from 'react';
import { ProblemError } from '#console/api/trouble.ts';
import { useSay } from '#console/words/use-say.ts';
import { tellProblem } from './told-problem.ts';
import { words } from './words.ts';

interface Toast {
  /** Says what happened; with `undo`, offers to take it back. */
  readonly done: (text: string, undo?: () => Promise<unknown>) => void;
  /** Says what went wrong, with its code and the way out. */
  readonly trouble: (error: unknown) => void;
}

/** Says in a corner of the screen what an action came to. */
export function useToast(): Toast {
  const { notification } = App.useApp();
  const say = useSay(words);
  return useMemo(() => {
    const trouble = (error: unknown) => {
      // Whoever would rather not prove to be there knows why nothing happened.
      if (error instanceof ProblemError && error.problem.code === 'prove_again') return;
      const { title, advice, code } = tellProblem(error, say);
      notification.error({ title, description: `${advice} [${code}]`, duration: 8, role: 'alert' });
    };
    const late = { title: say('overtaken'), description: say('overtakenText') };
    const done = (text: string, undo?: () => Promise<unknown>) => {
      const key = crypto.getRandomValues(new Uint32Array(1)).join();
      const takeBack = async () => {
        notification.destroy(key);
        try {
          await undo?.();
          done(say('undone'));
        } catch (error) {
          if (isOvertaken(error)) notification.warning({ ...late, duration: 8, role: 'alert' });
          else trouble(error);
        }
      };
      const actions = undo ? (
        <Button size="small" onClick={takeBack}>
          {say('undo')}
        </Button>
      ) : undefined;
      notification.success({ key, title: text, actions, duration: undo ? 10 : 4, role: 'status' });
    };
    return { done, trouble };
  }, [notification, say]);
}

/** What was changed is gone, or is no longer as the change had left it. */
function isOvertaken(error: unknown): boolean {
  return error instanceof ProblemError && [404, 409, 412].includes(error.problem.status);
}
