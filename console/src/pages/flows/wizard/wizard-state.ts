import type { Schemas } from '#console/api/paths.ts';

/** What the wizard knows so far. */
export interface WizardState {
  readonly step: 0 | 1 | 2 | 3;
  /** Null: a blank flow. Undefined: nothing chosen yet. */
  readonly template: Schemas['FlowTemplate'] | null | undefined;
  readonly connection: string | null;
  readonly kind: string;
  readonly book: string | null;
  readonly target: string | null;
  readonly code: string;
  /** The flow as text, once it is filled. */
  readonly source: string | null;
}

export const BEGINNING: WizardState = {
  step: 0,
  template: undefined,
  connection: null,
  kind: '',
  book: null,
  target: null,
  code: '',
  source: null,
};

const CODE = /^[a-z][a-z0-9_-]{0,62}$/;

/** Whether a flow can be called so. */
export function isFlowCode(code: string): boolean {
  return CODE.test(code);
}

/** Whether the step that is open has everything the next one needs. */
export function canGoOn(
  { step, template, connection, kind, book, code }: WizardState,
  taken: readonly string[],
): boolean {
  if (step === 0) return template !== undefined;
  const isNamed = isFlowCode(code) && !taken.includes(code);
  if (step === 1) return connection !== null && book !== null && kind !== '' && isNamed;
  return true;
}

/** A code that no flow has yet, beginning with what the template calls its own. */
export function freeFlowCode(wish: string, taken: readonly string[]): string {
  const base = isFlowCode(wish) ? wish.slice(0, 58) : 'flow';
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(code)) return code;
  }
}

/** What there is to choose where there is no choice; else null. */
export function theOnly(codes: readonly string[]): string | null {
  return codes.length === 1 ? codes[0]! : null;
}
