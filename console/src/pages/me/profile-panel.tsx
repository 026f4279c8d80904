import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { api, told } from '#console/api/client.ts';
import { sessionQuery, useSignedIn } from '#console/api/session.ts';
import { Panel } from '#console/parts/panel.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { LANGUAGE_NAMES } from '#console/shell/language-names.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { Language } from '#core/trouble/message.ts';
import styles from './me.module.css';
import { words } from './words.ts';

interface Profile {
  readonly name: string;
  readonly language: Language;
}

export function ProfilePanel() {
  const say = useSay(words);
  const client = useQueryClient();
  const { person } = useSignedIn();
  const save = useChange({
    change: async (body: Profile) => {
      const session = await told(api.PATCH('/api/v1/me', { body }));
      client.setQueryData(sessionQuery.queryKey, session);
      language.set(body.language);
      return session;
    },
    done: () => say('saved'),
  });
  return (
    <Panel title={say('profile')}>
      <Form
        layout="vertical"
        requiredMark={false}
        className={styles.row}
        initialValues={person}
        onFinish={({ name, language: chosen }: Profile) => save.mutate({ name, language: chosen })}
      >
        <Form.Item name="login" label={say('login')}>
          <Input disabled />
        </Form.Item>
        <Form.Item
          name="name"
          label={say('name')}
          rules={[{ required: true, whitespace: true, message: say('needed', { name: say('name') }) }]}
        >
          <Input autoComplete="name" maxLength={200} />
        </Form.Item>
        <Form.Item name="language" label={say('language')}>
          <Select options={LANGUAGE_NAMES.map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item label=" ">
          <Button htmlType="submit" loading={save.isPending}>
            {say('save')}
          </Button>
        </Form.Item>
      </Form>
    </Panel>
  );
}
