import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldLabel } from '#console/pages/flows/edit/field-title.ts';
import { language } from '#console/words/language.ts';
import type { FieldType } from '#core/flows/flow.ts';
import { templateFields } from './template-fields.ts';

interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** The fields of a document, of its lines, or of both, that a template may name; of these types only. */
export function useFieldOptions(
  kind: string,
  part: 'header' | 'lines' | 'either',
  types: readonly FieldType[] | null = null,
): FieldOption[] {
  const reader = language.use();
  const { draft } = useEditor();
  if (draft.flow === null) return [];
  const { header, lines } = templateFields(draft.flow, kind);
  const known = new Map([...(part === 'lines' ? [] : header), ...(part === 'header' ? [] : lines)]);
  return [...known].flatMap(([value, type]) =>
    types === null || types.includes(type) ? [{ value, label: fieldLabel(value, reader) }] : [],
  );
}
