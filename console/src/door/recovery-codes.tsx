import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useSay } from '#console/words/use-say.ts';
import styles from './recovery-codes.module.css';
import { words } from './words.ts';

/** Recovery codes, this once: to be copied or downloaded, and confirmed. */
export function RecoveryCodes({
  codes,
  done,
}: {
  readonly codes: readonly string[];
  readonly done: () => void;
}) {
  const say = useSay(words);
  const [isCopied, setCopied] = useState(false);
  const text = codes.join('\n');
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  };
  return (
    <Flex vertical gap={14}>
      <h2 className={styles.title}>{say('codesTitle')}</h2>
      <span className="tz-faint">{say('codesText')}</span>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={code} className="tz-code">
            {code}
          </li>
        ))}
      </ol>
      <Flex gap={8}>
        <Button icon={<CopyOutlined />} onClick={copy}>
          {say(isCopied ? 'copied' : 'copy')}
        </Button>
        <Button icon={<DownloadOutlined />} onClick={() => download(text)}>
          {say('download')}
        </Button>
      </Flex>
      <Button block size="large" type="primary" onClick={done}>
        {say('codesSaved')}
      </Button>
    </Flex>
  );
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  link.download = 'tongzhang-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}
