import type { Text } from '#core/trouble/message.ts';
import { Fault, type Refusal, RefusalError } from '#core/trouble/trouble.ts';

export interface DiagnosisStep {
  readonly title: Text;
  /** What was found: as the other system says it, or in our words. */
  readonly found: string | Text;
  /** Why it does not work; null where it does. */
  readonly refusal: Refusal | null;
}

/** What a test of a connection comes to: every step that works, and the first that does not. */
export type Diagnosis = readonly DiagnosisStep[];

export interface StepToRun {
  readonly title: Text;
  /** Gives what was found; throws a `Fault` or a `RefusalError` where it does not work. */
  readonly run: () => Promise<string | Text>;
}

/** Does the steps in turn and stops at the first that fails. */
export async function runSteps(steps: readonly StepToRun[]): Promise<Diagnosis> {
  const done: DiagnosisStep[] = [];
  for (const { title, run } of steps) {
    try {
      done.push({ title, found: await run(), refusal: null });
    } catch (error) {
      done.push({ title, found: '', refusal: refusalOf(error) });
      break;
    }
  }
  return done;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  if (error instanceof Fault) return { code: error.code, params: error.params };
  throw error;
}
