import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { ListRow } from '#console/parts/list-row.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

interface OfPerson {
  readonly person: Schemas['Person'];
}

/** As whom providers of sign-on know a person; there only when there is a provider. */
export function IdentitiesPanel({ person }: OfPerson) {
  const say = useSay(words);
  const may = useMay();
  const providers = useTold(['/api/v1/sign-on'], () => api.GET('/api/v1/sign-on'));
  const identities = useTold(['/api/v1/people', person.id, 'identities'], () =>
    api.GET('/api/v1/people/{person}/identities', { params: { path: { person: person.id } } }),
  );
  const choices = (providers.data?.items ?? []).map(({ code, title }) => ({ value: code, label: title }));
  if (choices.length === 0 && (identities.data?.items.length ?? 0) === 0) return null;
  return (
    <Panel
      title={say('identities')}
      intro={say('identitiesText')}
      actions={may('people:write') ? <TieButton person={person} providers={choices} /> : null}
    >
      <Told of={identities}>
        {({ items }) =>
          items.length === 0 ? (
            <span className="tz-faint">{say('noIdentities')}</span>
          ) : (
            items.map((identity) => <OneIdentity key={identity.id} person={person} identity={identity} />)
          )
        }
      </Told>
    </Panel>
  );
}

function OneIdentity({ person, identity }: OfPerson & { readonly identity: Schemas['Identity'] }) {
  const say = useSay(words);
  const may = useMay();
  const { modal } = App.useApp();
  const params = { path: { person: person.id, identity: identity.id } };
  const untie = useChange({
    change: () => api.DELETE('/api/v1/people/{person}/identities/{identity}', { params }),
    touches: [['/api/v1/people', person.id]],
    done: () => say('untied'),
  });
  const ask = () =>
    void modal.confirm({
      title: say('untieTitle', { provider: identity.provider }),
      content: say('untieText'),
      okText: say('untie'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => untie.mutate(),
    });
  return (
    <ListRow>
      <span>
        {identity.provider} · <span className="tz-code">{identity.subject}</span>{' '}
        <span className="tz-faint">
          {say('tiedAt')} <DateTime at={identity.linkedAt} /> · {say('used')}{' '}
          <DateTime at={identity.lastUsedAt} ago />
        </span>
      </span>
      {may('people:write') ? (
        <Button danger type="text" onClick={ask}>
          {say('untie')}
        </Button>
      ) : null}
    </ListRow>
  );
}

interface Tie {
  readonly provider: string;
  readonly subject: string;
}

function TieButton({
  person,
  providers,
}: OfPerson & { readonly providers: readonly { readonly value: string; readonly label: string }[] }) {
  const say = useSay(words);
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Tie>();
  const tie = useChange({
    change: (body: Tie) =>
      told(api.POST('/api/v1/people/{person}/identities', { params: { path: { person: person.id } }, body })),
    touches: [['/api/v1/people', person.id]],
    done: () => say('tied'),
  });
  const needed = (name: string) => [{ required: true, whitespace: true, message: say('needed', { name }) }];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('tie')}</Button>
      <Modal
        open={isOpen}
        title={say('tie')}
        okText={say('tie')}
        cancelText={say('cancel')}
        confirmLoading={tie.isPending}
        onOk={form.submit}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form<Tie>
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          onFinish={(wanted) => tie.mutate(wanted, { onSuccess: () => setOpen(false) })}
        >
          <Form.Item name="provider" label={say('provider')} rules={needed(say('provider'))}>
            <Select options={[...providers]} />
          </Form.Item>
          <Form.Item
            name="subject"
            label={say('subject')}
            extra={say('subjectHint')}
            rules={needed(say('subject'))}
          >
            <Input maxLength={255} autoComplete="off" />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
