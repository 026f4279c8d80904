import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Form } from 'antd';
import { useParams } from 'react-router';
import { api, ifMatch, told, toldWithTag } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EditablePanel } from '#console/parts/editable-panel.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { Page } from '#console/parts/page.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { MessagesPanel } from './messages-panel.tsx';
import { TONES } from './states.ts';
import { useEventName } from './use-event-name.ts';
import { WebhookActions } from './webhook-actions.tsx';
import { type TypedWebhook, typedWebhook, WebhookItems, webhookToSend } from './webhook-items.tsx';
import styles from './webhooks.module.css';
import { stateWords, words } from './words.ts';

interface OfWebhook {
  readonly webhook: Schemas['Webhook'];
  readonly tag: string | null;
}

/** One webhook: what is told where, and every message with its tries. */
export function WebhookPage() {
  const say = useSay(words);
  const { webhook: id = '' } = useParams();
  const webhook = useQuery({
    queryKey: ['/api/v1/webhooks', id],
    queryFn: () => toldWithTag(api.GET('/api/v1/webhooks/{webhook}', { params: { path: { webhook: id } } })),
  });
  return (
    <Page
      title={webhook.data?.data.title ?? say('one')}
      intro={<BackLink to="/webhooks">{say('back')}</BackLink>}
      actions={webhook.data ? <WebhookActions webhook={webhook.data.data} tag={webhook.data.tag} /> : null}
    >
      <Told of={webhook}>
        {({ data, tag }) => (
          <>
            <FactsPanel webhook={data} tag={tag} />
            <MessagesPanel webhook={data} />
          </>
        )}
      </Told>
    </Page>
  );
}

function FactsPanel(props: OfWebhook) {
  const say = useSay(words);
  return (
    <EditablePanel
      title={say('facts')}
      permission="webhooks:write"
      edit={say('edit')}
      shown={<Shown {...props} />}
      form={(close) => <Editor {...props} close={close} />}
    />
  );
}

function Shown({ webhook }: OfWebhook) {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const nameOf = useEventName();
  return (
    <Flex vertical gap={12}>
      {webhook.reason ? <Alert type="warning" showIcon title={say('gone')} /> : null}
      {webhook.previousSecretUntil ? (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {say('bothSecrets')} <DateTime at={webhook.previousSecretUntil} />
            </>
          }
        />
      ) : null}
      <Facts
        of={[
          [
            say('state'),
            <StateTag key="state" tone={TONES[webhook.state]}>
              {sayState(webhook.state)}
            </StateTag>,
          ],
          [
            say('url'),
            <span key="url" className="tz-code">
              {webhook.url}
            </span>,
          ],
          [say('events'), webhook.events.map(nameOf).join('、')],
          [say('books'), webhook.books?.join('、') ?? say('allBooks')],
          [say('owner'), webhook.owner.replace(/^person:/, '')],
          [say('created'), <DateTime key="created" at={webhook.createdAt} />],
        ]}
      />
    </Flex>
  );
}

function Editor({ webhook, tag, close }: OfWebhook & { readonly close: () => void }) {
  const say = useSay(words);
  const params = { path: { webhook: webhook.id } };
  const save = useChange({
    change: (typed: TypedWebhook) =>
      told(
        api.PATCH('/api/v1/webhooks/{webhook}', {
          params,
          body: webhookToSend(typed),
          headers: ifMatch(tag),
        }),
      ),
    touches: [['/api/v1/webhooks']],
    done: () => say('saved'),
  });
  return (
    <Form<TypedWebhook>
      className={styles.narrow}
      layout="vertical"
      requiredMark={false}
      initialValues={typedWebhook(webhook)}
      onFinish={(typed) => save.mutate(typed, { onSuccess: close })}
    >
      <WebhookItems />
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('save')}
        </Button>
        <Button onClick={close}>{say('cancel')}</Button>
      </Flex>
    </Form>
  );
}
