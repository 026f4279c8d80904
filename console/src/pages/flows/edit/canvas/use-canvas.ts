import { App } from 'antd';
import { createContext, useContext, useMemo, useState } from 'react';
import { connectField, type FieldPlace } from '#console/pages/flows/draft/fields.ts';
import { readDraft } from '#console/pages/flows/draft/read-draft.ts';
import type { SampleField } from '#console/pages/flows/draft/sample-fields.ts';
import { type Editor, useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { type CanvasLine, canvasLines, strayFields } from './canvas-lines.ts';
import { type Suggestion, suggestLines } from './suggest-lines.ts';
import { type TargetRow, targetRows } from './target-rows.ts';
import { words } from './words.ts';

/** What the canvas shows and what may be done on it. */
export interface Canvas {
  readonly sources: readonly SampleField[];
  readonly header: readonly TargetRow[];
  readonly lines: readonly TargetRow[];
  readonly drawn: readonly CanvasLine[];
  readonly stray: ReadonlySet<string>;
  readonly suggestions: readonly Suggestion[];
  readonly connect: (source: SampleField, place: FieldPlace) => void;
  readonly acceptAll: (suggestions: readonly Suggestion[]) => void;
  readonly want: (place: FieldPlace) => void;
  /** The source field that was pressed and waits for the field it goes to. */
  readonly taken: SampleField | null;
  readonly take: (source: SampleField | null) => void;
  /** Ends the line that was begun, or opens the field. */
  readonly choose: (place: FieldPlace) => void;
  readonly isSuggesting: boolean;
  readonly setSuggesting: (on: boolean) => void;
}

export const CanvasContext = createContext<Canvas | null>(null);

export function useCanvas(): Canvas {
  const canvas = useContext(CanvasContext);
  if (canvas === null) throw new Error('bug: a part of the canvas outside of it');
  return canvas;
}

/** The canvas of the document that the editor shows. */
export function useCanvasState(): Canvas {
  const editor = useEditor();
  const { draft, document, samples, sourceFields } = editor;
  const { flow } = draft;
  const [wanted, setWanted] = useState<readonly FieldPlace[]>([]);
  const [isSuggesting, setSuggesting] = useState(false);
  const [taken, take] = useState<SampleField | null>(null);
  const connect = useConnect(editor, () => take(null));
  const seen = useMemo(() => {
    if (flow === null) return { header: [], lines: [], drawn: [], stray: new Set<string>(), suggestions: [] };
    const suggestions = isSuggesting ? suggestLines({ flow, document, samples, fields: sourceFields }) : [];
    const asked = [...wanted, ...suggestions.map(({ place }) => place)];
    const header = targetRows('fields', { flow, document, wanted: asked });
    const lines = targetRows('lines', { flow, document, wanted: asked });
    const rows = [...header, ...lines];
    return {
      header,
      lines,
      drawn: canvasLines(flow, rows, sourceFields),
      stray: strayFields(flow, rows, sourceFields),
      suggestions,
    };
  }, [flow, document, wanted, samples, sourceFields, isSuggesting]);
  const choose = (place: FieldPlace) => (taken === null ? editor.select(place) : connect.aloud(taken, place));
  const want = (place: FieldPlace) => {
    setWanted([...wanted, place]);
    choose(place);
  };
  const acceptAll = (suggestions: readonly Suggestion[]) => {
    for (const { source, place } of suggestions) connect.quietly(source, place);
  };
  return {
    ...seen,
    sources: sourceFields,
    connect: connect.aloud,
    acceptAll,
    want,
    taken,
    take,
    choose,
    isSuggesting,
    setSuggesting,
  };
}

function useConnect({ apply, draft, select, book }: Editor, connected: () => void) {
  const { message } = App.useApp();
  const say = useSay(words);
  const reader = language.use();
  const quietly = (source: SampleField, place: FieldPlace) =>
    apply((text) => connectText(text, { source, place, baseCurrency: book.baseCurrency }));
  const aloud = (source: SampleField, place: FieldPlace) => {
    const told = { from: source.name, to: fieldTitle(place.field, reader) };
    const { flow } = draft;
    if (flow === null || connectField(draft.text, { flow, place, source: source.path }) === null) {
      void message.warning(say('cannotConnect', told));
      return;
    }
    quietly(source, place);
    select(place);
    connected();
    void message.success(say('connected', told));
  };
  return { quietly, aloud };
}

interface Connected {
  readonly source: SampleField;
  readonly place: FieldPlace;
  readonly baseCurrency: string;
}

/** Each of several lines is drawn on what the one before it made. */
function connectText(text: string, { source, place, baseCurrency }: Connected): string | null {
  const { flow } = readDraft(text, baseCurrency);
  return flow && connectField(text, { flow, place, source: source.path });
}
