import { useMemo } from 'react';
import type { SourcePath } from '#console/pages/flows/draft/source-path.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { templateFields } from '#console/pages/flows/edit/template/template-fields.ts';
import { scopeOfDocument } from '#core/documents/scope.ts';
import { type Completion, completions, documentCompletions } from './complete-formula.ts';
import { type TriedFormula, tryFormula, tryInScope } from './try-formula.ts';

/** What a formula may name where it stands, and what it comes to for the sample at hand. */
export interface FormulaPlace {
  readonly isOfRecord: boolean;
  readonly known: readonly Completion[];
  readonly tryIt: (text: string) => TriedFormula;
}

/** Over the record, or an item of it. */
export function useFormulaOfRecord(base: SourcePath): FormulaPlace {
  const { samples, sampleIndex, sourceFields } = useEditor();
  const known = useMemo(() => completions(sourceFields, base), [sourceFields, base]);
  return { isOfRecord: true, known, tryIt: (text) => tryFormula(text, samples[sampleIndex], base) };
}

/** Over the fields of the document that the sample becomes. */
export function useFormulaOfDocument(kind: string): FormulaPlace {
  const { draft, preview } = useEditor();
  const types = useMemo(
    () => (draft.flow ? templateFields(draft.flow, kind) : { header: new Map(), lines: new Map() }),
    [draft.flow, kind],
  );
  const known = useMemo(() => documentCompletions(types.header.keys(), types.lines.keys()), [types]);
  const document = preview?.documents.find((one) => one.kind === kind);
  const tryIt = (text: string) =>
    tryInScope(text, (names) => {
      const scope = document && scopeOfDocument(document, names, types);
      return scope ? [scope, scope] : null;
    });
  return { isOfRecord: false, known, tryIt };
}
