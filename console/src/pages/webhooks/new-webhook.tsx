import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Modal } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { ShownOnce } from '#console/parts/access/shown-once.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { type TypedWebhook, WebhookItems, webhookToSend } from './webhook-items.tsx';
import { words } from './words.ts';

/** Has another system told, and shows the secret by which it knows the messages are ours. */
export function NewWebhook() {
  const say = useSay(words);
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<Schemas['WebhookWithSecret'] | null>(null);
  const [form] = Form.useForm<TypedWebhook>();
  const create = useChange({
    change: (typed: TypedWebhook) => told(api.POST('/api/v1/webhooks', { body: webhookToSend(typed) })),
    touches: [['/api/v1/webhooks']],
    done: ({ title }) => say('made', { title }),
  });
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {say('create')}
      </Button>
      <Modal
        open={isOpen}
        width={620}
        title={say(made ? 'secretTitle' : 'create')}
        okText={say('create')}
        cancelText={say('cancel')}
        confirmLoading={create.isPending}
        footer={made ? null : undefined}
        mask={{ closable: false }}
        onOk={form.submit}
        onCancel={close}
        destroyOnHidden
      >
        {made ? (
          <Flex vertical gap={16}>
            {made.secret === null ? null : (
              <ShownOnce label={say('secretOf', { title: made.title })} text={made.secret}>
                <span className="tz-faint">{say('secretText')}</span>
              </ShownOnce>
            )}
            <Flex justify="end">
              <LinkButton to={`/webhooks/${made.id}`} type="primary">
                {say('toWebhook')}
              </LinkButton>
            </Flex>
          </Flex>
        ) : (
          <Form<TypedWebhook>
            form={form}
            layout="vertical"
            requiredMark={false}
            preserve={false}
            onFinish={(typed) => create.mutate(typed, { onSuccess: setMade })}
          >
            <WebhookItems />
          </Form>
        )}
      </Modal>
    </>
  );
}
