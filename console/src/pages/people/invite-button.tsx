import { UserAddOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useMay } from '#console/api/session.ts';
import { useChoices } from '#console/api/use-choices.ts';
import { ShownOnce } from '#console/parts/access/shown-once.tsx';
import { useRoleChoices, useRoleName } from '#console/parts/access/use-roles.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { LANGUAGE_NAMES } from '#console/shell/language-names.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { type Invitation, type Invited, invite } from './invite.ts';
import { words } from './words.ts';

/** Invites somebody: who they are, what they will be, and the link to hand over. */
export function InviteButton() {
  const say = useSay(words);
  const [isOpen, setOpen] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);
  const [form] = Form.useForm<Invitation>();
  const send = useChange({
    change: invite,
    touches: [['/api/v1/people'], ['/api/v1/grants']],
    done: ({ person: { name } }) => say('invited', { name }),
  });
  const close = () => {
    setOpen(false);
    setInvited(null);
  };
  return (
    <>
      <Button type="primary" icon={<UserAddOutlined />} onClick={() => setOpen(true)}>
        {say('invite')}
      </Button>
      <Modal
        open={isOpen}
        title={say(invited ? 'handOver' : 'invite')}
        okText={say('makeLink')}
        cancelText={say('cancel')}
        confirmLoading={send.isPending}
        onOk={form.submit}
        onCancel={close}
        mask={{ closable: false }}
        footer={invited ? null : undefined}
        destroyOnHidden
      >
        {invited ? (
          <HandOver invited={invited} close={close} />
        ) : (
          <InviteForm form={form} send={(wanted) => send.mutate(wanted, { onSuccess: setInvited })} />
        )}
      </Modal>
    </>
  );
}

function InviteForm({
  form,
  send,
}: {
  readonly form: ReturnType<typeof Form.useForm<Invitation>>[0];
  readonly send: (wanted: Invitation) => void;
}) {
  const say = useSay(words);
  const may = useMay();
  const reader = language.use();
  const roles = useRoleChoices();
  const { books } = useChoices();
  const needed = (name: string) => [{ required: true, whitespace: true, message: say('needed', { name }) }];
  return (
    <Form<Invitation>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ language: reader }}
      onFinish={send}
      preserve={false}
    >
      <Form.Item name="name" label={say('name')} rules={needed(say('name'))}>
        <Input autoFocus autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="login" label={say('login')} extra={say('loginHint')} rules={needed(say('login'))}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="email" label={say('email')}>
        <Input type="email" autoComplete="off" maxLength={254} />
      </Form.Item>
      <Form.Item name="language" label={say('language')}>
        <Select options={LANGUAGE_NAMES.map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      {may('roles:write') ? (
        <>
          <Form.Item name="roles" label={say('roles')} extra={say('rolesHint')}>
            <Select mode="multiple" options={[...roles]} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item name="books" label={say('inBooks')}>
            <Select mode="multiple" options={[...books]} placeholder={say('allBooks')} />
          </Form.Item>
        </>
      ) : (
        <Alert type="info" showIcon title={say('rolesByOthers')} />
      )}
    </Form>
  );
}

function HandOver({ invited, close }: { readonly invited: Invited; readonly close: () => void }) {
  const say = useSay(words);
  const nameOf = useRoleName();
  const { person, link, refused } = invited;
  return (
    <Flex vertical gap={16}>
      <ShownOnce label={say('inviteLink', { name: person.name })} text={link.url}>
        <span className="tz-faint">
          {say('expires')} <DateTime at={link.expiresAt} /> · {say('inviteNext')}
        </span>
      </ShownOnce>
      {refused.map(({ role, error }) => (
        <div key={role}>
          <p>{say('roleRefused', { role: nameOf(role) })}</p>
          <ProblemView error={error} />
        </div>
      ))}
      <Flex gap={8} justify="end">
        <LinkButton to={`/access/people/${person.id}`}>{say('toPerson')}</LinkButton>
        <Button type="primary" onClick={close}>
          {say('kept')}
        </Button>
      </Flex>
    </Flex>
  );
}
