import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { copyText } from '#console/parts/copy-text.ts';
import { useToast } from '#console/parts/use-toast.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './connecting.module.css';
import { words } from './words.ts';

/** A text that is meant to be taken elsewhere, with a button that copies it. */
export function Copyable({ text, label }: { readonly text: string; readonly label: string }) {
  const say = useSay(words);
  const toast = useToast();
  const copy = async () => {
    try {
      await copyText(text);
      toast.done(say('copied'));
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <div className={styles.copy}>
      <code className={styles.copied}>{text}</code>
      <Button icon={<CopyOutlined />} aria-label={`${say('copy')} ${label}`} onClick={copy}>
        {say('copy')}
      </Button>
    </div>
  );
}
