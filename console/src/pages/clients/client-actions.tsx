import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ifMatch, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { SecretOnce } from './secret-once.tsx';
import { words } from './words.ts';

interface OfClient {
  readonly client: Schemas['Client'];
  readonly tag: string | null;
}

const KEY = [['/api/v1/clients']];

/** A new secret, off or on, and away. */
export function ClientActions({ client, tag }: OfClient) {
  return (
    <>
      {client.method === 'private_key_jwt' ? null : <Rotate client={client} />}
      <Switch client={client} tag={tag} />
      <Delete client={client} tag={tag} />
    </>
  );
}

function Rotate({ client }: Pick<OfClient, 'client'>) {
  const say = useSay(words);
  const { modal } = App.useApp();
  const [made, setMade] = useState<Schemas['ClientWithSecret'] | null>(null);
  const rotate = useChange({
    change: () =>
      told(api.POST('/api/v1/clients/{client}/secret', { params: { path: { client: client.id } } })),
    touches: KEY,
  });
  const ask = () =>
    void modal.confirm({
      title: say('rotateTitle', { name: client.name }),
      content: say('rotateText'),
      okText: say('rotate'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => rotate.mutate(undefined, { onSuccess: setMade }),
    });
  return (
    <>
      <Button loading={rotate.isPending} onClick={ask}>
        {say('rotate')}
      </Button>
      <Modal
        open={made !== null}
        width={680}
        title={say('rotated')}
        footer={null}
        mask={{ closable: false }}
        onCancel={() => setMade(null)}
        destroyOnHidden
      >
        {made ? <SecretOnce made={made} close={() => setMade(null)} /> : null}
      </Modal>
    </>
  );
}

function Switch({ client, tag }: OfClient) {
  const say = useSay(words);
  const isOn = client.state === 'active';
  const put = (state: 'active' | 'disabled', headers: Readonly<Record<string, string>>) =>
    told(
      api.PATCH('/api/v1/clients/{client}', {
        params: { path: { client: client.id } },
        body: { state },
        headers,
      }),
    );
  const change = useChange({
    change: () => put(isOn ? 'disabled' : 'active', ifMatch(tag)),
    touches: KEY,
    done: ({ state }) => say(state === 'active' ? 'switchedOn' : 'switchedOff', { name: client.name }),
    undo: () => () => put(isOn ? 'active' : 'disabled', {}),
  });
  return (
    <Button loading={change.isPending} onClick={() => change.mutate()}>
      {say(isOn ? 'switchOff' : 'switchOn')}
    </Button>
  );
}

function Delete({ client, tag }: OfClient) {
  const say = useSay(words);
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const remove = useChange({
    change: () =>
      api.DELETE('/api/v1/clients/{client}', {
        params: { path: { client: client.id } },
        headers: ifMatch(tag),
      }),
    touches: KEY,
    done: () => say('deleted', { name: client.name }),
  });
  const ask = () =>
    void modal.confirm({
      title: say('deleteTitle', { name: client.name }),
      content: say('deleteText'),
      okText: say('delete'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => remove.mutate(undefined, { onSuccess: () => void navigate('/access/clients') }),
    });
  return (
    <Button danger loading={remove.isPending} onClick={ask}>
      {say('delete')}
    </Button>
  );
}
