import { App, Button, Flex, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { PermissionPicker } from '#console/parts/access/permission-picker.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { LANGUAGE_NAMES } from '#console/shell/language-names.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { namesOf } from './new-role.ts';
import styles from './roles.module.css';
import { words } from './words.ts';

type Role = Schemas['Role'];
type Typed = Pick<Role, 'names' | 'permissions'>;

/** A role of one's own: its names and what it allows. */
export function RoleEditor({ role }: { readonly role: Role }) {
  const say = useSay(words);
  const reader = language.use();
  const put = ({ names, permissions }: Typed) =>
    told(
      api.PUT('/api/v1/roles/{role}', {
        params: { path: { role: role.code } },
        body: { names: namesOf(names), permissions: [...permissions] },
      }),
    );
  const save = useChange({
    change: put,
    touches: [['/api/v1/roles'], ['/api/v1/duties/conflicts']],
    done: ({ names }) => say('saved', { role: names[reader] }),
    undo: () => () => put(role),
  });
  return (
    <Panel title={say('allows')} intro={say('allowsText')} actions={<DeleteRole role={role} />}>
      <Form<Typed>
        key={JSON.stringify(role)}
        layout="vertical"
        requiredMark={false}
        initialValues={role}
        onFinish={(typed) => save.mutate(typed)}
      >
        <div className={styles.names}>
          {LANGUAGE_NAMES.map(([code, title]) => (
            <Form.Item key={code} name={['names', code]} label={say('nameIn', { language: title })}>
              <Input maxLength={60} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="permissions">
          <PermissionPicker />
        </Form.Item>
        <Flex gap={8}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {say('save')}
          </Button>
        </Flex>
      </Form>
    </Panel>
  );
}

function DeleteRole({ role }: { readonly role: Role }) {
  const say = useSay(words);
  const { modal } = App.useApp();
  const reader = language.use();
  const navigate = useNavigate();
  const remove = useChange({
    change: () => told(api.DELETE('/api/v1/roles/{role}', { params: { path: { role: role.code } } })),
    touches: [['/api/v1/roles']],
    done: () => say('deleted', { role: role.names[reader] }),
    undo: () => {
      const { code, names, permissions, basedOn } = role;
      return () => api.POST('/api/v1/roles', { body: { code, names, permissions, basedOn } });
    },
  });
  const ask = () =>
    void modal.confirm({
      title: say('deleteTitle', { role: role.names[reader] }),
      content: say('deleteText'),
      okText: say('delete'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => remove.mutate(undefined, { onSuccess: () => void navigate('/access/roles') }),
    });
  return (
    <Button danger loading={remove.isPending} onClick={ask}>
      {say('delete')}
    </Button>
  );
}
