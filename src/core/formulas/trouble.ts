import type { Params } from '#core/trouble/trouble.ts';

/** What goes wrong inside a formula, on its way up to the evaluation that turns it into a refusal. */
export class FormulaTrouble extends Error {
  readonly code: string;
  readonly params: Params;

  constructor(code: string, params: Params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
