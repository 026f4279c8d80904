import { Alert, Button, Flex, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { rememberSamples } from '#console/pages/flows/draft/hand-over.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { readSamples } from './read-samples.ts';
import { askStoredSamples, askSystem } from './stored-samples.ts';
import { words } from './words.ts';

const BYTES_MAX = 2_000_000;

/** Where samples come from: what arrived, a file, or the clipboard. They stay in the browser. */
export function SampleDialog({ code, close }: { readonly code: string | null; readonly close: () => void }) {
  const say = useSay(words);
  const { setSamples } = useEditor();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const use = (samples: readonly unknown[]) => {
    setSamples(samples);
    if (code !== null) rememberSamples(code, samples);
    close();
  };
  const take = (given: string) => {
    const read = readSamples(given);
    if (!read.ok) {
      setTrouble(read.why === 'not_json' ? say('notJson', { why: read.reason }) : say('notRecord'));
      return;
    }
    use(read.samples);
  };
  return (
    <Modal open title={say('change')} okText={say('use')} onOk={() => take(text)} onCancel={close}>
      <Flex vertical gap={12}>
        <Flex gap={8} wrap>
          <Asked code={code} use={use} none={() => setTrouble(say('storedNone'))} />
          <Upload take={take} tooLarge={() => setTrouble(say('tooLarge'))} />
        </Flex>
        <Input.TextArea
          aria-label={say('paste')}
          placeholder={say('paste')}
          rows={8}
          className="tz-code"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {trouble === null ? null : <Alert type="error" showIcon title={trouble} role="alert" />}
      </Flex>
    </Modal>
  );
}

interface AskedProps {
  readonly code: string | null;
  readonly use: (samples: readonly unknown[]) => void;
  readonly none: () => void;
}

/** Samples the hub can get: what arrived, or a few records fresh from the system. */
function Asked({ code, use, none }: AskedProps) {
  const say = useSay(words);
  const { draft } = useEditor();
  const source = draft.flow?.source;
  const ask = useChange({
    change: (ways: 'stored' | 'system') =>
      ways === 'stored' && code !== null
        ? askStoredSamples(code)
        : askSystem(source?.connection ?? '', source?.kind ?? ''),
  });
  const take = (ways: 'stored' | 'system') =>
    ask.mutate(ways, { onSuccess: (samples) => (samples.length > 0 ? use(samples) : none()) });
  return (
    <>
      {code === null ? null : (
        <Button loading={ask.isPending && ask.variables === 'stored'} onClick={() => take('stored')}>
          {say('stored')}
        </Button>
      )}
      {source === undefined ? null : (
        <Button loading={ask.isPending && ask.variables === 'system'} onClick={() => take('system')}>
          {say('system', { connection: source.connection })}
        </Button>
      )}
    </>
  );
}

function Upload({
  take,
  tooLarge,
}: {
  readonly take: (text: string) => void;
  readonly tooLarge: () => void;
}) {
  const say = useSay(words);
  const box = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > BYTES_MAX) tooLarge();
    else take(await file.text());
  };
  return (
    <>
      <input
        ref={box}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say('upload')}
        onChange={({ target }) => void read(target.files?.[0])}
      />
      <Button onClick={() => box.current?.click()}>{say('upload')}</Button>
    </>
  );
}
