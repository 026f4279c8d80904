import { exampleAt } from '#console/pages/flows/draft/sample-fields.ts';
import type { SourcePath } from '#console/pages/flows/draft/source-path.ts';
import { explainFormula, type FormulaStep } from '#core/formulas/explain.ts';
import { compileFormula, type Scope } from '#core/formulas/formula.ts';
import type { Refusal } from '#core/trouble/trouble.ts';

/** What a formula comes to for one record, or why it does not. */
export interface TriedFormula {
  readonly refusal: Refusal | null;
  /** 1-based character at which the formula stops making sense. */
  readonly position: number | null;
  /** The parts in the order in which they are worked out; the last is the whole. */
  readonly steps: readonly FormulaStep[];
}

/** A formula over a record, by the very code that evaluates it when the record is posted. */
export function tryFormula(text: string, sample: unknown, base: SourcePath): TriedFormula {
  return tryInScope(text, () => [scopeOf(exampleAt(sample, base)), scopeOf(sample)]);
}

/** A formula over whatever its names mean; without a scope, only its grammar is judged. */
export function tryInScope(
  text: string,
  scopeFor: (names: readonly string[]) => readonly [own: Scope, root: Scope] | null,
): TriedFormula {
  const compiled = compileFormula(text);
  if (!compiled.ok) {
    const position = Number(compiled.refusal.params?.position);
    return { refusal: compiled.refusal, position: position > 0 ? position : null, steps: [] };
  }
  const scopes = scopeFor(compiled.value.names);
  if (scopes === null) return { refusal: null, position: null, steps: [] };
  const [scope, root] = scopes;
  const result = compiled.value.evaluate(scope, root);
  return {
    refusal: result.ok ? null : result.refusal,
    position: null,
    steps: explainFormula(text, scope, root),
  };
}

function scopeOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
