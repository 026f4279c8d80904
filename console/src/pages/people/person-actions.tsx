import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { api, ifMatch, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay, useSignedIn } from '#console/api/session.ts';
import { ShownOnce } from '#console/parts/access/shown-once.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

interface OfPerson {
  readonly person: Schemas['Person'];
  readonly tag: string | null;
}

/** A new link, and off or on again. */
export function PersonActions({ person, tag }: OfPerson) {
  const may = useMay();
  if (!may('people:write')) return null;
  return (
    <>
      {person.state === 'disabled' || person.source !== 'local' ? null : <LinkButton person={person} />}
      <SwitchButton person={person} tag={tag} />
    </>
  );
}

function LinkButton({ person }: Pick<OfPerson, 'person'>) {
  const say = useSay(words);
  const [link, setLink] = useState<{ readonly url: string; readonly expiresAt: string } | null>(null);
  const make = useChange({
    change: () => told(api.POST('/api/v1/people/{person}/link', { params: { path: { person: person.id } } })),
  });
  const isInvite = person.state === 'invited';
  return (
    <>
      <Button loading={make.isPending} onClick={() => make.mutate(undefined, { onSuccess: setLink })}>
        {say(isInvite ? 'newInvite' : 'resetLink')}
      </Button>
      <Modal
        open={link !== null}
        title={say('handOver')}
        footer={null}
        mask={{ closable: false }}
        onCancel={() => setLink(null)}
        destroyOnHidden
      >
        {link ? (
          <ShownOnce
            label={say(isInvite ? 'inviteLink' : 'resetLinkOf', { name: person.name })}
            text={link.url}
            close={() => setLink(null)}
          >
            <span className="tz-faint">
              {say('expires')} <DateTime at={link.expiresAt} /> · {say(isInvite ? 'inviteNext' : 'resetNext')}
            </span>
          </ShownOnce>
        ) : null}
      </Modal>
    </>
  );
}

function SwitchButton({ person, tag }: OfPerson) {
  const say = useSay(words);
  const { modal } = App.useApp();
  const { person: self } = useSignedIn();
  const params = { path: { person: person.id } };
  const change = useChange({
    change: (state: 'active' | 'disabled') =>
      told(api.PATCH('/api/v1/people/{person}', { params, body: { state }, headers: ifMatch(tag) })),
    touches: [['/api/v1/people'], ['/api/v1/sessions']],
    done: (_, state) => say(state === 'disabled' ? 'disabled' : 'enabled', { name: person.name }),
  });
  if (self.id === person.id) return null;
  const isOff = person.state === 'disabled';
  const ask = () =>
    void modal.confirm({
      title: say('disableTitle', { name: person.name }),
      content: say('disableText'),
      okText: say('disable'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => change.mutate('disabled'),
    });
  return (
    <Button danger={!isOff} loading={change.isPending} onClick={isOff ? () => change.mutate('active') : ask}>
      {say(isOff ? 'enable' : 'disable')}
    </Button>
  );
}
