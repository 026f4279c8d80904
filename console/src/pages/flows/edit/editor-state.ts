import { createContext, useCallback, useContext, useMemo, useReducer, useState } from 'react';
import type { FieldPlace } from '#console/pages/flows/draft/fields.ts';
import { beginHistory, change, type History, redo, undo } from '#console/pages/flows/draft/history.ts';
import { type Draft, readDraft } from '#console/pages/flows/draft/read-draft.ts';
import { discoverFields, type SampleField } from '#console/pages/flows/draft/sample-fields.ts';
import { type Previewed, previewRecord } from './preview/preview-record.ts';
import { type BookFacts, useBookFacts } from './use-book-facts.ts';

export type View = 'mapping' | 'tables' | 'template' | 'checks' | 'yaml';

/** Everything the parts of the editor know and may do. */
export interface Editor {
  readonly draft: Draft;
  readonly book: BookFacts;
  readonly isChanged: boolean;
  /** Writes the text anew; null changes nothing. Changes of one matter are taken back together. */
  readonly apply: (make: (text: string) => string | null, matter?: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly saved: (text: string) => void;
  readonly samples: readonly unknown[];
  readonly setSamples: (samples: readonly unknown[]) => void;
  readonly sampleIndex: number;
  readonly setSampleIndex: (index: number) => void;
  readonly sourceFields: readonly SampleField[];
  /** What the sample becomes; null without a sample or while the fields cannot be read. */
  readonly preview: Previewed | null;
  readonly view: View;
  readonly setView: (view: View) => void;
  /** Which document of the flow the canvas shows. */
  readonly document: number;
  readonly setDocument: (document: number) => void;
  readonly selected: FieldPlace | null;
  readonly select: (field: FieldPlace | null) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('bug: a part of the editor outside of it');
  return editor;
}

type Action =
  | {
      readonly type: 'make';
      readonly make: (text: string) => string | null;
      readonly matter: string | undefined;
    }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

function reduce(history: History, action: Action): History {
  if (action.type === 'undo') return undo(history);
  if (action.type === 'redo') return redo(history);
  const text = action.make(history.text);
  return text === null ? history : change(history, text, action.matter ?? null);
}

interface Begun {
  readonly text: string;
  readonly samples: readonly unknown[];
  /** False for a draft that was never saved. */
  readonly isSaved: boolean;
}

/** The editor over a text that was read or handed over. */
export function useEditorState(begun: Begun): Editor {
  const [history, dispatch] = useReducer(reduce, begun.text, beginHistory);
  const [savedText, saved] = useState(begun.isSaved ? begun.text : null);
  const [samples, setSamples] = useState(begun.samples);
  const [sampleIndex, setSampleIndex] = useState(0);
  const [view, setView] = useState<View>('mapping');
  const [document, setDocument] = useState(0);
  const [selected, select] = useState<FieldPlace | null>(null);
  const { draft, book } = useDraft(history.text);
  const sample = samples[sampleIndex];
  const preview = useMemo(
    () =>
      sample === undefined || draft.compiled === null
        ? null
        : previewRecord(draft.compiled, sample, { book, crosswalk: book.crosswalk }),
    [draft, sample, book],
  );
  const sourceFields = useMemo(() => discoverFields(samples), [samples]);
  const apply = useCallback<Editor['apply']>((make, matter) => dispatch({ type: 'make', make, matter }), []);
  return {
    draft,
    book,
    isChanged: history.text !== savedText,
    apply,
    undo: history.past.length > 0 ? () => dispatch({ type: 'undo' }) : null,
    redo: history.future.length > 0 ? () => dispatch({ type: 'redo' }) : null,
    saved,
    samples,
    setSamples: (given) => {
      setSamples(given);
      setSampleIndex(0);
    },
    sampleIndex,
    setSampleIndex,
    sourceFields,
    preview,
    view,
    setView,
    document: Math.min(document, Math.max(0, (draft.flow?.documents.length ?? 1) - 1)),
    setDocument: (index) => {
      setDocument(index);
      select(null);
    },
    selected,
    select,
  };
}

/** The text understood, with the currency of the book it names. */
function useDraft(text: string): { readonly draft: Draft; readonly book: BookFacts } {
  const [named, flow] = useMemo(() => {
    const first = readDraft(text, 'CNY');
    return [first.flow?.book ?? '', first.flow] as const;
  }, [text]);
  const book = useBookFacts(named, flow);
  const draft = useMemo(() => readDraft(text, book.baseCurrency), [text, book.baseCurrency]);
  return { draft, book };
}
