import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ifMatch, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { ShownOnce } from '#console/parts/access/shown-once.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

interface OfWebhook {
  readonly webhook: Schemas['Webhook'];
  readonly tag: string | null;
}

const KEY = [['/api/v1/webhooks']];

/** Try it, pause it, change its secret, delete it. */
export function WebhookActions({ webhook, tag }: OfWebhook) {
  const may = useMay();
  if (!may('webhooks:write')) return null;
  return (
    <>
      {webhook.state === 'active' ? <Ping webhook={webhook} /> : null}
      <Pause webhook={webhook} tag={tag} />
      <Renew webhook={webhook} />
      <Delete webhook={webhook} />
    </>
  );
}

function Ping({ webhook }: Pick<OfWebhook, 'webhook'>) {
  const say = useSay(words);
  const ping = useChange({
    change: () =>
      told(api.POST('/api/v1/webhooks/{webhook}/ping', { params: { path: { webhook: webhook.id } } })),
    touches: [...KEY, ['/api/v1/webhooks/{webhook}/messages']],
    done: () => say('pinged'),
  });
  return (
    <Button type="primary" loading={ping.isPending} onClick={() => ping.mutate()}>
      {say('ping')}
    </Button>
  );
}

function Pause({ webhook, tag }: OfWebhook) {
  const say = useSay(words);
  const isOn = webhook.state === 'active';
  const put = (state: 'active' | 'paused', headers: Readonly<Record<string, string>>) =>
    told(
      api.PATCH('/api/v1/webhooks/{webhook}', {
        params: { path: { webhook: webhook.id } },
        body: { state },
        headers,
      }),
    );
  const change = useChange({
    change: () => put(isOn ? 'paused' : 'active', ifMatch(tag)),
    touches: KEY,
    done: ({ state }) => say(state === 'active' ? 'resumed' : 'paused'),
    undo: () => () => put(isOn ? 'active' : 'paused', {}),
  });
  return (
    <Button loading={change.isPending} onClick={() => change.mutate()}>
      {say(isOn ? 'pause' : 'resume')}
    </Button>
  );
}

function Renew({ webhook }: Pick<OfWebhook, 'webhook'>) {
  const say = useSay(words);
  const [secret, setSecret] = useState<string | null>(null);
  const renew = useChange({
    change: () =>
      told(api.POST('/api/v1/webhooks/{webhook}/secret', { params: { path: { webhook: webhook.id } } })),
    touches: KEY,
  });
  return (
    <>
      <Button
        loading={renew.isPending}
        onClick={() => renew.mutate(undefined, { onSuccess: (made) => setSecret(made.secret) })}
      >
        {say('renew')}
      </Button>
      <Modal
        open={secret !== null}
        title={say('secretTitle')}
        footer={null}
        mask={{ closable: false }}
        onCancel={() => setSecret(null)}
        destroyOnHidden
      >
        {secret === null ? null : (
          <ShownOnce
            label={say('secretOf', { title: webhook.title })}
            text={secret}
            close={() => setSecret(null)}
          >
            <span className="tz-faint">{say('renewedText')}</span>
          </ShownOnce>
        )}
      </Modal>
    </>
  );
}

function Delete({ webhook }: Pick<OfWebhook, 'webhook'>) {
  const say = useSay(words);
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const remove = useChange({
    change: () =>
      told(api.DELETE('/api/v1/webhooks/{webhook}', { params: { path: { webhook: webhook.id } } })),
    touches: KEY,
    done: ({ title }) => say('deleted', { title }),
  });
  const ask = () =>
    void modal.confirm({
      title: say('deleteTitle', { title: webhook.title }),
      content: say('deleteText'),
      okText: say('delete'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => remove.mutate(undefined, { onSuccess: () => void navigate('/webhooks') }),
    });
  return (
    <Button danger loading={remove.isPending} onClick={ask}>
      {say('delete')}
    </Button>
  );
}
