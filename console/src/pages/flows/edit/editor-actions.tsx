import { RedoOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useEffect, useState } from 'react';
import { useSay } from '#console/words/use-say.ts';
import { type Editor, useEditor } from './editor-state.ts';
import { SaveDialog } from './save-dialog.tsx';
import { words } from './words.ts';

interface Props {
  /** Null for a flow that was never saved. */
  readonly code: string | null;
  /** The text as it was read; null where there was none. */
  readonly before: string | null;
}

/** Undo, redo, and keeping what was done. */
export function EditorActions({ code, before }: Props) {
  const say = useSay(words);
  const editor = useEditor();
  const [isSaving, setSaving] = useState(false);
  useKeys(editor);
  const { draft, isChanged } = editor;
  const isRight = draft.unreadable === null && draft.refusals.length === 0;
  return (
    <Flex gap={8} align="center" wrap>
      <span className="tz-faint" role="status">
        {isChanged ? say('unsaved') : say('unchanged')}
      </span>
      <Button
        icon={<UndoOutlined />}
        aria-label={say('undo')}
        title={say('undo')}
        disabled={editor.undo === null}
        onClick={() => editor.undo?.()}
      />
      <Button
        icon={<RedoOutlined />}
        aria-label={say('redo')}
        title={say('redo')}
        disabled={editor.redo === null}
        onClick={() => editor.redo?.()}
      />
      <Button
        type="primary"
        icon={<SaveOutlined />}
        disabled={!isRight || !isChanged}
        onClick={() => setSaving(true)}
      >
        {say('save')}
      </Button>
      {isSaving ? <SaveDialog code={code} before={before} close={() => setSaving(false)} /> : null}
    </Flex>
  );
}

/** Ctrl+Z and Ctrl+Y take back and bring again, except in boxes, which have their own. */
function useKeys({ undo, redo }: Editor): void {
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isWriting(event.target)) return;
      const key = event.key.toLowerCase();
      const step = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null;
      if (step === null) return;
      event.preventDefault();
      step();
    };
    addEventListener('keydown', act);
    return () => removeEventListener('keydown', act);
  }, [undo, redo]);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable=true]') !== null;
}
