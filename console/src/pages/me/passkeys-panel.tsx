import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import { sessionQuery } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { addPasskey, canUsePasskeys } from '#console/door/passkeys.ts';
import { RecoveryCodes } from '#console/door/recovery-codes.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './me.module.css';
import { words } from './words.ts';

const KEY = ['/api/v1/me/passkeys'];

export function PasskeysPanel() {
  const say = useSay(words);
  const passkeys = useTold(KEY, () => api.GET('/api/v1/me/passkeys'));
  const remove = useRemove();
  return (
    <Panel
      title={say('passkeys')}
      intro={say(canUsePasskeys() ? 'passkeysText' : 'passkeysElsewhere')}
      actions={canUsePasskeys() ? <AddPasskey /> : null}
    >
      <Told of={passkeys}>
        {({ items }) =>
          items.length === 0 ? (
            <span className="tz-faint">{say('noPasskeys')}</span>
          ) : (
            items.map(({ id, title, createdAt, usedAt }) => (
              <div key={id} className={styles.factor}>
                <span>
                  <span className={styles.strong}>{title}</span>{' '}
                  <span className="tz-faint">
                    {say('made')} <DateTime at={createdAt} /> · {say('used')} <DateTime at={usedAt} ago />
                  </span>
                </span>
                <Button danger type="text" onClick={() => remove(id, title)}>
                  {say('remove')}
                </Button>
              </div>
            ))
          )
        }
      </Told>
    </Panel>
  );
}

function AddPasskey() {
  const say = useSay(words);
  const [title, setTitle] = useState<string | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const add = useChange({
    change: (name: string) => addPasskey(name),
    touches: [KEY, sessionQuery.queryKey],
    done: () => say('passkeyAdded'),
  });
  const save = () =>
    add.mutate(title?.trim() || say('passkeyNameHint'), {
      onSuccess: (made) => {
        setTitle(null);
        setCodes(made);
      },
    });
  return (
    <>
      <Button icon={<PlusOutlined />} onClick={() => setTitle('')}>
        {say('addPasskey')}
      </Button>
      <Modal
        open={title !== null}
        title={say('passkeyName')}
        okText={say('addPasskey')}
        cancelText={say('cancel')}
        confirmLoading={add.isPending}
        onOk={save}
        onCancel={() => setTitle(null)}
        destroyOnHidden
      >
        <Input
          autoFocus
          maxLength={100}
          aria-label={say('passkeyName')}
          placeholder={say('passkeyNameHint')}
          value={title ?? ''}
          onChange={(event) => setTitle(event.target.value)}
          onPressEnter={save}
        />
      </Modal>
      <Modal open={codes !== null} footer={null} onCancel={() => setCodes(null)} destroyOnHidden>
        {codes === null ? null : <RecoveryCodes codes={codes} done={() => setCodes(null)} />}
      </Modal>
    </>
  );
}

function useRemove(): (id: string, title: string) => void {
  const say = useSay(words);
  const { modal } = App.useApp();
  const remove = useChange({
    change: (passkey: string) =>
      api.DELETE('/api/v1/me/passkeys/{passkey}', { params: { path: { passkey } } }),
    touches: [KEY, sessionQuery.queryKey],
    done: () => say('passkeyRemoved'),
  });
  return (id, title) =>
    void modal.confirm({
      title: say('removePasskey', { title }),
      content: say('removeText'),
      okText: say('remove'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => remove.mutate(id),
    });
}
