import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, ifMatch, told, toldWithTag } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { LimitsTold } from '#console/parts/access/limits-told.tsx';
import { PermissionPicker } from '#console/parts/access/permission-picker.tsx';
import { BackLink } from '#console/parts/back-link.tsx';
import { Copyable } from '#console/parts/connecting/copyable.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { ClientActions } from './client-actions.tsx';
import { ClientFacts } from './client-facts.tsx';
import { DoorItems, ScopeItems } from './client-items.tsx';
import styles from './clients.module.css';
import { firstCall } from './first-call.ts';
import { clientToSend, type TypedClient, typedClient } from './typed-client.ts';
import { words } from './words.ts';

interface OfClient {
  readonly client: Schemas['Client'];
  readonly tag: string | null;
}

/** One client: what it may do, how it proves itself, and when it was last here. */
export function ClientPage() {
  const say = useSay(words);
  const may = useMay();
  const { client: id = '' } = useParams();
  const [isEditing, setEditing] = useState(false);
  const client = useQuery({
    queryKey: ['/api/v1/clients', id],
    queryFn: () => toldWithTag(api.GET('/api/v1/clients/{client}', { params: { path: { client: id } } })),
  });
  return (
    <Page
      title={client.data?.data.name ?? id}
      intro={<BackLink to="/access/clients">{say('back')}</BackLink>}
      actions={
        client.data && may('clients:write') && !isEditing ? (
          <>
            <Button type="primary" onClick={() => setEditing(true)}>
              {say('edit')}
            </Button>
            <ClientActions client={client.data.data} tag={client.data.tag} />
          </>
        ) : null
      }
    >
      <Told of={client}>
        {({ data, tag }) =>
          isEditing ? (
            <Editor client={data} tag={tag} close={() => setEditing(false)} />
          ) : (
            <Shown client={data} />
          )
        }
      </Told>
    </Page>
  );
}

function Shown({ client }: Pick<OfClient, 'client'>) {
  const say = useSay(words);
  return (
    <>
      <ClientFacts client={client} />
      <Panel title={say('may')} intro={<LimitsTold limits={client} />}>
        <PermissionPicker value={client.scopes} disabled isForPrograms />
      </Panel>
      <Panel title={say('curl')} intro={say('curlText')}>
        <Copyable text={firstCall({ client, secret: null, hub: location.origin })} label={say('curl')} />
      </Panel>
    </>
  );
}

function Editor({ client, tag, close }: OfClient & { readonly close: () => void }) {
  const say = useSay(words);
  const params = { path: { client: client.id } };
  const save = useChange({
    change: (typed: TypedClient) =>
      told(
        api.PATCH('/api/v1/clients/{client}', { params, body: clientToSend(typed), headers: ifMatch(tag) }),
      ),
    touches: [['/api/v1/clients']],
    done: () => say('saved'),
  });
  return (
    <Form<TypedClient>
      layout="vertical"
      requiredMark={false}
      initialValues={typedClient(client)}
      scrollToFirstError
      onFinish={(typed) => save.mutate(typed, { onSuccess: close })}
    >
      <Flex vertical gap={16}>
        <Panel title={say('who')}>
          <Form.Item
            className={styles.narrow}
            name="name"
            label={say('name')}
            rules={[{ required: true, whitespace: true, message: say('needed', { name: say('name') }) }]}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </Panel>
        <ScopeItems />
        <DoorItems hasKeys={client.method === 'private_key_jwt'} />
        {save.isError ? <ProblemView error={save.error} /> : null}
        <Flex gap={8}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {say('save')}
          </Button>
          <Button onClick={close}>{say('cancel')}</Button>
        </Flex>
      </Flex>
    </Form>
  );
}
