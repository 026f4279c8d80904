import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Annotation, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import styles from './code-editor.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
  /** Of the first moment; what changes later is looked up by the extensions themselves. */
  readonly extensions: readonly Extension[];
  /** Brings this 1-based line into view whenever it changes. */
  readonly line?: number | undefined;
}

/** Marks what was written outside of the box, such as an undo, so that it is not told back. */
const OUTSIDE = Annotation.define<boolean>();

/** A box for text with a grammar. What is written outside of it replaces its text. */
export function CodeEditor({ label, value, change, extensions, line }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ label, value, change, extensions });
  useEffect(() => {
    latest.current.change = change;
  }, [change]);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const made = makeView(current, latest.current);
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const { current } = view;
    if (current === null || current.state.doc.toString() === value) return;
    const changes = { from: 0, to: current.state.doc.length, insert: value };
    current.dispatch({ changes, annotations: OUTSIDE.of(true) });
  }, [value]);
  useEffect(() => {
    const { current } = view;
    if (current === null || line === undefined || line > current.state.doc.lines) return;
    const anchor = current.state.doc.line(line).from;
    current.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
  }, [line]);
  return <div ref={box} className={styles.code} />;
}

function makeView(
  parent: HTMLElement,
  latest: Pick<Props, 'label' | 'value' | 'change' | 'extensions'>,
): EditorView {
  return new EditorView({
    parent,
    doc: latest.value,
    extensions: [
      EditorView.cspNonce.of(nonceOfPage()),
      EditorView.contentAttributes.of({ 'aria-label': latest.label, tabindex: '0' }),
      EditorView.lineWrapping,
      EditorView.updateListener.of(({ docChanged, state, transactions }) => {
        const isOutside = transactions.some((one) => one.annotation(OUTSIDE));
        if (docChanged && !isOutside) latest.change(state.doc.toString());
      }),
      history(),
      ...latest.extensions,
      keymap.of([...defaultKeymap, ...historyKeymap]),
    ],
  });
}

function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
