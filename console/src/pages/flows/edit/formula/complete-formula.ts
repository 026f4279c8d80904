import type { SampleField } from '#console/pages/flows/draft/sample-fields.ts';
import type { SourcePath } from '#console/pages/flows/draft/source-path.ts';
import { BUILTINS, LOOPS } from '#core/formulas/functions.ts';

/** Something a formula may go on with. */
export interface Completion {
  readonly label: string;
  readonly type: 'variable' | 'function';
  /** The example of a field. */
  readonly detail: string;
  readonly apply: string;
}

const WORDS = ['and', 'or', 'not', 'in', 'true', 'false', 'null'];

/** Every name and function a formula at `base` may use. */
export function completions(fields: readonly SampleField[], base: SourcePath): Completion[] {
  const own = fields.flatMap(({ path, example }): Completion[] => {
    const isInside = base.every((step, i) => path[i] === step);
    const rest = isInside ? path.slice(base.length) : ['$', ...path];
    if (rest.length === 0 || rest.includes(null)) return elementOf(path, example);
    const label = rest.join('.');
    return [{ label, type: 'variable', detail: example, apply: label }];
  });
  return withGrammar(own);
}

/** The fields of a document, and what may stand around them. */
export function documentCompletions(header: Iterable<string>, lines: Iterable<string>): Completion[] {
  const named = (label: string): Completion => ({ label, type: 'variable', detail: '', apply: label });
  const ofLines = [...lines].map((field) => named(`#.${field}`));
  return withGrammar([
    ...[...header].map(named),
    ...(ofLines.length > 0 ? [named('lines'), ...ofLines] : []),
  ]);
}

function withGrammar(own: readonly Completion[]): Completion[] {
  const functions = [...BUILTINS.keys(), ...LOOPS.keys()].map(
    (name): Completion => ({
      label: name,
      type: 'function',
      detail: LOOPS.has(name) ? '(list, #…)' : '(…)',
      apply: `${name}(`,
    }),
  );
  const signs = WORDS.map((label): Completion => ({ label, type: 'variable', detail: '', apply: label }));
  return [...new Map([...own, ...functions, ...signs].map((one) => [one.label, one])).values()];
}

/** What is inside a list is reached by `#` in a loop over it. */
function elementOf(path: SourcePath, example: string): Completion[] {
  const rest = path.slice(path.lastIndexOf(null) + 1);
  if (rest.length === 0) return [];
  const label = `#.${rest.join('.')}`;
  return [{ label, type: 'variable', detail: example, apply: label }];
}
