import { BulbOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Flex, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import styles from './canvas.module.css';
import { useCanvas } from './use-canvas.ts';
import { words } from './words.ts';

/** Which document is mapped, what is missing, and what the machine would suggest. */
export function CanvasTools() {
  const say = useSay(words);
  const reader = language.use();
  const { draft, document, setDocument } = useEditor();
  const { header, lines } = useCanvas();
  const kinds =
    draft.flow?.documents.map(({ kind }, value) => ({ label: thingName(kind, reader), value })) ?? [];
  const open = [...header, ...lines].filter(
    ({ isNeeded, mapping, isFilled }) => isNeeded && mapping === null && !isFilled,
  );
  return (
    <Flex wrap gap="8px 16px" align="center" className={styles.tools}>
      {kinds.length > 1 ? (
        <Segmented<number>
          aria-label={say('document')}
          options={kinds}
          value={document}
          onChange={setDocument}
        />
      ) : null}
      <Suggesting />
      {open.length > 0 ? (
        <span className={styles.wrong} role="status">
          <WarningOutlined aria-hidden /> {say('unmapped', { n: open.length })}
        </span>
      ) : null}
    </Flex>
  );
}

function Suggesting() {
  const say = useSay(words);
  const reader = language.use();
  const { suggestions, isSuggesting, setSuggesting, acceptAll } = useCanvas();
  const [percent, setPercent] = useState(70);
  const sure = suggestions.filter(({ confidence }) => confidence * 100 >= percent);
  return (
    <>
      <Button
        icon={<BulbOutlined />}
        onClick={() => setSuggesting(!isSuggesting)}
        aria-pressed={isSuggesting}
      >
        {isSuggesting ? say('hideSuggestions') : say('suggest')}
      </Button>
      {isSuggesting && suggestions.length === 0 ? <span role="status">{say('noSuggestions')}</span> : null}
      {isSuggesting && suggestions.length > 0 ? (
        <Flex gap={8} align="center" wrap>
          <span role="status">{say('suggestions', { n: suggestions.length })}</span>
          <InputNumber
            size="small"
            aria-label={say('threshold')}
            min={45}
            max={99}
            suffix="%"
            value={percent}
            onChange={(value) => setPercent(value ?? 70)}
            style={{ inlineSize: 84 }}
          />
          <Button size="small" disabled={sure.length === 0} onClick={() => acceptAll(sure)}>
            {say('acceptAll', { share: formatShare(percent / 100, reader) })}
          </Button>
        </Flex>
      ) : null}
    </>
  );
}
