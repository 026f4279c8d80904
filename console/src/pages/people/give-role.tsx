import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { ProblemError } from '#console/api/trouble.ts';
import { LimitItems } from '#console/parts/access/limit-items.tsx';
import { type LimitsTyped, limitsOf } from '#console/parts/access/limits.ts';
import { useRoleChoices, useRoleName } from '#console/parts/access/use-roles.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

interface Wanted extends LimitsTyped {
  readonly role: string;
}

/** Gives somebody a role, everywhere or within limits. */
export function GiveRole({ person }: { readonly person: Schemas['Person'] }) {
  const say = useSay(words);
  const nameOf = useRoleName();
  const roles = useRoleChoices();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Wanted>();
  const principal = { kind: 'person' as const, id: person.id };
  const give = useChange({
    change: ({ role, ...limits }: Wanted) =>
      told(api.POST('/api/v1/grants', { body: { principal, role, ...limitsOf(limits) } })),
    touches: [['/api/v1/grants'], ['/api/v1/people'], ['/api/v1/duties/conflicts']],
    done: ({ role }) => say('given', { role: nameOf(role), name: person.name }),
    undo:
      ({ id }) =>
      () =>
        api.DELETE('/api/v1/grants/{grant}', { params: { path: { grant: id } } }),
  });
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {say('give')}
      </Button>
      <Modal
        open={isOpen}
        width={680}
        title={say('giveTo', { name: person.name })}
        okText={say('give')}
        cancelText={say('cancel')}
        confirmLoading={give.isPending}
        onOk={form.submit}
        onCancel={() => setOpen(false)}
        afterClose={give.reset}
        destroyOnHidden
      >
        <Flex vertical gap={12}>
          <Form<Wanted>
            form={form}
            layout="vertical"
            requiredMark={false}
            preserve={false}
            onFinish={(wanted) => give.mutate(wanted, { onSuccess: () => setOpen(false) })}
          >
            <Form.Item
              name="role"
              label={say('role')}
              extra={say('giveHint')}
              rules={[{ required: true, message: say('needed', { name: say('role') }) }]}
            >
              <Select options={[...roles]} showSearch={{ optionFilterProp: 'label' }} autoFocus />
            </Form.Item>
            <LimitItems />
          </Form>
          {give.isError ? <Refused error={give.error} /> : null}
        </Flex>
      </Modal>
    </>
  );
}

/** Why a role was not given; where duties stand against it, the way to them. */
function Refused({ error }: { readonly error: unknown }) {
  const say = useSay(words);
  const isDuty =
    error instanceof ProblemError && ['duties_conflict', 'duty_of_other'].includes(error.problem.code);
  return (
    <>
      <ProblemView error={error} />
      {isDuty ? (
        <Alert
          type="info"
          showIcon
          title={say('dutiesWhy')}
          action={<Link to="/access/duties">{say('toDuties')}</Link>}
        />
      ) : null}
    </>
  );
}
