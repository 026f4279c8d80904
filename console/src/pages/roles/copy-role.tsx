import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { freeCode, namesOf } from './new-role.ts';
import { words } from './words.ts';

type Role = Schemas['Role'];

interface Wanted {
  readonly from: string;
  readonly name: string;
}

/** Makes a role of one's own from another. `from`: the one that is looked at. */
export function CopyRole({ roles, from }: { readonly roles: readonly Role[]; readonly from?: Role }) {
  const say = useSay(words);
  const reader = language.use();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Wanted>();
  const make = useChange({
    change: ({ from: code, name }: Wanted) => {
      const source = roles.find((one) => one.code === code);
      const body = {
        code: freeCode(
          code,
          roles.map((one) => one.code),
        ),
        names: namesOf({ [reader]: name }),
        permissions: source?.permissions ?? [],
        basedOn: source?.code ?? null,
      };
      return told(api.POST('/api/v1/roles', { body }));
    },
    touches: [['/api/v1/roles']],
    done: ({ names }) => say('made', { role: names[reader] }),
  });
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {say(from ? 'copy' : 'newRole')}
      </Button>
      <Modal
        open={isOpen}
        title={say('newRole')}
        okText={say('make')}
        cancelText={say('cancel')}
        confirmLoading={make.isPending}
        onOk={form.submit}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form<Wanted>
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          initialValues={from ? { from: from.code } : {}}
          onFinish={(wanted) =>
            make.mutate(wanted, { onSuccess: ({ code }) => void navigate(`/access/roles/${code}`) })
          }
        >
          <Form.Item
            name="from"
            label={say('from')}
            extra={say('fromHint')}
            rules={[{ required: true, message: say('needed', { name: say('from') }) }]}
          >
            <Select
              options={roles.map(({ code, names }) => ({ value: code, label: names[reader] || code }))}
            />
          </Form.Item>
          <Form.Item
            name="name"
            label={say('name')}
            rules={[{ required: true, whitespace: true, message: say('needed', { name: say('name') }) }]}
          >
            <Input maxLength={60} autoComplete="off" placeholder={say('nameHint')} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
