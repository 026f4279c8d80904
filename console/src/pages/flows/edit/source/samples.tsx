import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { JsonView } from '#console/parts/json-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import { SampleDialog } from './sample-dialog.tsx';
import styles from './samples.module.css';
import { words } from './words.ts';

/** Which record the preview is of: turned through, replaced, looked at. */
export function Samples({ code }: { readonly code: string | null }) {
  const say = useSay(words);
  const { samples, sampleIndex, setSampleIndex } = useEditor();
  const [isChoosing, setChoosing] = useState(false);
  const all = samples.length;
  return (
    <section className={styles.samples} aria-label={say('samples')}>
      <Flex align="center" gap={8} wrap>
        <strong>{say('samples')}</strong>
        <span role="status" className="tz-faint">
          {all === 0 ? say('none') : say('nth', { n: sampleIndex + 1, all })}
        </span>
        <span className={styles.gap} />
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={say('previous')}
          disabled={sampleIndex <= 0}
          onClick={() => setSampleIndex(sampleIndex - 1)}
        />
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={say('next')}
          disabled={sampleIndex >= all - 1}
          onClick={() => setSampleIndex(sampleIndex + 1)}
        />
        <Button size="small" onClick={() => setChoosing(true)}>
          {say('change')}
        </Button>
      </Flex>
      {all === 0 ? null : (
        <details>
          <summary>{say('raw')}</summary>
          <JsonView value={samples[sampleIndex]} />
        </details>
      )}
      {isChoosing ? <SampleDialog code={code} close={() => setChoosing(false)} /> : null}
    </section>
  );
}
