/** What core needs from outside, handed in as plain functions. */

export type FormulaResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/**
 * Evaluates one zen expression over a batch of scopes; result i belongs to scope i.
 * Numbers come back as exact decimal strings when the expression is wrapped in `string(…)`.
 * Native zen on the server, WASM in the browser. A batch costs one crossing; a failing item does not spoil the others.
 */
export type EvaluateFormula = (expression: string, scopes: readonly object[]) => FormulaResult[];

/** Their code → ours, or null where nobody has mapped it yet. */
export type LookUpCrosswalk = (
  name: string,
  from: string,
) => { readonly to: string; readonly confidence: number } | null;
