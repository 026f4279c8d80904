import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useSay } from '#console/words/use-say.ts';
import styles from './crosswalks.module.css';
import { pastePairs } from './paste-pairs.ts';
import { useSavePairs, type Where } from './use-pairs.ts';
import { words } from './words.ts';

const SHOWN_MAX = 8;

/** Two columns from a spreadsheet, looked at before they are saved. */
export function PasteDialog(props: {
  readonly where: Where;
  readonly isOpen: boolean;
  readonly close: () => void;
}) {
  const say = useSay(words);
  const [text, setText] = useState('');
  const save = useSavePairs(props.where);
  const { pairs, troubles } = pastePairs(text);
  const close = () => {
    setText('');
    props.close();
  };
  return (
    <Modal
      open={props.isOpen}
      title={say('paste')}
      okText={say('pasteSave', { n: pairs.length })}
      okButtonProps={{ disabled: pairs.length === 0 }}
      cancelText={say('cancel')}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(pairs, { onSuccess: close })}
      onCancel={close}
      destroyOnHidden
    >
      <div className={styles.paste}>
        <p className="tz-faint">{say('pasteHint')}</p>
        <Input.TextArea
          autoFocus
          rows={8}
          className="tz-code"
          aria-label={say('pasteHere')}
          placeholder={say('pasteHere')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text === '' ? null : <p role="status">{say('pasteReady', { n: pairs.length })}</p>}
        {troubles.length > 0 ? (
          <ul className="tz-list">
            {troubles.slice(0, SHOWN_MAX).map(({ line, why }) => (
              <li key={line}>
                {why === 'pasteTwice' ? say(why) : say('pasteWrong', { line, why: say(why) })}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Modal>
  );
}
