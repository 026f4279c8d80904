import type { Text } from '#core/trouble/message.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';

/** One step of a diagnosis of a provider, as an administrator reads it. */
export interface Step {
  readonly title: Text;
  readonly ok: boolean;
  readonly detail: string;
}

export interface Diagnosis {
  readonly ok: boolean;
  readonly steps: readonly Step[];
}

export interface StepToRun {
  readonly title: Text;
  /** Gives what was found. */
  readonly run: () => Promise<string>;
}

/** Does the steps in turn and stops at the first that fails. */
export async function runSteps(steps: readonly StepToRun[]): Promise<Diagnosis> {
  const done: Step[] = [];
  for (const { title, run } of steps) {
    try {
      done.push({ title, ok: true, detail: await run() });
    } catch (error) {
      if (!(error instanceof Fault || error instanceof RefusalError)) throw error;
      done.push({ title, ok: false, detail: detailOf(error) });
      return { ok: false, steps: done };
    }
  }
  return { ok: true, steps: done };
}

function detailOf(error: Fault | RefusalError): string {
  const { code, params } = error instanceof Fault ? error : error.refusal;
  return [code, ...Object.values(params ?? {})].join(' · ');
}
