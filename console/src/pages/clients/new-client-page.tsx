import { Button, Flex, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { DoorItems, ScopeItems } from './client-items.tsx';
import styles from './clients.module.css';
import { SecretOnce } from './secret-once.tsx';
import { clientToSend, type TypedClient } from './typed-client.ts';
import { methodWords, words } from './words.ts';

const ID = /^[a-z0-9][a-z0-9._-]{0,59}$/;
const BEGINNING = { method: 'client_secret_basic', requestsPerMinute: 600, scopes: [] };

/** Makes a client, and shows its secret this once. */
export function NewClientPage() {
  const say = useSay(words);
  const [made, setMade] = useState<Schemas['ClientWithSecret'] | null>(null);
  const create = useChange({
    change: ({ id = '', method, ...typed }: TypedClient) =>
      told(api.POST('/api/v1/clients', { body: { id, method, ...clientToSend(typed) } })),
    touches: [['/api/v1/clients']],
    done: ({ client }) => say('made', { name: client.name }),
  });
  return (
    <Page title={say('create')} intro={<BackLink to="/access/clients">{say('back')}</BackLink>}>
      {made ? (
        <Made made={made} />
      ) : (
        <Form<TypedClient>
          layout="vertical"
          requiredMark={false}
          initialValues={BEGINNING}
          scrollToFirstError
          onFinish={(typed) => create.mutate(typed, { onSuccess: setMade })}
        >
          <Flex vertical gap={16}>
            <NameItems />
            <ScopeItems />
            <Form.Item noStyle dependencies={['method']}>
              {({ getFieldValue }) => <DoorItems hasKeys={getFieldValue('method') === 'private_key_jwt'} />}
            </Form.Item>
            {create.isError ? <ProblemView error={create.error} /> : null}
            <div>
              <Button type="primary" htmlType="submit" loading={create.isPending}>
                {say('create')}
              </Button>
            </div>
          </Flex>
        </Form>
      )}
    </Page>
  );
}

function NameItems() {
  const say = useSay(words);
  const methods = choicesOf(methodWords, useSay(methodWords));
  return (
    <Panel title={say('who')}>
      <div className={styles.narrow}>
        <Form.Item
          name="name"
          label={say('name')}
          rules={[{ required: true, whitespace: true, message: say('needed', { name: say('name') }) }]}
        >
          <Input autoFocus maxLength={200} autoComplete="off" placeholder={say('nameHint')} />
        </Form.Item>
        <Form.Item
          name="id"
          label={say('id')}
          extra={say('idHint')}
          rules={[
            { required: true, message: say('needed', { name: say('id') }) },
            { pattern: ID, message: say('idWrong') },
          ]}
        >
          <Input className="tz-code" maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="method" label={say('method')} extra={say('methodHint')}>
          <Select options={[...methods]} />
        </Form.Item>
      </div>
    </Panel>
  );
}

function Made({ made }: { readonly made: Schemas['ClientWithSecret'] }) {
  const say = useSay(words);
  return (
    <Panel
      title={say('made', { name: made.client.name })}
      actions={
        <LinkButton to={`/access/clients/${encodeURIComponent(made.client.id)}`}>
          {say('toClient')}
        </LinkButton>
      }
    >
      <SecretOnce made={made} />
    </Panel>
  );
}
