import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { ProblemError } from '#console/api/trouble.ts';
import { SettingsForm } from '#console/parts/settings-form.tsx';
import { filled, type Values } from '#console/parts/settings-values.ts';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { freeCode } from './capabilities.ts';
import styles from './connecting.module.css';
import { placeOf } from './refused-setting.ts';
import { words } from './words.ts';

interface NewConnectionProps {
  readonly connector: Schemas['Connector'];
  /** Codes that are in use. */
  readonly taken: readonly string[];
  readonly made: (connection: Schemas['Connection']) => void;
}

/** The form for a new connection: what it is called, then what its connector wants to know. */
export function NewConnection({ connector, taken, made }: NewConnectionProps) {
  const say = useSay(words);
  const reader = language.use();
  const [form] = Form.useForm<Values>();
  const [naming] = Form.useForm<{ title: string; code: string }>();
  const [start] = useState({ title: connector.title[reader], code: freeCode(connector.name, taken) });
  const make = useChange({
    change: async (settings: Record<string, unknown>) => {
      const named = await naming.validateFields();
      const body = { ...named, connector: connector.name, settings };
      return told(api.POST('/api/v1/connections', { body }));
    },
    touches: [['/api/v1/connections']],
    done: ({ title }) => say('saved', { title }),
  });
  const send = (values: Values) =>
    make.mutate(filled(values), {
      onSuccess: made,
      onError: (error) => {
        const place = error instanceof ProblemError ? placeOf(error.problem) : null;
        if (place) form.setFields([place]);
      },
    });
  return (
    <>
      <Form form={naming} layout="vertical" initialValues={start} className={styles.pair}>
        <Naming />
      </Form>
      <SettingsForm form={form} settings={connector.settings} onFinish={send}>
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {say('save')}
        </Button>
      </SettingsForm>
    </>
  );
}

function Naming() {
  const say = useSay(words);
  return (
    <>
      <Form.Item
        name="title"
        label={say('title')}
        extra={say('titleHint')}
        rules={[{ required: true, whitespace: true, message: say('needed', { name: say('title') }) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="code"
        label={say('code')}
        extra={say('codeHint')}
        rules={[{ required: true, pattern: /^[A-Za-z0-9_-]{1,60}$/, message: say('codeInvalid') }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}
