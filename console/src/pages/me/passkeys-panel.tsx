import { EditOutlined, PlusOutlined } from '@ant-design/icons';
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
                  <span className={styles.strong}>{title}</span> <RenamePasskey id={id} title={title} />
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
  const [isNaming, setNaming] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const add = useChange({
    change: (name: string) => addPasskey(name),
    touches: [KEY, sessionQuery.queryKey],
    done: () => say('passkeyAdded'),
  });
  const save = (title: string) =>
    add.mutate(title, {
      onSuccess: (made) => {
        setNaming(false);
        setCodes(made);
      },
    });
  return (
    <>
      <Button icon={<PlusOutlined />} onClick={() => setNaming(true)}>
        {say('addPasskey')}
      </Button>
      <NameDialog
        title=""
        isOpen={isNaming}
        isSaving={add.isPending}
        okText={say('addPasskey')}
        save={save}
        close={() => setNaming(false)}
      />
      <Modal open={codes !== null} footer={null} onCancel={() => setCodes(null)} destroyOnHidden>
        {codes === null ? null : <RecoveryCodes codes={codes} done={() => setCodes(null)} />}
      </Modal>
    </>
  );
}

function RenamePasskey({ id, title }: { readonly id: string; readonly title: string }) {
  const say = useSay(words);
  const [isNaming, setNaming] = useState(false);
  const call = (name: string) =>
    api.PATCH('/api/v1/me/passkeys/{passkey}', { params: { path: { passkey: id } }, body: { title: name } });
  const rename = useChange({
    change: call,
    touches: [KEY],
    done: () => say('passkeyRenamed'),
    undo: () => () => call(title),
  });
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<EditOutlined />}
        aria-label={say('renamePasskey', { title })}
        onClick={() => setNaming(true)}
      />
      <NameDialog
        title={title}
        isOpen={isNaming}
        isSaving={rename.isPending}
        okText={say('save')}
        save={(name) => rename.mutate(name, { onSuccess: () => setNaming(false) })}
        close={() => setNaming(false)}
      />
    </>
  );
}

interface Naming {
  /** As it is called now. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly isSaving: boolean;
  readonly okText: string;
  readonly save: (title: string) => void;
  readonly close: () => void;
}

function NameDialog({ title: before, isOpen, isSaving, okText, save, close }: Naming) {
  const say = useSay(words);
  const [typed, setTyped] = useState<string | null>(null);
  const title = (typed ?? before).trim();
  const submit = () => {
    if (title !== '') save(title);
  };
  return (
    <Modal
      open={isOpen}
      title={say('passkeyName')}
      okText={okText}
      okButtonProps={{ disabled: title === '' }}
      cancelText={say('cancel')}
      confirmLoading={isSaving}
      onOk={submit}
      onCancel={close}
      afterClose={() => setTyped(null)}
      destroyOnHidden
    >
      <Input
        autoFocus
        maxLength={100}
        aria-label={say('passkeyName')}
        placeholder={say('passkeyNameHint')}
        value={typed ?? before}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={submit}
      />
    </Modal>
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
