import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import { sessionQuery } from '#console/api/session.ts';
import { PasswordField } from '#console/door/password-field.tsx';
import { useAttempt } from '#console/door/use-attempt.ts';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useToast } from '#console/parts/use-toast.tsx';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

interface Passwords {
  readonly current: string;
  readonly next: string;
}

export function PasswordPanel() {
  const say = useSay(words);
  const toast = useToast();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Passwords>();
  const { isTrying, trouble, attempt } = useAttempt();
  const change = (body: Passwords) =>
    attempt(async () => {
      await api.PUT('/api/v1/me/password', { body });
      setOpen(false);
      toast.done(say('passwordChanged'));
      await client.invalidateQueries(sessionQuery);
      await client.invalidateQueries({ queryKey: ['/api/v1/me/sessions'] });
    });
  return (
    <>
      <Panel
        title={say('password')}
        intro={say('passwordText')}
        actions={<Button onClick={() => setOpen(true)}>{say('changePassword')}</Button>}
      />
      <Modal
        open={isOpen}
        title={say('changePassword')}
        okText={say('changePassword')}
        cancelText={say('cancel')}
        confirmLoading={isTrying}
        onOk={form.submit}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" requiredMark={false} onFinish={change} preserve={false}>
          <Form.Item
            name="current"
            label={say('currentPassword')}
            rules={[{ required: true, message: say('needed', { name: say('currentPassword') }) }]}
          >
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
          <PasswordField name="next" label={say('nextPassword')} />
          <Flex vertical>{trouble === null ? null : <ProblemView error={trouble} />}</Flex>
        </Form>
      </Modal>
    </>
  );
}
