import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { highlightActiveLine, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useState } from 'react';
import { lineAt, placeOf } from '#console/pages/flows/draft/edit-text.ts';
import type { Draft } from '#console/pages/flows/draft/read-draft.ts';
import { useSay } from '#console/words/use-say.ts';
import { CodeEditor } from './code-editor.tsx';
import { useEditor } from './editor-state.ts';
import { words } from './words.ts';

const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, class: 'tz-key' },
  { tag: tags.string, class: 'tz-string' },
  { tag: tags.comment, class: 'tz-comment' },
]);
const EXTENSIONS = [lineNumbers(), highlightActiveLine(), yaml(), syntaxHighlighting(COLOURS)];

/** The same flow as text. Every key is an edit like one on the canvas; what is no YAML stays as it is written. */
export function YamlView() {
  const say = useSay(words);
  const { draft, apply } = useEditor();
  return (
    <CodeEditor
      label={say('yaml')}
      value={draft.text}
      change={(text) => apply(() => text, 'yaml')}
      extensions={EXTENSIONS}
      line={useFirstTrouble(draft)}
    />
  );
}

/** The line of the first trouble as the view is opened; afterwards the cursor stays where somebody writes. */
function useFirstTrouble(draft: Draft): number | undefined {
  const [line] = useState(() => {
    if (draft.unreadable !== null) return draft.unreadable.line;
    const at = draft.refusals[0]?.at;
    return at === undefined ? undefined : lineAt(draft.text, placeOf(at));
  });
  return line;
}
